// Each step as the page shows it: its operands, its sum, what happens to the sum, its result.

/** The steps whose sum can stand in a wrong slot. */
const PRODUCTS = [1, 5, 6, 7];

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

const STEPS = {
  1: ({ weights, before, biases }) => ({
    method: "preActivations",
    product: { left: weights, right: before, summed: "i" },
    operations: [operation("+", biases)],
    result: result("Z", "preActivations", "j", "s"),
  }),

  2: ({ activation, preActivations, l }) => ({
    method: activation === "softmax" ? "Softmax.activations" : "activations",
    start: preActivations,
    operations:
      activation === "softmax"
        ? shareOperations(l)
        : [{ sign: "f", name: activation, apply: ACTIVATIONS[activation].value }],
    result: result("A", "activations", "j", "s"),
    formula: activation === "softmax" ? "E ⊘ (1·(1ᵀ·E))" : "f(Z)",
    formulaInRows: activation === "softmax" ? "E ⊘ ((E·1)·1ᵀ)" : "f(Z)",
    lead: activation === "softmax" ? "step2SoftmaxLead" : undefined,
  }),

  3: ({ network, entries }) => {
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
          times: "learningRate * ",
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
