// The matrices that the steps read, and what a switch of the layout does to them.

/** So many rows, columns and terms are shown; the rest is counted. */
const SHOWN = given.shown;

/** Whether the page holds all entries along an index, so that it can go through them. */
const isComplete = (size) => given.whole || size <= SHOWN;

/** A colour stays with its matrix wherever that goes; F are weights, too. What is not here is plain. */
const TINTS = { Δ: "blue", A: "orange", W: "green", F: "green" };

/**
 * A matrix that a step reads.
 *
 * @param rows name of the index that counts its rows, "·" if there is only one
 * @param at the entry for given indices, such as {j: 0, s: 2}
 * @param more storedBy: which half of the layout decides how it lies; loopCode, matrixCode: how the
 *     twins' source writes it; holder: the array and place of an entry that can be changed
 */
const operand = (symbol, name, rows, columns, at, more = {}) => ({
  symbol,
  name,
  rows,
  columns,
  at,
  tint: TINTS[symbol] ?? "plain",
  storedBy: "samples",
  loopCode: `${name}[${rows}][${columns}]`,
  matrixCode: name,
  ...more,
});

/** A matrix of the case itself: its numbers can be changed where they stand. */
const changeable = (symbol, name, rows, columns, holder, more) =>
  operand(
    symbol,
    name,
    rows,
    columns,
    (index) => {
      const [array, at] = holder(index);
      return array[at];
    },
    { holder, ...more },
  );

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
  const weightsOf = (symbol, name, rows, columns, { weights }) =>
    changeable(
      symbol,
      name,
      rows,
      columns,
      (index) => [weights[index[rows]], index[columns]],
      { storedBy: "weights" },
    );
  const inputs = ({ i, s }) => [network.inputs[i], s];
  return {
    l,
    network,
    activation: layer.activation,
    weights: weightsOf("W", "weights", "j", "i", layer),
    forwardWeights:
      l < network.layers.length &&
      weightsOf("F", "forwardWeights", "k", "j", network.layers[l]),
    biases:
      layer.biases &&
      changeable("b", "biases", "j", "·", ({ j }) => [layer.biases, j], { loopCode: "biases[j]" }),
    before:
      l === 1
        ? changeable("A", "activations", "i", "s", inputs)
        : operand("A", "activations", "i", "s", entries("activations", "i", "s", l - 1)),
    preActivations: operand("Z", "preActivations", "j", "s", entries("preActivations", "j", "s")),
    activations: operand("A", "activations", "j", "s", entries("activations", "j", "s")),
    targets: changeable("T", "targets", "j", "s", ({ j, s }) => [network.targets[j], s]),
    delta: operand("Δ", "delta", "j", "s", entries("deltas", "j", "s")),
    entries,
  };
}

const result = (symbol, quantity, rows, columns, more) => ({
  ...operand(symbol, quantity, rows, columns, null, { matrixCode: "", ...more }),
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
  const slope = operand("f′(Z)", "f′(z)", "j", "s", (index) => f.derivative(z(index)), {
    loopCode: "activation.derivative(preActivations[j][s])",
    matrixCode: "derivatives",
  });
  return operation("∘", slope);
}

/** The sum of that many terms, one by one. */
function added(count, term) {
  let sum = 0;
  for (let index = 0; index < count; index++) {
    sum += term(index);
  }
  return sum;
}
