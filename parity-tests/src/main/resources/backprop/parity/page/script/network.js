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
 * @param onWeight is called with layer, j and i of a line that is chosen
 * @param onNeuron is called with layer and position of a circle that is chosen
 */
function networkDrawing({ label, onWeight, onNeuron, reachable = () => false }) {
  const widths = [given.layers[0].inputs, ...given.layers.map(({ outputs }) => outputs)];
  const counts = widths.map((width) => Math.min(width, MOST_DRAWN));
  const height = Math.max(...counts) * 62 + 34;
  const across = 420;
  const at = (l, n) => ({
    x: 44 + (l * (across - 110)) / (widths.length - 1),
    y: height / 2 + (n - (counts[l] - 1) / 2) * 62,
  });
  const edges = new Map();
  const nodes = new Map();
  const picture = drawn("svg", {
    viewBox: `0 0 ${across} ${height}`,
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
        const choose = () => onWeight(l, j, i);
        const byKey = reachable(l);
        const edge = drawn(
          "g",
          {
            class: "edge",
            click: choose,
            tabindex: byKey ? 0 : null,
            role: byKey ? "button" : null,
            "aria-label": byKey ? `weights[${l}][${j}][${i}]` : null,
            "data-focus": byKey ? `edge-${l}-${j}-${i}` : null,
            keydown: (event) => {
              if (byKey && ["Enter", " "].includes(event.key)) {
                event.preventDefault();
                choose();
              }
            },
          },
          drawn("line", { class: "reach", ...ends }),
          drawn("line", { class: "line", ...ends }),
        );
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
      const choose = () => onNeuron(l, n);
      const circle = drawn("circle", { cx: x, cy: y, r: 20 });
      const node = drawn("g", { class: "node", click: choose }, circle, value, name);
      nodes.set(`${l} ${n}`, { node, value, name });
      picture.append(node);
    }
    if (width > counts[l]) {
      const { x, y } = at(l, counts[l] - 1);
      picture.append(drawn("text", { class: "node-name", x, y: y + 38 }, `⋮ ${width}`));
    }
  });
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
    },
  };
}
