// Matrices as tables: a header for every row and column, the numbers in between.

/**
 * One matrix with its name above it.
 *
 * @param turned whether its rows are shown as columns
 * @param cell makes the content of a cell from the indices and the number
 */
function matrixFigure(matrix, side, sizes, { turned = false, cell = plainCell, l } = {}) {
  const [rows, columns] = turned ? [matrix.columns, matrix.rows] : [matrix.rows, matrix.columns];
  const size = text("size", { rows: sizes[rows], columns: sizes[columns] });
  const symbol = matrix.symbol + (turned ? "ᵀ" : "");
  const caption = element(
    "figcaption",
    {},
    element("span", { class: `symbol ${side}` }, symbol),
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
      row.append(cell({ [rows]: r, [columns]: c }, matrix, side));
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
  return element("figure", { class: `matrix ${side}`, "data-name": matrix.name }, caption, grid);
}

const shown = (size) => Math.min(size, SHOWN);

const cornerText = (rows, columns) => [rows, columns].filter((name) => name !== "·").join(" ＼ ");

function headerCell(scope, name, position) {
  const label = name === "·" ? "" : `${name}${position}`;
  return element("th", { scope, class: name === "·" ? "single" : null }, label);
}

function plainCell(index, matrix, side) {
  const cell = element("td", { class: side }, brief(matrix.at(index), 4));
  cell.index = index;
  cell.matrix = matrix;
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

const stillness = matchMedia("(prefers-reduced-motion: reduce)");

/**
 * Turns a matrix over its diagonal before the reader's eyes: every entry starts where its row and
 * column were, and the sheet turns around the diagonal to where they are now.
 */
function turnOver(figure) {
  const rows = [...figure.querySelector("tbody").rows].map((row) => [...row.cells].slice(1));
  const first = rows[0][0];
  if (stillness.matches) {
    return;
  }
  const timing = { duration: 1600, easing: "ease-in-out" };
  rows.forEach((row, r) =>
    row.forEach((cell, c) => {
      const across = (r - c) * first.offsetWidth;
      const down = (c - r) * first.offsetHeight;
      const place = (share, angle, offset) => ({
        transform: `translate(${across * share}px, ${down * share}px) rotate3d(1, 1, 0, ${angle}deg)`,
        offset,
      });
      // Edge-on in the middle, where the back would come to the front.
      cell.animate(
        [place(1, 0, 0), place(0.5, 90, 0.5), place(0.5, -90, 0.5), place(0, 0, 1)],
        timing,
      );
    }),
  );
  for (const header of figure.querySelectorAll("th")) {
    header.animate([{ opacity: 0 }, { opacity: 0, offset: 0.7 }, { opacity: 1 }], timing);
  }
  figure.classList.add("turning");
  setTimeout(() => figure.classList.remove("turning"), timing.duration);
}
