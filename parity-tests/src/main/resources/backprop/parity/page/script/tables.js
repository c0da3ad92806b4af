// Matrices as tables: a header for every row and column, the numbers in between.

/**
 * One matrix with its name above it.
 *
 * @param turned whether its rows are shown as columns
 * @param kind the class of the figure, if it has another colour than its matrix
 * @param cell makes the content of a cell from the indices and the matrix
 */
function matrixFigure(matrix, sizes, { turned = false, kind = matrix.tint, cell = numberCell } = {}) {
  const [rows, columns] = turned ? [matrix.columns, matrix.rows] : [matrix.rows, matrix.columns];
  const size = text("size", { rows: sizes[rows], columns: sizes[columns] });
  const symbol = matrix.symbol + (turned ? "ᵀ" : "");
  const caption = element(
    "figcaption",
    {},
    element("span", { class: `symbol ${matrix.tint}` }, symbol),
    " ",
    element("small", {}, `${matrix.name} · ${size}`),
  );
  const header = element("tr", {}, element("td", { class: "corner" }, cornerText(rows, columns)));
  for (let c = 0; c < shown(sizes[columns]); c++) {
    header.append(headerCell("col", columns, c));
  }
  const body = element("tbody");
  for (let r = 0; r < shown(sizes[rows]); r++) {
    const row = element("tr", {}, headerCell("row", rows, r));
    for (let c = 0; c < shown(sizes[columns]); c++) {
      row.append(cell({ [rows]: r, [columns]: c }, matrix));
    }
    if (sizes[columns] > SHOWN) {
      row.append(element("td", { class: "more" }, "…"));
    }
    body.append(row);
  }
  if (sizes[rows] > SHOWN) {
    body.append(element("tr", {}, element("td", { class: "more" }, "⋮")));
  }
  const label = `${symbol} (${matrix.name})`;
  const grid = element("table", { "aria-label": label }, element("thead", {}, header), body);
  const wide = shown(sizes[columns]) > MOST_BESIDE;
  const reach = wide ? { tabindex: 0, role: "region", "aria-label": label } : {};
  const scroll = element("div", { class: "scroll", ...reach }, grid);
  return element("figure", { class: `matrix ${kind}`, "data-name": matrix.name }, caption, scroll);
}

/** What is wider may have to be moved sideways, by keyboard too. */
const MOST_BESIDE = 4;

const shown = (size) => Math.min(size, SHOWN);

const cornerText = (rows, columns) => [rows, columns].filter((name) => name !== "·").join(" ＼ ");

function headerCell(scope, name, position) {
  const single = name === "·";
  return element(
    single ? "td" : "th",
    { scope: single ? null : scope, class: single ? "single" : null },
    single ? "" : `${name}${position}`,
  );
}

/** A number of the case is a field, one that follows from it is a text. */
function numberCell(index, matrix) {
  const content =
    matrix.holder && given.whole ? field(matrix, index) : liveText(() => brief(matrix.at(index), 4));
  const cell = element("td", { class: matrix.tint }, content);
  cell.index = index;
  return cell;
}

/** Lights the cells that go into one number of the result, and one term of its sum the brightest. */
function light(stage, selected, term) {
  for (const cell of stage.querySelectorAll("td")) {
    if (cell.index) {
      const goesIn = Object.entries(cell.index).every(
        ([name, position]) => !(name in selected) || name === "·" || selected[name] === position,
      );
      const isTerm = term && term.name in cell.index && cell.index[term.name] === term.position;
      cell.classList.toggle("lit", goesIn);
      cell.classList.toggle("term", Boolean(goesIn && isTerm));
    }
  }
}
