// What the reader's product of scene 4 gives, beside what the loop adds up.

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
  const isMirrored = String(transpose(got)) === String(wanted);
  if (shape(got) !== shape(wanted)) {
    const key = isMirrored ? "shapeIsMirrored" : "shapeIsWrong";
    return { key, shapes: { ...shapes, got: shape(got), wanted: shape(wanted) } };
  }
  const differs = got.map((row, r) => row.map((number, c) => !identical(number, wanted[r][c])));
  const wrong = isMirrored ? "numbersAreMirrored" : "numbersAreWrong";
  return { key: differs.flat().some(Boolean) ? wrong : "isRight", shapes, got, wanted, differs };
}

/** What running it gave; what was right is explained by the rule. */
function outcome(view, sizes, choose) {
  const { key, shapes, got, wanted, differs } = prediction.ran;
  const right = key === "isRight";
  const feedback = element("p", { class: right ? "feedback right" : "feedback wrong" }, rich(key, shapes));
  const box = element("div", { class: "outcome", role: "status" }, feedback);
  if (wanted) {
    const yours = numberTable(got, text("yourProduct"), chosenResult(view), differs);
    const loop = right ? null : numberTable(wanted, text("theLoop"), view.result);
    box.append(element("div", { class: "outcomes" }, ...[yours, loop].filter(Boolean)));
  }
  if (right) {
    box.append(...becauseOfTheRule(view));
    const next = QUESTIONS.findIndex((_, at) => !answered.has(at));
    const fresh = { question: next, swapped: false, turned: [false, false] };
    const goOn = () => {
      choose(fresh);
      place("question").focus();
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

/** Which index counts the rows of the reader's product, and which its columns. */
function chosenResult(view) {
  const [left, right] = prediction.swapped ? [1, 0] : [0, 1];
  const [rows, columns] = [
    prediction.turned[left] ? "columns" : "rows",
    prediction.turned[right] ? "rows" : "columns",
  ];
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
