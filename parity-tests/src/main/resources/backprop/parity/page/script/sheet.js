// A matrix as a sheet of numbers that can turn about its diagonal, its labels with it.

/** A story shows at most so many rows and columns. */
const MOST_TOLD = 6;
const told = (size) => Math.min(size, MOST_TOLD, SHOWN);

/**
 * @param sizes how many of each index there are
 * @param turnable whether room is kept for it to turn
 */
function sheet(matrix, sizes, turnable = false) {
  const rows = told(sizes[matrix.rows]);
  const columns = told(sizes[matrix.columns]);
  const cells = [];
  const add = (r, c, classes, content) => {
    const cell = element("span", { class: classes }, content);
    cells.push({ cell, r, c });
    return cell;
  };
  const label = (name, at) => (name === "·" ? "" : `${name}${at}`);
  const corner = (...names) => names.filter((name) => name !== "·").join("＼");
  const box = element("div", {
    class: `sheet ${matrix.tint}`,
    role: "img",
    "aria-label": inWords(matrix, rows, columns),
  });
  box.append(add(0, 0, "axis", ""));
  for (let r = 0; r < rows; r++) {
    box.append(add(r + 1, 0, "axis", label(matrix.rows, r)));
  }
  for (let c = 0; c < columns; c++) {
    box.append(add(0, c + 1, "axis", label(matrix.columns, c)));
  }
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const index = { [matrix.rows]: r, [matrix.columns]: c };
      const written = brief(matrix.at(index), 3);
      const { length } = written;
      const size = length > 7 ? " longer" : length > 6 ? " long" : "";
      const cell = add(r + 1, c + 1, `number${size}`, written);
      cell.index = index;
      box.append(cell);
    }
  }
  const numbers = cells.filter(({ cell }) => cell.index);
  const symbol = element("b", { class: `symbol ${matrix.tint}` }, matrix.symbol);
  const letter = element("sup");
  symbol.append(letter);
  const caption = element("figcaption", {}, symbol, " ", element("small", {}, matrix.name));
  const figure = element("figure", { class: "sheet-figure" }, caption, box);

  /** Its own part of the whole turn: what is near the first corner goes first, so that few meet. */
  const wait = ({ r, c }) => r + c + 0.4 * Math.abs(r - c);
  const longest = Math.max(...cells.map(wait));
  const ownShare = (cell, share) =>
    Math.min(1, Math.max(0, (share - (0.72 * wait(cell)) / longest) / 0.28));

  /** 0 as it lies, 1 turned over, and everything in between; a T says that it does not lie so. */
  function turn(share, isTransposed = share === 1) {
    const across = turnable ? Math.max(rows, columns) : columns;
    const down = turnable ? Math.max(rows, columns) : rows;
    box.style.setProperty("--across", across + 1);
    box.style.setProperty("--down", down + 1);
    letter.textContent = isTransposed ? "T" : "";
    cells[0].cell.textContent =
      share < 1 ? corner(matrix.rows, matrix.columns) : corner(matrix.columns, matrix.rows);
    for (const each of cells) {
      const { cell, r, c } = each;
      const angle = Math.PI * ownShare(each, share);
      const middle = (r + c) / 2;
      const away = (c - r) / 2;
      const height = away * Math.sin(angle);
      cell.style.setProperty("--x", middle + away * Math.cos(angle) + 0.4 * height);
      cell.style.setProperty("--y", middle - away * Math.cos(angle) + 0.4 * height);
      cell.style.setProperty("--near", 1 + 0.09 * height);
      cell.style.setProperty("--level", Math.round(10 + 4 * height));
    }
  }

  /** Which numbers are lit, and which one is touched by the finger. */
  function mark(isLit, isTouched, clashes = false) {
    for (const { cell } of numbers) {
      cell.classList.toggle("lit", isLit(cell.index));
      const touched = isTouched(cell.index);
      cell.classList.toggle("touched", touched);
      cell.classList.toggle("clash", touched && clashes);
    }
  }

  turn(0);
  return { figure, turn, mark };
}

/** Two factors; where there is no room beside each other, each says which side it is. */
function besideEachOther(left, right, between = null) {
  const sides = [left, right].map((figure, at) => {
    const side = element("span", { class: "side" }, text(["leftFactor", "rightFactor"][at]), " ");
    figure.firstElementChild.prepend(side);
    return figure;
  });
  return element("div", { class: "sheets" }, sides[0], between, sides[1]);
}

/** For those who hear it: row by row. */
function inWords(matrix, rows, columns) {
  const row = (r) =>
    Array.from({ length: columns }, (_, c) =>
      brief(matrix.at({ [matrix.rows]: r, [matrix.columns]: c }), 3),
    ).join(" ");
  const lines = Array.from({ length: rows }, (_, r) => `${matrix.rows}${r}: ${row(r)}`);
  return `${matrix.symbol}, ${matrix.name}. ${lines.join("; ")}`;
}
