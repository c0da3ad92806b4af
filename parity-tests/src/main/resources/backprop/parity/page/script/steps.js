// Each step as the page shows it: its operands, its sum, what happens to the sum, its result.

/** So many rows, columns and terms are shown; the rest is counted. */
const SHOWN = given.shown;

/** Whether the page holds all entries along an index, so that it can go through them. */
const isComplete = (size) => given.whole || size <= SHOWN;

/** The steps whose sum can stand in a wrong slot. */
const PRODUCTS = [1, 5, 6, 7];

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

/** Where the slot rule puts the T: the summed index must stand last on the left, first on the right. */
const mustTurn = (side, { left, right, summed }) =>
  side === "left" ? left.columns !== summed : right.rows !== summed;

/** The step numbers that this case has. */
function stepNumbers() {
  const deep = given.layers.length > 1;
  const updates = given.learningRate !== undefined;
  return [1, 2, 3, 4, 5, 6, 7, 8].filter((n) => (n !== 7 || deep) && (n !== 8 || updates));
}

/** The layers that have this step, in the order in which they are computed. */
function layersOf(number) {
  const depth = given.layers.length;
  const all = given.layers.map((_, index) => index + 1);
  return (
    {
      3: [depth],
      4: [depth],
      5: all.toReversed(),
      6: all.toReversed(),
      7: all.slice(0, -1).toReversed(),
    }[number] ?? all
  );
}

/** One step of one layer; the layout turns everything over, and the rule stays what it is. */
function stepView(number, l, layout, what) {
  const view = { number, l, sizes: sizesOf(l), operations: [], ...STEPS[number](context(l), what) };
  return layout === "rows" ? turnedOver(view) : view;
}

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

const STEPS = {
  1: ({ weights, before, biases }) => ({
    method: "preActivations",
    product: { left: weights, right: before, summed: "i" },
    operations: [operation("+", biases)],
    result: result("Z", "preActivations", "j", "s"),
  }),

  2: ({ activation, preActivations, network, l }) => ({
    method: activation === "softmax" ? "Softmax.activations" : "activations",
    start: preActivations,
    operations:
      activation === "softmax"
        ? shareOperations(l)
        : [{ sign: "f", name: activation, apply: ACTIVATIONS[activation].value }],
    result: result("A", "activations", "j", "s"),
    formula: activation === "softmax" ? "E ⊘ (1·(1ᵀ·E))" : "f(Z)",
    formulaInRows: activation === "softmax" ? "E ⊘ ((E·1)·1ᵀ)" : "f(Z)",
    note: { activation },
  }),

  3: ({ network, entries, l }) => {
    const a = entries("activations", "j", "s");
    const costs = operand(
      "C",
      "cost",
      "j",
      "s",
      ({ j, s }) => COSTS[network.cost].value(a({ j, s }), network.targets[j][s]),
      "cost.value(activations[j][s], targets[j][s])",
      "costs",
    );
    return {
      method: "cost",
      start: costs,
      terms: (index, s) => ({ index: s, name: `Σj cost[j][${s}]`, value: sampleCost(costs, s) }),
      summed: "s",
      operations: [
        timesFactor(
          network,
          "reduction.factor(targets[0].length, targets.length)",
          "reduction.factor(samples, outputs)",
        ),
      ],
      result: { ...result("cost", "cost", "·", "·", "batchSum"), in: (form) => () => form.cost },
      formula: "(1ᵀ·C)·1",
      formulaInRows: "1ᵀ·(C·1)",
    };
  },

  4: (here) => outputDelta(here),

  5: ({ delta, network }) => ({
    method: "biasGradients",
    product: {
      left: delta,
      right: operand("1", "1", "s", "·", () => 1, "1.0", "ones"),
      summed: "s",
    },
    operations: [timesFactor(network)],
    result: result("∂b", "biasGradients", "j", "·", "biasGradients[j]"),
  }),

  6: ({ delta, before, network }) => ({
    method: "weightGradients",
    product: { left: delta, right: before, summed: "s" },
    operations: [timesFactor(network)],
    result: result("∂W", "weightGradients", "j", "i"),
  }),

  7: (here) => {
    const { network, l, entries } = here;
    const forward = network.layers[l].weights;
    return {
      method: "hiddenDelta",
      product: {
        left: operand("F", "forwardWeights", "k", "j", ({ k, j }) => forward[k][j]),
        right: operand("Δ", "forwardDelta", "k", "s", entries("deltas", "k", "s", l + 1)),
        summed: "k",
      },
      operations: [timesDerivative(here)],
      result: result("Δ", "deltas", "j", "s", "delta[j][s]"),
    };
  },

  8: ({ weights, biases, network, entries }, what) => {
    const biasesToo = what === "updatedBiases";
    const columns = biasesToo ? "·" : "i";
    const quantity = biasesToo ? "biasGradients" : "weightGradients";
    const parameters = biasesToo ? biases : weights;
    const gradient = entries(quantity, "j", columns);
    const loopCode = biasesToo ? "biasGradients[j]" : "weightGradients[j][i]";
    const gradients = operand(
      biasesToo ? "∂b" : "∂W",
      quantity,
      "j",
      columns,
      gradient,
      loopCode,
      quantity,
    );
    const step = (index) => network.learningRate * gradient(index);
    const formula = biasesToo ? "b − η∂b" : "W − η∂W";
    return {
      method: biasesToo ? "updatedBiases" : "updatedWeights",
      start: parameters,
      operations: [
        {
          ...operation("−", gradients),
          name: `learningRate * ${quantity}`,
          at: step,
          before: `${brief(network.learningRate)} ·`,
        },
      ],
      result: result(
        biasesToo ? "b" : "W",
        what,
        "j",
        columns,
        biasesToo ? "updated[j]" : "updated[j][i]",
      ),
      formula,
    };
  },
};

/** What one sample costs; undefined if an excerpt leaves out some of its outputs. */
function sampleCost(costs, s) {
  const outputs = given.layers.at(-1).outputs;
  return isComplete(outputs) ? added(outputs, (j) => costs.at({ j, s })) : undefined;
}

/** The sum of that many terms, one by one. */
function added(count, term) {
  let sum = 0;
  for (let index = 0; index < count; index++) {
    sum += term(index);
  }
  return sum;
}

/** exp(z - maximum) divided by the sum of its sample. */
function shareOperations(l) {
  const { outputs } = given.layers[l - 1];
  const z = (j, s) => model.values("preActivations", l)[j][s];
  const sample = (s) => Array.from({ length: outputs }, (_, j) => z(j, s));
  const ofAll =
    (value) =>
    ({ s }) =>
      isComplete(outputs) ? value(s) : undefined;
  const maximum = (s) => Math.max(...sample(s));
  const total = (s) => added(outputs, (j) => Math.exp(z(j, s) - maximum(s)));
  return [
    { sign: "−", name: "maximum", at: ofAll(maximum), loopCode: "maximum", matrixCode: "maximum" },
    { sign: "f", name: "exp", apply: Math.exp },
    { sign: "÷", name: "sum", at: ofAll(total), loopCode: "sum", matrixCode: "sums" },
  ];
}

/** Step 4 has four shapes: two in which f′ cancels, softmax's Jacobian, and the plain chain rule. */
function outputDelta(here) {
  const { network, activation, activations, targets, entries } = here;
  const softmax = activation === "softmax";
  const a = entries("activations", "j", "s");
  const t = (j, s) => network.targets[j][s];
  const shared = {
    method: softmax ? "Softmax.outputDelta" : "outputDelta",
    result: result("Δ", "deltas", "j", "s", "delta[j][s]"),
  };
  const minusTarget = operation("−", targets);
  if (softmax && network.cost === "cross-entropy") {
    const { outputs } = given.layers.at(-1);
    const targetSum = ({ s }) => (isComplete(outputs) ? added(outputs, (j) => t(j, s)) : undefined);
    const timesSum = {
      sign: "×",
      name: "Σt",
      at: targetSum,
      loopCode: "targetSum",
      matrixCode: "targetSums",
    };
    return {
      ...shared,
      start: activations,
      operations: [timesSum, minusTarget],
      formula: "A ∘ Σt − T",
    };
  }
  if (activation === "sigmoid" && network.cost === "binary-cross-entropy") {
    return { ...shared, start: activations, operations: [minusTarget], formula: "A − T" };
  }
  const slope = (j, s) => COSTS[network.cost].derivative(a({ j, s }), t(j, s));
  if (softmax) {
    const jacobian = ({ k, j, s }) => (k === j ? a({ j, s }) : 0) - a({ j: k, s }) * a({ j, s });
    return {
      ...shared,
      product: {
        left: operand("J", "jacobian", "k", "j", jacobian, "jacobian"),
        right: operand(
          "∂C/∂a",
          "∂cost/∂activations",
          "k",
          "s",
          ({ k, s }) => slope(k, s),
          "cost.derivative(activations[k][s], targets[k][s])",
          "column",
        ),
        summed: "k",
      },
    };
  }
  return {
    ...shared,
    start: operand(
      "∂C/∂A",
      "∂cost/∂activations",
      "j",
      "s",
      ({ j, s }) => slope(j, s),
      "cost.derivative(activations[j][s], targets[j][s])",
      "costDerivatives",
    ),
    operations: [timesDerivative(here)],
    formula: "∂C/∂A ∘ f′(Z)",
  };
}

/**
 * One number of the result, taken apart in the order of the loops.
 *
 * What an excerpt cannot know is undefined: it does not hold every term of a long sum.
 */
function explanation(view, index) {
  const { summed } = view.product ?? view;
  const count = summed ? view.sizes[summed] : 0;
  const term = (at) => view.terms?.(index, at) ?? productTerm(view.product, index, at);
  const terms = [];
  let running = 0;
  for (let at = 0; at < Math.min(count, SHOWN); at++) {
    const { value } = term(at);
    running = running === undefined || value === undefined ? undefined : running + value;
    terms.push({ ...term(at), running });
  }
  const rest = count - terms.length;
  if (rest > 0) {
    running = given.whole ? added(count, (at) => term(at).value) : undefined;
  }
  const steps = [];
  if (count === 0) {
    running = view.start.at(index);
    steps.push({ sign: "", name: concrete(view.start, index), value: running, running });
  }
  for (const each of view.operations) {
    const value = each.at?.(index);
    const known = running !== undefined && (each.apply || value !== undefined);
    running = known ? APPLY[each.sign](running, value, each.apply) : undefined;
    const name = each.matrix && !each.before ? concrete(each.matrix, index) : each.name;
    steps.push({ sign: each.sign, name, value, running });
  }
  return { summed, terms, more: rest, steps };
}

const APPLY = {
  "+": (running, value) => running + value,
  "−": (running, value) => running - value,
  "×": (running, value) => running * value,
  "∘": (running, value) => running * value,
  "÷": (running, value) => running / value,
  f: (running, _, f) => f(running),
};

function productTerm({ left, right, summed }, index, at) {
  const indices = { ...index, [summed]: at };
  const factors = [left, right].map((matrix) => ({
    name: concrete(matrix, indices),
    value: matrix.at(indices),
  }));
  return {
    index: at,
    left: factors[0],
    right: factors[1],
    value: factors[0].value * factors[1].value,
  };
}

/** delta[0][2] for delta[j][s]. */
function concrete(matrix, index) {
  if (matrix.name === "1") {
    return "1";
  }
  const indices = [matrix.rows, matrix.columns].filter((name) => name !== "·");
  return matrix.name + indices.map((name) => `[${index[name]}]`).join("");
}
