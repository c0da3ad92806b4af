// Scene 4: which factor goes left, and which one gets a T? The reader says it, and it is run.

/** Step 7 first; then the other products, in every layout. */
const QUESTIONS = [7, 6, 1].flatMap((number) => LAYOUTS.map((layout) => ({ number, layout })));

/** What the reader has chosen so far, and which questions were answered rightly. */
const prediction = {
  question: 0,
  square: false,
  swapped: false,
  turned: [false, false],
  turning: null,
  ran: null,
  tries: 0,
};
const answered = new Set();

/** Nobody is shown step 7 before having predicted it. */
const isPredicted = () => answered.size > 0;

/** Whether what was run last is the answer. */
const isRight = () => prediction.ran?.key === "isRight";

/** The rule is there for those who found it, or could not. */
const isRuleShown = () => isPredicted() || prediction.tries > 1;

scene(4, "scene4", () => {
  const { number, layout } = QUESTIONS[prediction.question];
  const view = stepView(number, layersOf(number)[0], layout);
  const sizes = prediction.square ? squareSizes(view) : knownSizes(view);
  const isSquare = new Set(indicesOfProduct(view).map((name) => sizes[name])).size === 1;
  const choose = (change) => {
    Object.assign(prediction, { ran: null, turning: null, ...change });
    redrawScenes(4);
  };
  const asked = { at: prediction.question + 1, count: QUESTIONS.length };
  const before = QUESTIONS[prediction.question - 1];
  const sameStep = before?.number === number ? stepView(number, view.l, before.layout) : null;
  const figure = [
    element("h3", { id: "question", class: "screen", tabindex: -1 }, text("question", asked)),
    element("p", {}, rich(`predict${number}`)),
    sameStep ? element("p", {}, rich("sameStep"), element("b", {}, layoutName(layout))) : null,
    askedNetwork(view),
    element("p", { class: "loop-line" }, loopLine(view, sameStep)),
    element("p", { class: "hint" }, rich("sigma", { index: view.summed })),
    given.whole ? null : element("p", { class: "hint" }, text("askedExcerpt")),
    element("p", { class: "asked screen" }, text("predictAsked")),
    chooser(view, sizes, choose),
    outcomes(view, sizes),
    nextQuestion(choose),
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
      offersSquare && Math.min(...Object.values(squareSizes(view)).filter((size) => size > 1)) > 1
        ? element("div", { class: "choice screen", role: "group", "aria-label": text("squareLabel") }, ...sides)
        : null,
      ...(offersSquare ? paragraphs("tell4Square") : []),
      ruleBox(),
      rightAnswer(view),
    ],
  };
});

/** What the loop adds up, in the network: its first number. A square network has that many neurons. */
function askedNetwork(view) {
  const drawing = networkDrawing({
    name: "asked",
    label: text("networkLabel"),
    weightsOf: () => false,
    most: prediction.square ? Math.min(...Object.values(squareSizes(view))) : undefined,
  });
  drawing.named(view.l);
  lightNetwork(drawing, view, firstEntry(view));
  return element("div", { class: "picture small screen" }, drawing.picture);
}

/** The rule, in its three sentences; a screen keeps it, and its room, for later; paper does not. */
function ruleBox() {
  const lines = ["rule1", "rule2", "rule3"].map((key) => element("li", {}, rich(key)));
  const rule = element(
    "div",
    { class: isRuleShown() ? "rule-box" : "rule-box untold" },
    element("p", {}, text("tell4Rule")),
    element("h3", {}, text("slotRule")),
    element("p", {}, rich("rule0")),
    element("ol", {}, ...lines),
  );
  const later = isRuleShown() ? null : element("p", { class: "hint awaited screen" }, text("tell4Later"));
  return element("div", { class: "room" }, rule, later);
}

/** What the rule says of this loop, once that was answered. */
const rightAnswer = (view) =>
  element("div", { class: isRight() ? null : "unsaid" }, ...becauseOfTheRule(view));

const indicesOfProduct = ({ factors, result }) =>
  [...new Set([...factors, result].flatMap(({ rows, columns }) => [rows, columns]))];

/** What the loop's sum is called: f′ comes after it, so it is no delta yet. */
const sumOf = ({ result, operations }) =>
  operations.some(({ sign }) => sign === "∘") ? { ...result, name: "sum" } : result;

/** The loop's line as the layout writes it; indices that stood otherwise before are marked. */
function loopLine(view, before = null) {
  const { summed, factors } = view;
  const word = (matrix, earlier, tint) => {
    const { name } = matrix;
    const indices = bracketed(matrix).slice(name.length);
    const isNew = before && bracketed(earlier).slice(earlier.name.length) !== indices;
    const classes = tint ? `word factor ${tint}` : "word";
    return element("span", { class: classes }, name, isNew ? element("mark", {}, indices) : indices);
  };
  const start = word(sumOf(view), before && sumOf(before));
  const sigma = element("span", { class: "word" }, `= Σ${summed}`);
  const [one, other] = factors.map((each, at) => word(each, before?.factors[at], each.tint));
  return element("code", {}, start, " ", sigma, " ", one, " · ", other);
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

/** Two places, each with its finger, a T for each factor, and a button to let them change places. */
function chooser(view, sizes, choose) {
  const order = prediction.swapped ? [1, 0] : [0, 1];
  const boxes = order.map((at, side) => {
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
        click: () => {
          const turned = prediction.turned.map((each, n) => (n === at ? !each : each));
          choose({ turned, turning: at });
        },
      },
      "T",
    );
    const [rows, columns] = turned ? [matrix.columns, matrix.rows] : [matrix.rows, matrix.columns];
    const { figure, turn, mark } = sheet(matrix, sizes, true);
    const followed = side === 0 ? rows : columns;
    mark(
      (index) => index[followed] === 0,
      (index) => index[rows] === 0 && index[columns] === 0,
    );
    if (prediction.turning === at) {
      glide(figure, 1.6, (share) => turn(turned ? share : 1 - share));
    } else {
      turn(turned ? 1 : 0);
    }
    const size = text("sizeInWords", { rows: sizes[rows], columns: sizes[columns] });
    figure.firstElementChild.append(element("div", {}, element("small", {}, `[${rows}][${columns}] · ${size}`)));
    return element("div", { class: `place ${matrix.tint}` }, figure, toggle);
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
    { type: "button", class: "run", "data-focus": "run", click: answer },
    text("run"),
  );

  function answer() {
    const ran = runChoice(view, sizes, prediction);
    if (ran.key === "isRight") {
      answered.add(prediction.question);
      redrawScenes(5);
    }
    choose({ tries: prediction.tries + 1, ran });
  }

  return element("div", { class: "chooser screen" }, boxes[0], swap, boxes[1], run);
}
