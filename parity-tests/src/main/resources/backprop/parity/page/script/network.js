// The network as it is drawn: a circle for every neuron, a line for every weight.

const SVG = "http://www.w3.org/2000/svg";
const MOST_DRAWN = 6;

function drawn(tag, attributes, ...children) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      made.addEventListener(name, value);
    } else if (value !== null) {
      made.setAttribute(name, value);
    }
  }
  made.append(...children);
  return made;
}

/**
 * @param name of the drawing, for what has the focus
 * @param onWeight is called with layer, j and i of a line that is chosen
 * @param weightsOf says whether the lines that lead to a layer can be chosen
 * @param onNeuron is called with layer and position of a circle that is chosen
 * @param neuronsOf says whether the circles of a layer can be chosen
 * @param most neurons that a layer of this drawing has
 * @param room for words beside the last layer
 */
function networkDrawing({
  name: drawing,
  label,
  onWeight,
  weightsOf,
  onNeuron = () => {},
  neuronsOf = () => false,
  most = Infinity,
  room = 0,
}) {
  const widths = [given.layers[0].inputs, ...given.layers.map(({ outputs }) => outputs)].map((width) =>
    Math.min(width, most),
  );
  const counts = widths.map((width) => Math.min(width, MOST_DRAWN));
  const height = Math.max(...counts) * 62 + 34;
  const across = 420;
  const at = (l, n) => ({
    x: 44 + (l * (across - 110)) / (widths.length - 1),
    y: height / 2 + (n - (counts[l] - 1) / 2) * 62,
  });
  /** Circles and lines by turns, from left to right. */
  const columns = Array.from({ length: 2 * widths.length - 1 }, () => []);
  const edges = new Map();
  const nodes = new Map();
  const picture = drawn("svg", {
    viewBox: `0 0 ${across + room} ${height}`,
    class: "network",
    role: "group",
    "aria-label": label,
  });
  for (let l = 1; l < widths.length; l++) {
    for (let j = 0; j < counts[l]; j++) {
      for (let i = 0; i < counts[l - 1]; i++) {
        const from = at(l - 1, i);
        const to = at(l, j);
        const ends = { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
        const edge = drawn(
          "g",
          { class: "edge" },
          drawn("line", { class: "reach", ...ends }),
          drawn("line", { class: "line", ...ends }),
        );
        if (weightsOf(l)) {
          const choose = () => onWeight(l, j, i);
          becomeButton(edge, `weights[${l}][${j}][${i}]`, `${drawing}-${l}-${j}-${i}`, choose);
          columns[2 * l - 1].push({ shape: edge, y: (from.y + to.y) / 2 });
        }
        edges.set(`${l} ${j} ${i}`, edge);
        picture.append(edge);
      }
    }
  }
  widths.forEach((width, l) => {
    for (let n = 0; n < counts[l]; n++) {
      const { x, y } = at(l, n);
      const value = drawn("text", { class: "node-value", x, y: y + 4 });
      const name = drawn("text", { class: "node-name", x, y: y - 25 });
      const circle = drawn("circle", { cx: x, cy: y, r: 20 });
      const node = drawn("g", { class: "node" }, circle, value, name);
      if (neuronsOf(l)) {
        const called = text("neuronLabel", { layer: l, neuron: n });
        becomeButton(node, called, `${drawing}-${l}-${n}`, () => onNeuron(l, n));
        columns[2 * l].push({ shape: node, y });
      }
      nodes.set(`${l} ${n}`, { node, value, name });
      picture.append(node);
    }
    if (width > counts[l]) {
      const { x, y } = at(l, counts[l] - 1);
      picture.append(drawn("text", { class: "node-name", x, y: y + 38 }, `⋮ ${width}`));
    }
  });
  const rest = arrowKeys(columns);
  return {
    picture,
    at,
    counts,
    edges,
    nodes,
    /** Names the neurons as the steps of layer l do. */
    named(l) {
      for (const [key, { name }] of nodes) {
        const [layer, n] = key.split(" ").map(Number);
        const letter = { [l - 1]: "i", [l]: "j", [l + 1]: "k" }[layer];
        name.textContent = letter ? `${letter}${n}` : "";
      }
    },
    light(isEdgeLit, isNodeLit) {
      edges.forEach((edge, key) => edge.classList.toggle("lit", isEdgeLit(...key.split(" ").map(Number))));
      nodes.forEach(({ node }, key) => node.classList.toggle("lit", isNodeLit(...key.split(" ").map(Number))));
      rest();
    },
  };
}

function becomeButton(shape, label, focus, choose) {
  shape.setAttribute("role", "button");
  shape.setAttribute("aria-label", label);
  shape.dataset.focus = focus;
  shape.addEventListener("click", choose);
  shape.addEventListener("keydown", (event) => {
    if (["Enter", " "].includes(event.key)) {
      event.preventDefault();
      choose();
    }
  });
}

/**
 * Up and down go through the lines, or the circles, of a layer; left and right to what is beside.
 *
 * @param all columns from left to right, each from top to bottom
 * @returns what puts the one stop for Tab on the first line that is lit, or else the first circle
 */
function arrowKeys(all) {
  const columns = all.filter((column) => column.length > 0);
  const shapes = columns.flat().map(({ shape }) => shape);
  const stopAt = (stop) =>
    shapes.forEach((shape) => shape.setAttribute("tabindex", shape === stop ? 0 : -1));
  columns.forEach((column, across) =>
    column.forEach(({ shape, y }, down) => {
      shape.addEventListener("focus", () => stopAt(shape));
      shape.addEventListener("keydown", (event) => {
        const next = {
          ArrowUp: () => column[down - 1],
          ArrowDown: () => column[down + 1],
          ArrowLeft: () => nearest(columns[across - 1], y),
          ArrowRight: () => nearest(columns[across + 1], y),
        }[event.key]?.();
        if (next) {
          event.preventDefault();
          next.shape.focus();
        }
      });
    }),
  );
  const isLit = (shape) => shape.classList.contains("lit");
  return () => {
    const lit = shapes.filter(isLit);
    stopAt(lit.find((shape) => shape.classList.contains("edge")) ?? lit[0] ?? shapes[0]);
  };
}

const nearest = (column = [], y) =>
  column.toSorted((one, other) => Math.abs(one.y - y) - Math.abs(other.y - y))[0];
