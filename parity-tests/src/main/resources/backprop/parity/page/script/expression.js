// A step as an expression of whole matrices, the result last: numbers to point at.

/** @param select is called with the indices of a number that is pointed at */
function fillExpression(expression, view, select) {
  const parts = [];
  if (view.product) {
    parts.push(factor(view, "left"), sign("·"), factor(view, "right"));
  } else {
    parts.push(
      ...(view.terms ? [sign("Σs Σj")] : []),
      matrixFigure(view.start, view.sizes),
    );
  }
  for (const each of view.operations) {
    parts.push(...operationParts(each, view));
  }
  const cell = (index) => resultCell(view, index, select);
  const result = matrixFigure(view.result, view.sizes, { kind: "result", cell });
  parts.push(element("span", { class: "with-result" }, sign("="), result));
  expression.replaceChildren(...parts);
  if (view.beside) {
    expression.append(element("span", { class: "with-result beside" }, matrixFigure(view.beside, view.sizes)));
  }
}

const sign = (symbol) => element("span", { class: "operator" }, symbol);

/** One factor of a product, turned over if it must be; a Jacobian is that of one sample. */
function factor(view, side, s = 0) {
  const matrix = view.product[side];
  const ofSample = { ...matrix, at: (index) => matrix.at({ s, ...index }) };
  return matrixFigure(ofSample, view.sizes, { turned: matrix.transposed });
}

/** Every sample has a Jacobian of its own: shows the one of the number that is pointed at. */
function showSample(expression, view, { s }) {
  for (const side of ["left", "right"]) {
    if (view.product?.[side].name === "jacobian") {
      expression.querySelector("[data-name=jacobian]").replaceWith(factor(view, side, s));
    }
  }
}

function operationParts({ sign: symbol, name, matrix, rate, at }, view) {
  if (symbol === "f") {
    return [sign(`→ ${name}`)];
  }
  if (matrix) {
    const { network } = model;
    const before = rate ? [rateField(network), sign("·")] : [];
    return [sign(symbol), ...before, matrixFigure(matrix, view.sizes)];
  }
  if (name === "factor") {
    return at() === 1 ? [] : [sign(`× ${brief(at())}`)];
  }
  return [sign(`${symbol} ${name}`)];
}

const rateField = (network) =>
  given.whole
    ? element("span", { class: "rate" }, numberField(text("learningRate"), "rate", network, "learningRate"))
    : sign(brief(network.learningRate));

/** A number to point at: by hand, by Tab, or by the arrow keys. */
function resultCell(view, index, select) {
  const read = () => brief(view.result.in(model.loops, view.l)(index), 4);
  const chosen = () => select(index);
  const button = element(
    "button",
    {
      type: "button",
      "aria-label": `${entryName(view, index)} = ${read()}`,
      "data-focus": commandName(view, index),
      focus: chosen,
      pointerenter: chosen,
      click: chosen,
      keydown: moveByArrow,
    },
    liveText(read),
  );
  const cell = element("td", { class: "result" }, button);
  cell.index = index;
  return cell;
}

/** Tab goes to the number that was pointed at last, and from there on to its terms. */
function rove(expression, name) {
  for (const button of expression.querySelectorAll(".result button")) {
    button.tabIndex = button.dataset.focus === name ? 0 : -1;
  }
}

function moveByArrow(event) {
  const [down, across] = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
  }[event.key] ?? [0, 0];
  const cell = event.target.closest("td");
  const row = cell.closest("tbody").rows[cell.parentNode.sectionRowIndex + down];
  const target = row?.cells[cell.cellIndex + across]?.querySelector("button");
  if (target && (down !== 0 || across !== 0)) {
    event.preventDefault();
    target.focus();
  }
}
