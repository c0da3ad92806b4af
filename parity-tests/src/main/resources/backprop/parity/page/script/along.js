// The case and the results to take along, in the formats of the command line.

/** The case as it stands and what both forms make of it. */
function takeAlong() {
  const { network } = model;
  const question = {
    format: "backprop-case-1",
    name: given.name,
    layers: network.layers.map(({ activation, weights, biases }) => ({
      activation,
      weights,
      biases,
    })),
    cost: network.cost,
    reduction: network.reduction,
    inputs: transpose(network.inputs),
    targets: transpose(network.targets),
    learningRate: network.learningRate,
  };
  const answer = (form) => ({
    format: "backprop-gradients-1",
    name: given.name,
    cost: form.cost,
    layers: form.layers.map((layer) => ({
      ...layer,
      preActivations: transpose(layer.preActivations),
      activations: transpose(layer.activations),
      deltas: transpose(layer.deltas),
      biasGradients: layer.biasGradients?.flat(),
      updatedBiases: layer.updatedBiases?.flat(),
    })),
  });
  return { question, loops: answer(model.loops), matrix: answer(model.matrix) };
}

/** JSON that keeps -0; what is not finite goes in quotes. */
function json(value) {
  if (typeof value === "number") {
    return Number.isFinite(value) ? full(value) : `"${value}"`;
  }
  if (Array.isArray(value)) {
    return `[${value.map(json).join(", ")}]`;
  }
  if (typeof value === "object") {
    const fields = Object.entries(value).filter(([, inner]) => inner !== undefined);
    return `{${fields.map(([name, inner]) => `${JSON.stringify(name)}: ${json(inner)}`).join(", ")}}`;
  }
  return JSON.stringify(value);
}
