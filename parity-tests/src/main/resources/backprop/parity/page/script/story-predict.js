// Scene 4: which factor goes left, and which one gets a T? The reader says it, and it is run.

/** Step 7 first; then the other products, in every layout. */
const QUESTIONS = [7, 6, 1].flatMap((number) => LAYOUTS.map((layout) => ({ number, layout })));

/** What the reader has chosen so far, and which questions were answered rightly. */
const prediction = {
  question: 0,
  square: false,
  swapped: false,
  turned: [false, false],
  ran: null,
  tried: false,
};
const answered = new Set();

/** Nobody is shown step 7 before having predicted it. */
const isPredicted = () => answered.size > 0;

scene(4, "scene4", () => {
  const { number, layout } = QUESTIONS[prediction.question];
  const view = stepView(number, layersOf(number)[0], layout);
  const sizes = prediction.square ? squareSizes(view) : knownSizes(view);
  const isSquare = new Set(indicesOfProduct(view).map((name) => sizes[name])).size === 1;
  const choose = (change) => {
    Object.assign(prediction, { ran: null, ...change });
    redrawScenes(4, 5);
  };
  const figure = [
    element("p", {}, rich(`predict${number}`)),
    askedNetwork(view),
    element("p", { class: "loop-line" }, loopLine(view)),
    element("p", { class: "hint" }, rich("alphabet")),
    layout === LAYOUTS[0] ? null : element("p", { class: "hint" }, layoutName(layout)),
    given.whole ? null : element("p", { class: "hint" }, text("askedExcerpt")),
    element("p", { class: "asked screen" }, text("predictAsked")),
    chooser(view, sizes, choose),
    prediction.ran ? outcome(view, sizes, choose) : null,
  ];
  const sides = [false, true].map((square) =>
    choice(
      `square-${square}`,
      text(square ? "squareSize" : "ownSize"),
      prediction.square === square,
      () => choose({ square }),
    ),
  );
  const offersSquare = !isSquare || prediction.square;
  return {
    figure,
    telling: [
      ...paragraphs("tell4", "tell4Read"),
      prediction.tried ? null : element("p", { class: "hint screen" }, text("tell4Later")),
      ruleBox(),
      offersSquare && Math.min(...Object.values(squareSizes(view)).filter((size) => size > 1)) > 1
        ? element("div", { class: "choice screen", role: "group", "aria-label": text("squareLabel") }, ...sides)
        : null,
      ...(offersSquare ? paragraphs("tell4Square") : []),
    ],
  };
});

/** What the loop adds up, in the network: its first number. */
function askedNetwork(view) {
  const drawing = networkDrawing({
    name: "asked",
    label: text("networkLabel"),
    weightsOf: () => false,
  });
  drawing.named(view.l);
  lightNetwork(drawing, view, firstEntry(view));
  return element("div", { class: "picture small screen" }, drawing.picture);
}

/** The rule, in its three sentences; a screen keeps it until a product was run, paper does not. */
function ruleBox() {
  const lines = ["rule1", "rule2", "rule3"].map((key) => element("li", {}, rich(key)));
  return element(
    "div",
    { class: prediction.tried ? "rule-box" : "rule-box untold" },
    element("p", {}, text("tell4Rule")),
    element("h3", {}, text("slotRule")),
    element("p", {}, rich("rule0")),
    element("ol", {}, ...lines),
  );
}

const indicesOfProduct = ({ factors, result }) =>
  [...new Set([...factors, result].flatMap(({ rows, columns }) => [rows, columns]))];

/** The loop's line as the layout writes it. */
function loopLine({ result, summed, factors }) {
  const [one, other] = factors.map((each) =>
    element("span", { class: `word factor ${each.tint}` }, bracketed(each)),
  );
  const start = [bracketed(result), `= Σ${summed}`].map((part) => element("span", { class: "word" }, part));
  return element("code", {}, start[0], " ", start[1], " ", one, " · ", other);
}

const bracketed = ({ name, rows, columns }) =>
  name + [rows, columns].filter((each) => each !== "·").map((each) => `[${each}]`).join("");

/** Of a network that is too large for the page some numbers, as many as tell the indices apart. */
const knownSizes = ({ sizes }) =>
  given.whole
    ? sizes
    : Object.fromEntries(
        Object.entries(sizes).map(([name, size]) => [name, Math.min(size, MOST_ASKED[name])]),
      );

const MOST_ASKED = { i: 6, j: 3, k: 4, s: 5, "·": 1 };

/** As large a square as all three indices allow. */
function squareSizes(view) {
  const smallest = Math.min(...indicesOfProduct(view).map((name) => view.sizes[name]), MOST_TOLD);
  return Object.fromEntries(indicesOfProduct(view).map((name) => [name, smallest]));
}

/** Two places, a T for each factor, and a button to let the factors change places. */
function chooser(view, sizes, choose) {
  const order = prediction.swapped ? [1, 0] : [0, 1];
  const boxes = order.map((at) => {
    const matrix = view.factors[at];
    const turned = prediction.turned[at];
    const toggle = element(
      "button",
      {
        type: "button",
        class: "toggle",
        "aria-pressed": String(turned),
        "aria-label": text("toggleT", { symbol: matrix.symbol }),
        "data-focus": `turn-${at}`,
        click: () => choose({ turned: prediction.turned.map((each, n) => (n === at ? !each : each)) }),
      },
      "T",
    );
    const [rows, columns] = turned ? [matrix.columns, matrix.rows] : [matrix.rows, matrix.columns];
    return element(
      "div",
      { class: `place ${matrix.tint}` },
      element("span", { class: `symbol ${matrix.tint}` }, matrix.symbol, turned ? element("sup", {}, "T") : null),
      element("small", {}, `[${rows}][${columns}] · ${sizes[rows]} × ${sizes[columns]}`),
      toggle,
    );
  });
  const swap = element(
    "button",
    {
      type: "button",
      "data-focus": "swap",
      "aria-label": text("swap"),
      click: () => choose({ swapped: !prediction.swapped }),
    },
    "⇄",
  );
  const run = element(
    "button",
    { type: "button", class: "run", "data-focus": "run", click: () => choose({ tried: true, ran: runChoice(view, sizes) }) },
    text("run"),
  );
  return element("div", { class: "chooser screen" }, boxes[0], swap, boxes[1], run);
}

/** The reader's product with the numbers of the network, beside what the loop adds up. */
function runChoice(view, sizes) {
  const tableOf = (matrix, at) =>
    table(sizes[matrix.rows], sizes[matrix.columns], (r, c) =>
      at({ s: 0, [matrix.rows]: r, [matrix.columns]: c }),
    );
  const order = prediction.swapped ? [1, 0] : [0, 1];
  const [left, right] = order.map((at) => {
    const entries = tableOf(view.factors[at], view.factors[at].at);
    return prediction.turned[at] ? transpose(entries) : entries;
  });
  const [one, other] = view.factors;
  const wanted = tableOf(view.result, (index) =>
    added(sizes[view.summed], (q) => {
      const indices = { ...index, [view.summed]: q };
      return one.at(indices) * other.at(indices);
    }),
  );
  const shape = (matrix) => `${matrix.length} × ${matrix[0].length}`;
  const shapes = { left: shape(left), right: shape(right), columns: left[0].length, rows: right.length };
  if (left[0].length !== right.length) {
    return { key: "shapesClash", shapes };
  }
  const got = product(left, right);
  if (shape(got) !== shape(wanted)) {
    return { key: "shapeIsWrong", shapes: { ...shapes, got: shape(got), wanted: shape(wanted) }, got };
  }
  const differs = got.map((row, r) => row.map((number, c) => !identical(number, wanted[r][c])));
  const isWrong = differs.flat().some(Boolean);
  return { key: isWrong ? "numbersAreWrong" : "isRight", shapes, got, wanted, differs };
}

/** What running it gave; what was right is explained by the rule. */
function outcome(view, sizes, choose) {
  const { key, shapes, got, wanted, differs } = prediction.ran;
  const right = key === "isRight";
  const feedback = element("p", { class: right ? "feedback right" : "feedback wrong" }, rich(key, shapes));
  const box = element("div", { class: "outcome", role: "status" }, feedback);
  if (wanted) {
    const words = right ? ["yourProduct"] : ["yourProduct", "theLoop"];
    const tables = [got, wanted].slice(0, words.length).map((numbers, at) =>
      numberTable(numbers, text(words[at]), at === 0 ? differs : null),
    );
    box.append(element("div", { class: "outcomes" }, ...tables));
  }
  if (right) {
    answered.add(prediction.question);
    box.append(...becauseOfTheRule(view));
    const next = QUESTIONS.findIndex((_, at) => !answered.has(at));
    const fresh = { question: next, swapped: false, turned: [false, false] };
    const goOn = () => {
      choose(fresh);
      place("story").querySelector("[data-focus=swap]").focus();
    };
    const buttons = [];
    if (next >= 0) {
      buttons.push(
        element("button", { type: "button", "data-focus": "next", click: goOn }, text("nextQuestion")),
      );
    }
    box.append(
      element("p", { class: "buttons screen" }, ...buttons),
      element("p", { class: "hint" }, text("score", { right: answered.size, count: QUESTIONS.length })),
    );
  }
  return box;
}

function numberTable(numbers, caption, differs) {
  const rows = numbers.slice(0, MOST_TOLD).map((row, r) =>
    element(
      "tr",
      {},
      ...row
        .slice(0, MOST_TOLD)
        .map((number, c) => element("td", { class: differs?.[r][c] ? "wrong" : null }, brief(number, 3))),
    ),
  );
  return element("table", { class: "numbers" }, element("caption", {}, caption), element("tbody", {}, ...rows));
}

/** The three sentences of the rule, with the indices of this loop. */
function becauseOfTheRule(view) {
  const { left, right, summed } = view.product;
  const { rows, columns } = view.result;
  const slot = (side, matrix, first, last) =>
    rich(matrix.transposed ? "readsTheOtherWay" : "readsRight", {
      factor: bracketed(matrix),
      needed: `[${first}][${last}]`,
      symbol: matrix.symbol,
      side: text(side),
    });
  const items = [
    rich("because1", { result: bracketed(view.result), rows, columns, index: summed }),
    rich("because2", { rows, left: left.name, columns, right: right.name }),
    slot("left", left, rows, summed),
    slot("right", right, summed, columns),
  ];
  return [element("ul", { class: "because" }, ...items.map((each) => element("li", {}, each)))];
}
