// Each step as the page shows it: its operands, its sum, what happens to the sum, its result.

/** The steps whose sum can stand in a wrong slot. */
const PRODUCTS = [1, 5, 6, 7];

/** The step numbers that this case has. */
function stepNumbers() {
  const deep = given.layers.length > 1;
  const updates = given.learningRate !== undefined;
  return [1, 2, 3, 4, 5, 6, 7, 8].filter(
    (n) => (n !== 5 || given.layers.some(hasBiases)) && (n !== 7 || deep) && (n !== 8 || updates),
  );
}

const hasBiases = ({ biases }) => biases !== undefined;

/** The layers that have this step, in the order in which they are computed. */
function layersOf(number) {
  const depth = given.layers.length;
  const all = given.layers.map((_, index) => index + 1);
  return (
    {
      3: [depth],
      4: [depth],
      5: all.filter((l) => hasBiases(given.layers[l - 1])).toReversed(),
      6: all.toReversed(),
      7: all.slice(0, -1).toReversed(),
    }[number] ?? all
  );
}

/** One step of one layer as a layout stores it; the slot rule makes the loop's factors a product. */
function stepView(number, l, layout, what) {
  const view = { number, l, sizes: sizesOf(l), operations: [], ...STEPS[number](context(l), what) };
  const lying = (matrix) => matrix && stored(matrix, layout);
  const factors = view.factors?.map(lying);
  const shown = {
    ...view,
    layout,
    factors,
    start: lying(view.start),
    operations: view.operations.map((each) => ({ ...each, matrix: lying(each.matrix) })),
    beside: lying(view.beside),
    result: lying(view.result),
  };
  return { ...shown, product: factors && slotRule(factors, shown.result, view.summed) };
}

const STEPS = {
  1: ({ weights, before, biases }) => ({
    method: "preActivations",
    factors: [weights, before],
    summed: "i",
    operations: biases ? [operation("+", biases)] : [],
    result: result("Z", "preActivations", "j", "s"),
    lead: biases ? undefined : "step1NoBiasesLead",
  }),

  2: ({ activation, preActivations, l }) => ({
    method: activation === "softmax" ? "Softmax.activations" : "activations",
    start: preActivations,
    operations:
      activation === "softmax"
        ? shareOperations(l)
        : [{ sign: "f", name: activation, apply: ACTIVATIONS[activation].value }],
    result: result("A", "activations", "j", "s"),
    formula: activation === "softmax" ? "E ⊘ sums of E" : "f(Z)",
    lead: activation === "softmax" ? "step2SoftmaxLead" : undefined,
  }),

  3: ({ network, entries, targets }) => {
    const a = entries("activations", "j", "s");
    const costs = operand(
      "C",
      "cost",
      "j",
      "s",
      ({ j, s }) => COSTS[network.cost].value(a({ j, s }), network.targets[j][s]),
      { loopCode: "cost.value(activations[j][s], targets[j][s])", matrixCode: "costs" },
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
      beside: targets,
      result: {
        ...result("cost", "cost", "·", "·", { loopCode: "batchSum" }),
        in: (form) => () => form.cost,
      },
      formula: "Σ C",
    };
  },

  4: (here) => outputDelta(here),

  5: ({ delta, network }) => ({
    method: "biasGradients",
    factors: [delta, operand("1", "1", "s", "·", () => 1, { loopCode: "1.0", matrixCode: "ones" })],
    summed: "s",
    operations: [timesFactor(network)],
    result: result("∂b", "biasGradients", "j", "·", { loopCode: "biasGradients[j]" }),
  }),

  6: ({ delta, before, network }) => ({
    method: "weightGradients",
    factors: [delta, before],
    summed: "s",
    operations: [timesFactor(network)],
    result: result("∂W", "weightGradients", "j", "i", { storedBy: "weights" }),
  }),

  7: (here) => {
    const { l, entries, forwardWeights } = here;
    const forwardDelta = entries("deltas", "k", "s", l + 1);
    return {
      method: "hiddenDelta",
      factors: [forwardWeights, operand("Δ", "forwardDelta", "k", "s", forwardDelta)],
      summed: "k",
      operations: [timesDerivative(here)],
      result: result("Δ", "deltas", "j", "s", { loopCode: "delta[j][s]" }),
    };
  },

  8: ({ weights, biases, network, entries }, what) => {
    const biasesToo = what === "updatedBiases" && biases !== undefined;
    const columns = biasesToo ? "·" : "i";
    const quantity = biasesToo ? "biasGradients" : "weightGradients";
    const parameters = biasesToo ? biases : weights;
    const gradient = entries(quantity, "j", columns);
    const loopCode = biasesToo ? "biasGradients[j]" : "weightGradients[j][i]";
    const storedBy = biasesToo ? "samples" : "weights";
    const gradients = operand(biasesToo ? "∂b" : "∂W", quantity, "j", columns, gradient, {
      storedBy,
      loopCode,
    });
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
          rate: true,
        },
      ],
      result: result(biasesToo ? "b" : "W", biasesToo ? what : "updatedWeights", "j", columns, {
        storedBy,
        loopCode: biasesToo ? "updated[j]" : "updated[j][i]",
      }),
      formula,
    };
  },
};

/** What one sample costs; undefined if an excerpt leaves out some of its outputs. */
function sampleCost(costs, s) {
  const outputs = given.layers.at(-1).outputs;
  return isComplete(outputs) ? added(outputs, (j) => costs.at({ j, s })) : undefined;
}
