// The matrices that the steps read, and what a switch of the layout does to them.

/** So many rows, columns and terms are shown; the rest is counted. */
const SHOWN = given.shown;

/** Whether the page holds all entries along an index, so that it can go through them. */
const isComplete = (size) => given.whole || size <= SHOWN;

/**
 * A matrix as it is stored.
 *
 * @param rows name of the index that counts its rows, "·" if there is only one
 * @param at the entry for given indices, such as {j: 0, s: 2}
 * @param loopCode, matrixCode how the twins' source writes it
 */
const operand = (symbol, name, rows, columns, at, loopCode, matrixCode = name) => ({
  symbol,
  name,
  rows,
  columns,
  at,
  loopCode: loopCode ?? `${name}[${rows}][${columns}]`,
  matrixCode,
});

const sizesOf = (l) => ({
  i: given.layers[l - 1].inputs,
  j: given.layers[l - 1].outputs,
  k: given.layers[l]?.outputs ?? given.layers[l - 1].outputs,
  s: given.samples,
  "·": 1,
});

/** What the steps of layer l read. */
function context(l) {
  const { network } = model;
  const layer = network.layers[l - 1];
  const entries =
    (quantity, rows, columns, of = l) =>
    (index) =>
      model.values(quantity, of)[index[rows]][index[columns] ?? 0];
  return {
    l,
    network,
    activation: layer.activation,
    weights: operand("W", "weights", "j", "i", ({ j, i }) => layer.weights[j][i]),
    biases: operand("b", "biases", "j", "·", ({ j }) => layer.biases[j], "biases[j]"),
    before: operand("A", "activations", "i", "s", entries("activations", "i", "s", l - 1)),
    preActivations: operand("Z", "preActivations", "j", "s", entries("preActivations", "j", "s")),
    activations: operand("A", "activations", "j", "s", entries("activations", "j", "s")),
    targets: operand("T", "targets", "j", "s", ({ j, s }) => network.targets[j][s]),
    delta: operand("Δ", "delta", "j", "s", entries("deltas", "j", "s")),
    entries,
  };
}

/** Rows become columns, and the factors of a product change sides. */
function turnedOver(view) {
  const turned = (matrix) =>
    matrix && {
      ...matrix,
      rows: matrix.columns,
      columns: matrix.rows,
      symbol: matrix.symbol === "1" ? "1ᵀ" : matrix.symbol,
    };
  const { product: factors } = view;
  return {
    ...view,
    start: turned(view.start),
    product: factors && {
      ...factors,
      left: turned(factors.right),
      right: turned(factors.left),
    },
    operations: view.operations.map((each) => ({ ...each, matrix: turned(each.matrix) })),
    result: turned(view.result),
    formula: view.formulaInRows ?? view.formula,
  };
}

const result = (symbol, quantity, rows, columns, loopCode) => ({
  ...operand(symbol, quantity, rows, columns, null, loopCode, ""),
  in: (form, l) => (index) => model.values(quantity, l, form)[index[rows]][index[columns] ?? 0],
});

/** What happens to a sum, or to a first operand, once it is there. */
const operation = (sign, matrix) => ({
  sign,
  matrix,
  name: matrix.name,
  at: matrix.at,
  loopCode: matrix.loopCode,
  matrixCode: matrix.matrixCode,
});

const timesFactor = (network, loopCode = "factor", matrixCode = loopCode) => ({
  sign: "×",
  name: "factor",
  at: () => reductionFactor(network),
  loopCode,
  matrixCode,
});

function timesDerivative({ network, l, entries }) {
  const f = ACTIVATIONS[network.layers[l - 1].activation];
  const z = entries("preActivations", "j", "s");
  return operation(
    "∘",
    operand(
      "f′(Z)",
      "f′(z)",
      "j",
      "s",
      (index) => f.derivative(z(index)),
      "activation.derivative(preActivations[j][s])",
      "derivatives",
    ),
  );
}

/** The sum of that many terms, one by one. */
function added(count, term) {
  let sum = 0;
  for (let index = 0; index < count; index++) {
    sum += term(index);
  }
  return sum;
}
