// Scene 5: one switch for each half of the layout; sheets turn, factors change places, lines follow.

/** Which step scene 5 shows; step 7 only once it was predicted. */
let toldStep = 6;

/** Products that the reader has seen: scene 3 shows the first, and scene 5 whatever is chosen there. */
const seen = new Set(["6 0"]);

const isKnown = (number, layout) =>
  seen.has(`${number} ${LAYOUTS.indexOf(layout)}`) ||
  answered.has(QUESTIONS.findIndex((each) => each.number === number && each.layout === layout));

const LAYOUT_KEYS = ["layoutArticle", "layoutCourses", "layoutNumpy", "layoutTorch"];

const layoutName = (layout) => text(LAYOUT_KEYS[LAYOUTS.indexOf(layout)]);

scene(5, "scene5", () => {
  const { layout } = state;
  const view = stepView(toldStep, layersOf(toldStep)[0], layout);
  seen.add(`${toldStep} ${LAYOUTS.indexOf(layout)}`);
  const numbers = [1, 6, 7].filter((number) => number !== 7 || given.layers.length > 1);
  const locked = (number) => number === 7 && !isPredicted();
  const steps = numbers.map((number) => {
    const label = text("stepTitle", { number, title: text(`step${number}`) });
    const button = choice(`told-${number}`, label, number === toldStep, () => {
      toldStep = number;
      redrawScenes(5);
    });
    button.disabled = locked(number);
    return button;
  });
  const group = (label, ...buttons) =>
    element("div", { class: "choice screen", role: "group", "aria-label": text(label) }, ...buttons);
  return {
    figure: [
      group("whichStep", ...steps),
      element("p", { class: "hint" }, rich(view.lead ?? `step${toldStep}Lead`)),
      element("p", { class: numbers.some(locked) ? "hint screen" : "hint screen unsaid" }, rich("predictFirst")),
      layoutSwitches(),
      element("p", { class: "loop-line" }, loopLine(view)),
      ...productOfSheets(view),
      element("p", { class: "formula" }, formula(view)),
      element("div", { class: "hint" }, ...formulaNotes(view)),
    ],
    telling: [
      ...paragraphs("tell5"),
      element("p", { class: "layout-name" }, element("b", {}, layoutName(layout))),
      linesOf(view),
      ...paragraphs("tell5Why"),
      layoutTable(numbers, locked),
      ownLoop(),
    ],
  };
});

/** A product as people write it. */
const linesOf = ({ product: arranged }) =>
  element("dl", { class: "lines" }, ...LANGUAGES.flatMap((each) => lineEntry(each, arranged)));

function lineEntry({ name, write }, { left, right }) {
  const [before, turn, after] = write(left, right).parts;
  const turned = element("span", { class: "turn" }, element("wbr"), turn);
  const code = element("code", {}, ...breakable(before), turned, ...breakable(after));
  return [element("dt", {}, name), element("dd", {}, code)];
}

/** The two halves of a layout; the whole page follows. */
function layoutSwitches() {
  const half = (key, values) =>
    element(
      "div",
      { class: "choice screen", role: "group", "aria-label": text(key) },
      ...values.map(([value, label]) =>
        choice(`${key}-${value}`, text(label), state.layout[key] === value, () =>
          act.show({
            layout: LAYOUTS.find((layout) => {
              const wanted = { ...state.layout, [key]: value };
              return layout.samplesInRows === wanted.samplesInRows && layout.bySender === wanted.bySender;
            }),
          }),
        ),
      ),
    );
  return element(
    "div",
    { class: "switches" },
    half("samplesInRows", [[false, "columns"], [true, "rows"]]),
    half("bySender", [[false, "byReceiver"], [true, "bySenderLabel"]]),
  );
}

/** What scene 5 showed last: which step, in which layout, and its sheets. */
let shownBefore = { factors: [], sheets: [] };

/** Both factors in their places, first as the layout stores them, then as the product reads them. */
function productOfSheets(view) {
  const factors = [view.product.left, view.product.right];
  const turning = factors.findIndex(({ transposed }) => transposed);
  const sheets = factors.map((matrix) => sheet(matrix, view.sizes, true));
  const said = element("p", { class: "hint reading" });
  const isNew = shownBefore.number !== view.number || shownBefore.layout !== view.layout;
  const before = isNew ? placesOf(shownBefore) : new Map();
  shownBefore = { number: view.number, layout: view.layout, factors, sheets };
  if (isNew) {
    positions.set("layouts", stillness.matches ? 1 : 0);
    if (before.size === 0) {
      begun.delete("layouts");
    }
  }

  function draw(position) {
    sheets.forEach(({ turn }, at) => turn(at === turning ? position : 0));
    const [left, right] = factors.map(({ rows, columns }, at) =>
      at === turning && position === 1 ? [columns, rows] : [rows, columns],
    );
    const fits = left[1] === right[0];
    sheets[0].mark((index) => fits && index[left[0]] === 0, () => false);
    sheets[1].mark((index) => fits && index[right[1]] === 0, () => false);
    said.replaceChildren(text(turning < 0 ? "asStoredAndRead" : position < 1 ? "asStored" : "asRead"));
    return said.textContent;
  }

  timelines.get("layouts")?.stop();
  const time = timeline("layouts", 1, draw, { pace: () => 0.35, label: text("scene5") });
  time.element.classList.toggle("unsaid", turning < 0);
  const box = besideEachOther(...sheets.map(({ figure }) => figure), element("span", { class: "operator" }, "·"));
  if (turning >= 0) {
    box.append(asStoredOnly(factors[turning], view));
  }
  playWhenSeen("layouts", box, time);
  if (before.size > 0 && !stillness.matches) {
    requestAnimationFrame(() =>
      storeAnew(factors, sheets, before, () => {
        if (begun.has("layouts") && positions.get("layouts") === 0) {
          time.play();
        }
      }),
    );
  }
  return [said, box, time.element];
}

/** Where motion is not wanted, and on paper, the sheet that turns is there twice. */
function asStoredOnly(matrix, view) {
  const { figure } = sheet(matrix, view.sizes);
  figure.classList.add("before");
  figure.querySelector("small").append(` · ${text("asStored")}`);
  return figure;
}

/** Where every sheet stands, and which way it lies; nothing of those out of view. */
function placesOf({ factors, sheets }) {
  const places = new Map();
  factors.forEach(({ name, rows }, at) => {
    const { figure } = sheets[at];
    if (isInView(figure)) {
      const { left, top } = figure.getBoundingClientRect();
      places.set(name, { left: left + scrollX, top: top + scrollY, rows });
    }
  });
  return places;
}

/** From the place where each sheet was; then those that are stored the other way turn, one by one. */
function storeAnew(factors, sheets, before, then) {
  const turns = [];
  const isUntouched = () => positions.get("layouts") === 0;
  factors.forEach(({ name, rows }, at) => {
    const { figure, turn } = sheets[at];
    const was = before.get(name);
    if (was) {
      const { left, top } = figure.getBoundingClientRect();
      const from = `translate(${was.left - left - scrollX}px, ${was.top - top - scrollY}px)`;
      figure.animate([{ transform: from }, { transform: "none" }], { duration: 900, easing: "ease-in-out" });
      if (was.rows !== rows && isUntouched()) {
        turn(1, false);
        turns.push((next) => glide(figure, 1.5, (share) => isUntouched() && turn(1 - share, false), next));
      }
    }
  });
  turns.reduceRight((next, turn) => () => turn(next), then)();
}

/** A loop that is none of these steps, for the reader alone. */
function ownLoop() {
  return element(
    "details",
    { class: "own-loop" },
    element("summary", {}, rich("tell5Own")),
    element("p", {}, rich("tell5OwnAnswer")),
  );
}

/** All four layouts at once; of a step that is locked there is nothing to be found. */
function layoutTable(numbers, locked) {
  const kept = (number) => ({ class: locked(number) ? "locked" : null });
  const heads = numbers.map((number) =>
    element("th", { scope: "col", ...kept(number) }, text(`step${number}`)),
  );
  const rows = LAYOUTS.map((layout) =>
    element(
      "tr",
      { class: layout === state.layout ? "current" : null },
      element("th", { scope: "row" }, layoutName(layout)),
      ...numbers.map((number) => {
        const attributes = { "data-head": text(`step${number}`), ...kept(number) };
        if (locked(number)) {
          return element("td", attributes, "?");
        }
        const formula = productFormula(stepView(number, layersOf(number)[0], layout).product);
        formula.classList.toggle("untold", !isKnown(number, layout));
        return element("td", attributes, formula);
      }),
    ),
  );
  return element(
    "div",
    { class: "scroll" },
    element(
      "table",
      { class: "layouts" },
      element("caption", {}, text("tableFills")),
      element("thead", {}, element("tr", {}, element("th", { scope: "col" }, text("layout")), ...heads)),
      element("tbody", {}, ...rows),
    ),
  );
}
