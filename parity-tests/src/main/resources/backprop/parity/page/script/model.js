// The case, what Java computed for it, and what this page computes once a number is changed.

const NOT_FINITE = ["NaN", "Infinity", "-Infinity"];

/** JSON has no number for what is not finite: Java puts it in quotes. */
const given = JSON.parse(document.getElementById("case").textContent, (key, value) =>
  key !== "name" && NOT_FINITE.includes(value) ? Number(value) : value,
);

/** Steps 1 to 8 in one of the three forms, turned back so that samples are columns. */
function computed(form, network) {
  const turned = form.samplesAreRows ? transpose : (matrix) => matrix;
  const depth = network.layers.length;
  const targets = turned(network.targets);
  const factor = reductionFactor(network);
  const weights = [null, ...network.layers.map((layer) => turned(layer.weights))];
  const biases = [null, ...network.layers.map((layer) => turned(column(layer.biases)))];
  const activations = [turned(network.inputs)];
  const layers = [];
  for (let l = 1; l <= depth; l++) {
    const preActivations = form.preActivations(weights[l], biases[l], activations[l - 1]);
    activations[l] = form.activations(network.layers[l - 1].activation, preActivations);
    layers[l] = { preActivations, activations: activations[l] };
  }
  for (let l = depth; l >= 1; l--) {
    const { activation } = network.layers[l - 1];
    const { preActivations } = layers[l];
    const deltas =
      l === depth
        ? form.outputDelta(network.cost, activation, preActivations, activations[l], targets)
        : form.hiddenDelta(weights[l + 1], layers[l + 1].deltas, activation, preActivations);
    layers[l].deltas = deltas;
    layers[l].biasGradients = form.biasGradients(deltas, factor);
    layers[l].weightGradients = form.weightGradients(deltas, activations[l - 1], factor);
    if (network.learningRate !== undefined) {
      const updated = (parameters, gradients) =>
        form.updated(parameters, gradients, network.learningRate);
      layers[l].updatedWeights = updated(weights[l], layers[l].weightGradients);
      layers[l].updatedBiases = updated(biases[l], layers[l].biasGradients);
    }
  }
  for (const layer of layers.slice(1)) {
    Object.keys(layer).forEach((quantity) => (layer[quantity] = turned(layer[quantity])));
  }
  const cost = form.cost(network.cost, factor, activations[depth], targets);
  return { cost, layers: layers.slice(1) };
}

const column = (entries) => entries.map((entry) => [entry]);

function reductionFactor(network) {
  return REDUCTIONS[network.reduction](network.samples, network.layers.at(-1).outputs);
}

/** The numbers that can be changed, and every result that follows from them. */
const model = {
  network: structuredClone(given),
  changed: false,
  loops: null,
  matrix: null,

  /** Both forms again; a page that holds an excerpt shows what Java computed. */
  recompute(layout) {
    if (!given.whole) {
      this.loops = given.loops;
      this.matrix = given.matrix;
      return;
    }
    this.changed = EDITABLE.some((field) => !same(field(this.network), field(given)));
    this.loops = computed(loops, this.network);
    const form = layout === "rows" ? samplesAsRows : samplesAsColumns;
    this.matrix = computed(form, this.network);
  },

  reset() {
    this.network = structuredClone(given);
  },

  /** What a step gave for layer l; layer 0 has activations only, the inputs. */
  values(quantity, l, form = this.loops) {
    return l === 0 ? this.network.inputs : form.layers[l - 1][quantity];
  },

  /** How many numbers have the same bits in both forms, of how many. */
  count() {
    if (!given.whole) {
      return { identical: given.identical, total: given.total };
    }
    const left = everyNumber(this.loops);
    const right = everyNumber(this.matrix);
    const count = left.filter((number, index) => identical(number, right[index])).length;
    return { identical: count, total: left.length };
  },
};

const EDITABLE = [
  (network) => network.inputs,
  (network) => network.targets,
  (network) => [[network.learningRate ?? 0]],
  (network) => network.layers.flatMap((layer) => layer.weights),
  (network) => network.layers.map((layer) => layer.biases),
];

const same = (left, right) =>
  left.every((row, j) => row.every((number, i) => identical(number, right[j][i])));

const everyNumber = (result) => [
  result.cost,
  ...result.layers.flatMap((layer) => Object.values(layer).flat(2)),
];
