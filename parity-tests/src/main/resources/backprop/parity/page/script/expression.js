// A step as an expression of whole matrices, the result last: numbers to point at.

/**
 * @param answered whether the reader may see where the T goes
 * @param select is called with the indices of a number that is pointed at
 */
function fillExpression(expression, view, answered, select) {
  const parts = [];
  if (view.product) {
    parts.push(factor(view, "left", answered), sign("·"), factor(view, "right", answered));
  } else {
    parts.push(
      ...(view.terms ? [sign("Σs Σj")] : []),
      matrixFigure(view.start, "left", view.sizes),
    );
  }
  for (const each of view.operations) {
    parts.push(...operationParts(each, view));
  }
  const cell = (index) => resultCell(view, index, select);
  parts.push(sign("="), matrixFigure(view.result, "result", view.sizes, { cell }));
  expression.replaceChildren(...parts);
}

const sign = (symbol) => element("span", { class: "operator" }, symbol);

/** One factor of a product, turned over if it must be; a Jacobian is that of one sample. */
function factor(view, side, answered, s = 0) {
  const matrix = view.product[side];
  const turned = answered && mustTurn(side, view.product);
  const ofSample = { ...matrix, at: (index) => matrix.at({ s, ...index }) };
  const figure = matrixFigure(ofSample, side, view.sizes, { turned });
  figure.classList.toggle("turned", turned);
  return figure;
}

/** Every sample has a Jacobian of its own: shows the one of the number that is pointed at. */
function showSample(expression, view, answered, { s }) {
  for (const side of ["left", "right"]) {
    if (view.product?.[side].name === "jacobian") {
      const shown = expression.querySelector("[data-name=jacobian]");
      shown.replaceWith(factor(view, side, answered, s));
    }
  }
}

function operationParts({ sign: symbol, name, matrix, before, at }, view) {
  if (symbol === "f") {
    return [sign(`→ ${name}`)];
  }
  if (matrix) {
    const side = view.product ? "extra" : "right";
    return [sign(before ? `${symbol} ${before}` : symbol), matrixFigure(matrix, side, view.sizes)];
  }
  if (name === "factor") {
    return at() === 1 ? [] : [sign(`× ${brief(at())}`)];
  }
  return [sign(`${symbol} ${name}`)];
}

/** A number to point at: by hand, by Tab, or by the arrow keys. */
function resultCell(view, index, select) {
  const number = view.result.in(model.loops, view.l)(index);
  const name = entryName(view, index);
  const chosen = () => select(index);
  const button = element(
    "button",
    {
      type: "button",
      "aria-label": `${name} = ${brief(number)}`,
      "data-focus": commandName(view, index),
      focus: chosen,
      pointerenter: chosen,
      click: chosen,
      keydown: moveByArrow,
    },
    brief(number, 4),
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
