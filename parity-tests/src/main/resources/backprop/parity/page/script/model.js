// The case, what Java computed for it, and what this page computes once a number is changed.

const NOT_FINITE = ["NaN", "Infinity", "-Infinity"];

/** JSON has no number for what is not finite: Java puts it in quotes. */
const given = JSON.parse(document.getElementById("case").textContent, (key, value) =>
  key !== "name" && NOT_FINITE.includes(value) ? Number(value) : value,
);

// Left out where every number has the bits that the loops give.
given.matrix ??= given.loops;

/** Steps 1 to 8 as loops or as matrices; all matrices lie as in the twins. */
function computed(form, network) {
  const depth = network.layers.length;
  const factor = reductionFactor(network);
  const weights = [null, ...network.layers.map((layer) => layer.weights)];
  const biases = [null, ...network.layers.map(({ biases }) => biases && column(biases))];
  const activations = [network.inputs];
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
        ? form.outputDelta(network.cost, activation, preActivations, activations[l], network.targets)
        : form.hiddenDelta(weights[l + 1], layers[l + 1].deltas, activation, preActivations);
    layers[l].deltas = deltas;
    layers[l].biasGradients = biases[l] && form.biasGradients(deltas, factor);
    layers[l].weightGradients = form.weightGradients(deltas, activations[l - 1], factor);
    if (network.learningRate !== undefined) {
      const updated = (parameters, gradients) =>
        form.updated(parameters, gradients, network.learningRate);
      layers[l].updatedWeights = updated(weights[l], layers[l].weightGradients);
      layers[l].updatedBiases = biases[l] && updated(biases[l], layers[l].biasGradients);
    }
  }
  const cost = form.cost(network.cost, factor, activations[depth], network.targets);
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
    this.changed = changes(this.network).length > 0;
    this.loops = computed(loops, this.network);
    this.matrix = computed(matrices(layout), this.network);
  },

  reset() {
    this.network = structuredClone(given);
  },

  /** What a step gave for layer l; layer 0 has activations only, the inputs. */
  values(quantity, l, form = this.loops) {
    return l === 0 ? this.network.inputs : form.layers[l - 1][quantity];
  },

  /** How many numbers have the same bits in both forms, and in Java while none is changed. */
  count() {
    if (!given.whole) {
      return { identical: given.identical, total: given.total };
    }
    const forms = [this.loops, this.matrix, ...(this.changed ? [] : [given.loops, given.matrix])];
    const [first, ...others] = forms.map(everyNumber);
    const agrees = (number, at) => others.every((numbers) => identical(number, numbers[at]));
    return { identical: first.filter(agrees).length, total: first.length };
  },
};

const everyNumber = (result) => [
  result.cost,
  ...result.layers.flatMap((layer) => QUANTITIES.flatMap((each) => (layer[each] ?? []).flat())),
];

const QUANTITIES = [
  "preActivations",
  "activations",
  "deltas",
  "biasGradients",
  "weightGradients",
  "updatedWeights",
  "updatedBiases",
];

/** Where every number lies that can be changed, in the words of a case file. */
function* parameters(network) {
  const of = (name, holder) => holder.map((_, at) => ({ path: `${name}[${at}]`, holder, at }));
  const rows = (name, matrix) => matrix.flatMap((row, at) => of(`${name}[${at}]`, row));
  yield* rows("inputs", network.inputs);
  yield* rows("targets", network.targets);
  for (const [index, { weights, biases }] of network.layers.entries()) {
    yield* rows(`weights[${index + 1}]`, weights);
    yield* of(`biases[${index + 1}]`, biases ?? []);
  }
  if (network.learningRate !== undefined) {
    yield { path: "learningRate", holder: network, at: "learningRate" };
  }
}

/** What differs from the case that the page was made for. */
function changes(network) {
  const before = [...parameters(given)];
  return [...parameters(network)].filter(
    ({ holder, at }, index) => !identical(holder[at], before[index].holder[before[index].at]),
  );
}
