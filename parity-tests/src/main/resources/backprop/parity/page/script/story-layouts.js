// Scene 5: one switch for each half of the layout; sheets turn, factors change places, lines follow.

/** Which step scene 5 shows; step 7 only once it was predicted. */
let toldStep = 6;

const LAYOUT_KEYS = ["layoutArticle", "layoutCourses", "layoutNumpy", "layoutTorch"];

const layoutName = (layout) => text(LAYOUT_KEYS[LAYOUTS.indexOf(layout)]);

scene(5, "scene5", () => {
  const { layout } = state;
  const view = stepView(toldStep, layersOf(toldStep)[0], layout);
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
      numbers.some(locked) ? element("p", { class: "hint screen" }, rich("predictFirst")) : null,
      layoutSwitches(),
      element("p", { class: "loop-line" }, loopLine(view)),
      productOfSheets(view),
      element("p", { class: "formula" }, formula(view)),
      element("div", { class: "hint" }, ...formulaNotes(view)),
    ],
    telling: [
      ...paragraphs("tell5"),
      element("p", {}, element("b", {}, layoutName(layout))),
      linesOf(view),
      ...paragraphs("tell5Why"),
      layoutTable(numbers.filter((number) => !locked(number))),
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

/** Where every sheet of scene 5 was and how it lay, so that it can go on from there. */
const sheetsBefore = new Map();

/** Both factors in their places, one of them turned if it must be. */
function productOfSheets(view) {
  const box = element("div", { class: "sheets" });
  const sheets = [view.product.left, view.product.right].map((matrix) => {
    const asTurned = matrix.transposed
      ? { ...matrix, rows: matrix.columns, columns: matrix.rows, symbol: `${matrix.symbol}ᵀ` }
      : matrix;
    return { made: sheet(asTurned, view.sizes), asTurned };
  });
  box.append(sheets[0].made.figure, element("span", { class: "operator" }, "·"), sheets[1].made.figure);
  requestAnimationFrame(() => {
    for (const { made, asTurned } of sheets) {
      moveFromBefore(`${view.number} ${asTurned.name}`, made, asTurned);
    }
  });
  return box;
}

/** From the place where it was, turning if it lies the other way now. */
function moveFromBefore(key, { figure, turn }, { rows }) {
  const { left, top } = figure.getBoundingClientRect();
  const here = { left: left + scrollX, top: top + scrollY, rows };
  const before = sheetsBefore.get(key);
  sheetsBefore.set(key, here);
  if (!before || stillness.matches) {
    return;
  }
  const from = `translate(${before.left - here.left}px, ${before.top - here.top}px)`;
  const timing = { duration: 1200, easing: "ease-in-out" };
  figure.animate([{ transform: from }, { transform: "none" }], timing);
  if (before.rows !== rows) {
    const start = performance.now();
    const tick = (now) => {
      const share = Math.min(1, (now - start) / timing.duration);
      turn(1 - share);
      if (share < 1 && figure.isConnected) {
        requestAnimationFrame(tick);
      }
    };
    turn(1);
    requestAnimationFrame(tick);
  }
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

/** All four layouts at once. */
function layoutTable(numbers) {
  const head = ["layout", ...numbers.map((number) => `step${number}`)].map((key) =>
    element("th", { scope: "col" }, text(key)),
  );
  const rows = LAYOUTS.map((layout) =>
    element(
      "tr",
      { class: layout === state.layout ? "current" : null },
      element("th", { scope: "row" }, layoutName(layout)),
      ...numbers.map((number) =>
        element("td", { "data-head": text(`step${number}`) }, productFormula(stepView(number, layersOf(number)[0], layout).product)),
      ),
    ),
  );
  return element(
    "div",
    { class: "scroll" },
    element(
      "table",
      { class: "layouts" },
      element("thead", {}, element("tr", {}, ...head)),
      element("tbody", {}, ...rows),
    ),
  );
}
