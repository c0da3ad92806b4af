// What the reader's product of scene 4 gives, beside what the loop adds up.

/** Every way to put two factors in their places, each with a T or without. */
const CHOICES = [false, true].flatMap((swapped) =>
  [0, 1, 2, 3].map((each) => ({ swapped, turned: [(each & 1) > 0, (each & 2) > 0] })),
);

/** A product with the numbers of the network, beside what the loop adds up. */
function runChoice(view, sizes, { swapped, turned }) {
  const tableOf = (matrix, at) =>
    table(sizes[matrix.rows], sizes[matrix.columns], (r, c) =>
      at({ s: 0, [matrix.rows]: r, [matrix.columns]: c }),
    );
  const order = swapped ? [1, 0] : [0, 1];
  const [left, right] = order.map((at) => {
    const entries = tableOf(view.factors[at], view.factors[at].at);
    return turned[at] ? transpose(entries) : entries;
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
  const isMirrored = String(transpose(got)) === String(wanted);
  if (shape(got) !== shape(wanted)) {
    const key = isMirrored ? "shapeIsMirrored" : "shapeIsWrong";
    return { key, shapes: { ...shapes, got: shape(got), wanted: shape(wanted) } };
  }
  const differs = got.map((row, r) => row.map((number, c) => !identical(number, wanted[r][c])));
  const wrong = isMirrored ? "numbersAreMirrored" : "numbersAreWrong";
  return { key: differs.flat().some(Boolean) ? wrong : "isRight", shapes, got, wanted, differs };
}

/** What running it gave, with room for whatever else it could give. */
function outcomes(view, sizes) {
  const shown = prediction.ran
    ? outcome(view, prediction, prediction.ran)
    : element("p", { class: "hint awaited screen" }, text("outcomeLater"));
  const all = CHOICES.map((choice) => outcome(view, choice, runChoice(view, sizes, choice)));
  if (prediction.ran) {
    shown.setAttribute("role", "status");
  }
  return roomFor(shown, ...all);
}

function outcome(view, choice, { key, shapes, got, wanted, differs }) {
  const right = key === "isRight";
  const values = { ...shapes, fingers: whereFingersGo(view, choice) };
  const feedback = element("p", { class: right ? "feedback right" : "feedback wrong" }, rich(key, values));
  const box = element("div", { class: "outcome" }, feedback);
  if (wanted) {
    const yours = numberTable(got, text("yourProduct"), resultOf(view, choice), differs);
    const loop = right ? null : numberTable(wanted, text("theLoop"), view.result);
    box.append(element("div", { class: "outcomes" }, ...[yours, loop].filter(Boolean)));
  }
  return box;
}

/** Which index each finger of a chosen product follows, and which one the loop sums. */
function whereFingersGo(view, choice) {
  const { swapped, turned } = choice;
  const [left, right] = (swapped ? [1, 0] : [0, 1]).map((at) => {
    const { rows, columns } = view.factors[at];
    return turned[at] ? [columns, rows] : [rows, columns];
  });
  const written = ([first, last]) => `[${first}][${last}]`;
  const [followed, other] = [left[1], right[0]];
  const { summed: index, result } = view;
  const got = written([left[0], right[1]]);
  const wanted = written([result.rows, result.columns]);
  const key = followed === index && other === index ? "fingersFit" : "fingersMiss";
  return text(key, { left: written(left), right: written(right), followed, other, index, got, wanted });
}

/** The way on, once the answer is right. */
function nextQuestion(choose) {
  const next = QUESTIONS.findIndex((_, at) => !answered.has(at));
  const goOn = () => {
    choose({ question: next, swapped: false, turned: [false, false] });
    place("question").focus({ preventScroll: true });
    place("question").scrollIntoView();
  };
  const button =
    next < 0
      ? null
      : element("button", { type: "button", "data-focus": "next", click: goOn }, text("nextQuestion"));
  const score = text("score", { right: answered.size, count: QUESTIONS.length });
  return element(
    "p",
    { class: isRight() ? "buttons screen" : "buttons screen unsaid" },
    button,
    element("span", { class: "hint score" }, score),
  );
}

/** Which index counts the rows of a chosen product, and which its columns. */
function resultOf(view, { swapped, turned }) {
  const [left, right] = swapped ? [1, 0] : [0, 1];
  const [rows, columns] = [turned[left] ? "columns" : "rows", turned[right] ? "rows" : "columns"];
  return { rows: view.factors[left][rows], columns: view.factors[right][columns] };
}

function numberTable(numbers, caption, names, differs = null) {
  const head = element("tr", {}, element("td", { class: "corner" }));
  head.append(...numbers[0].slice(0, MOST_TOLD).map((_, c) => headerCell("col", names.columns, c)));
  const rows = numbers.slice(0, MOST_TOLD).map((row, r) =>
    element(
      "tr",
      {},
      headerCell("row", names.rows, r),
      ...row
        .slice(0, MOST_TOLD)
        .map((number, c) => element("td", { class: differs?.[r][c] ? "wrong" : null }, brief(number, 3))),
    ),
  );
  return element("table", { class: "numbers" }, element("caption", {}, caption), element("thead", {}, head), element("tbody", {}, ...rows));
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
    rich("because1", { result: bracketed(sumOf(view)), rows, columns, index: summed }),
    rich("because2", { rows, left: left.name, columns, right: right.name }),
    slot("left", left, rows, summed),
    slot("right", right, summed, columns),
  ];
  return [element("ul", { class: "because" }, ...items.map((each) => element("li", {}, each)))];
}
