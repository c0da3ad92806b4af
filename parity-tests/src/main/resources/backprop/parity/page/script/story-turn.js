// Scene 3: s is dragged into its slot; the sheet turns with it, the finger fits, and the code follows.

scene(3, "scene3", () => {
  const view = toldView();
  const [delta, activations] = view.factors;
  const fixed = sheet(delta, view.sizes);
  const turning = sheet(activations, view.sizes, true);
  const before = sheet(activations, view.sizes);
  before.figure.classList.add("before");
  before.figure.querySelector("small").append(` · ${text("asStored")}`);
  const sums = sumList(view, { j: lit.j, i: lit.i });
  const slots = turningSlots(view, () => time);
  const [java, numpy] = typedLines(view);
  const said = element("p", { class: "verdict-line" });
  const end = element("div", {}, ...paragraphs("tell3End"));

  /** The first unit is the turn; each one after it is a term. */
  function draw(position) {
    const share = Math.min(position, 1);
    const s = Math.min(Math.floor(position - 1), sums.count - 1);
    turning.turn(share);
    slots.show(share);
    end.classList.toggle("unsaid", share < 1);
    java.show(share);
    numpy.show(share);
    const touched = share === 1 && position > 1 ? s : null;
    fixed.mark(({ j }) => j === lit.j, (at) => at.j === lit.j && at.s === touched);
    turning.mark(({ i }) => i === lit.i, (at) => at.i === lit.i && at.s === touched);
    sums.show(Math.max(0, Math.min(sums.count, Math.floor(position - 1 + 0.5))));
    said.replaceChildren(...saidOfTurn(share));
    return said.textContent;
  }

  const time = timeline("turn", 1 + sums.count, draw, { pace: (position) => (position < 1 ? 0.25 : 0.6), label: text("scene3") });
  const sheets = besideEachOther(fixed.figure, turning.figure);
  sheets.append(before.figure);
  const code = element("div", { class: "typed" }, java.line, numpy.line);
  const room = roomFor(said, ...[0, 0.5, 1].map((share) => element("p", {}, ...saidOfTurn(share))));
  return {
    figure: [slots.row, code, room, sheets, time.element],
    telling: [...paragraphs("tell3"), sumsOf(sums), end],
  };
});

/** Where s stands, and what can be done about it. */
function saidOfTurn(share) {
  if (share > 0 && share < 1) {
    return [rich("turning", litNames())];
  }
  const key = share === 0 ? "turnBefore" : "turned";
  const invitation = element("span", { class: "screen" }, text(`${key}Do`));
  return [rich(key, litNames()), betweenSentences(), invitation];
}

/** What is typed while the sheet turns. */
function typedLines(view) {
  const { left, right } = view.product;
  return LANGUAGES.slice(0, 2).map(({ name, write }) => {
    const [before, typed, after] = write(left, right).parts;
    const letters = element("span", { class: "turn" });
    const written = (turn) => [...breakable(before), element("wbr"), turn, ...breakable(after)];
    const code = roomFor(element("code", {}, ...written(letters)), element("code", {}, ...written(typed)));
    const line = element("div", {}, element("small", {}, name), code);
    const show = (share) => (letters.textContent = typed.slice(0, Math.round(typed.length * share)));
    return { line, show };
  });
}

/** Both factors' slots; s of the second can be dragged, or pressed, into the first. */
function turningSlots(view, time) {
  const [one, other] = view.factors;
  const chip = element(
    "button",
    {
      type: "button",
      class: "chip summed drag",
      "data-focus": "drag",
      pointerdown: begin,
      click: ({ detail }) => detail === 0 && press(isIn()),
    },
    "s",
  );
  const still = (name) => element("b", { class: name === "s" ? "chip summed" : "chip" }, name);
  const otherIndex = still("i");
  otherIndex.classList.add("giving-way");
  const slot = (content, required, key) =>
    element(
      "span",
      { class: required ? "slot required" : "slot" },
      content,
      element("small", {}, text(key)),
    );
  const letter = element("sup");
  const factor = (matrix, turned, ...slots) =>
    element(
      "span",
      { class: "slot-factor" },
      element("span", { class: `symbol ${matrix.tint}` }, matrix.symbol, turned),
      ...slots,
    );
  const row = element(
    "div",
    { class: "slots" },
    factor(one, null, slot(still("j"), false, "first"), slot(still("s"), true, "last")),
    element("span", { class: "operator" }, "·"),
    factor(other, letter, slot(otherIndex, true, "first"), slot(chip, false, "last")),
  );

  const distance = () => chip.parentElement.offsetLeft - otherIndex.parentElement.offsetLeft;

  function show(share) {
    row.style.setProperty("--moved", share);
    row.style.setProperty("--hop", Math.sin(Math.PI * share));
    row.classList.toggle("filled", share === 1);
    letter.textContent = share < 1 ? "" : "T";
    chip.setAttribute("aria-label", text(share === 1 ? "dragBackLabel" : "dragLabel"));
  }

  const isIn = () => positions.get("turn") >= 1;

  const press = (wasIn) => (wasIn ? time().show(0) : time().play());

  /** While s is dragged the sheet turns with it; let go, it goes the nearer way. */
  function begin(event) {
    event.preventDefault();
    chip.focus();
    chip.setPointerCapture(event.pointerId);
    time().stop();
    const wasIn = isIn();
    const start = event.clientX + Math.min(positions.get("turn"), 1) * distance();
    let moved = 0;
    const move = ({ clientX }) => {
      moved = Math.max(moved, Math.abs(clientX - event.clientX));
      time().show(Math.min(1, Math.max(0, (start - clientX) / distance())));
    };
    const end = () => {
      chip.removeEventListener("pointermove", move);
      chip.removeEventListener("pointerup", end);
      chip.removeEventListener("pointercancel", end);
      if (moved < 4) {
        press(wasIn);
      } else if (positions.get("turn") > 0.4) {
        time().play();
      } else {
        time().show(0);
      }
    };
    chip.addEventListener("pointermove", move);
    chip.addEventListener("pointerup", end);
    chip.addEventListener("pointercancel", end);
  }

  return { row, show };
}
