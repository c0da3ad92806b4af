// What the last layer does differently: softmax, and the four shapes of step 4.

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
  const total = (s) => added(outputs, (j) => exp(z(j, s) - maximum(s)));
  return [
    { sign: "−", name: "maximum", at: ofAll(maximum), loopCode: "maximum", matrixCode: "maximum" },
    { sign: "f", name: "exp", apply: exp },
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
    result: result("Δ", "deltas", "j", "s", { loopCode: "delta[j][s]" }),
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
      lead: "step4CancelledLead",
    };
  }
  if (activation === "sigmoid" && network.cost === "binary-cross-entropy") {
    return {
      ...shared,
      start: activations,
      operations: [minusTarget],
      formula: "A − T",
      lead: "step4CancelledLead",
    };
  }
  const slope = (j, s) => COSTS[network.cost].derivative(a({ j, s }), t(j, s));
  if (softmax) {
    const jacobian = ({ k, j, s }) => (k === j ? a({ j, s }) : 0) - a({ j: k, s }) * a({ j, s });
    return {
      ...shared,
      factors: [
        operand("J", "jacobian", "k", "j", jacobian, {
          storedBy: "nothing",
          loopCode: "jacobian",
          matrixCode: "jacobian",
        }),
        operand("∂C/∂a", "∂cost/∂activations", "k", "s", ({ k, s }) => slope(k, s), {
          loopCode: "cost.derivative(activations[k][s], targets[k][s])",
          matrixCode: "column",
        }),
      ],
      summed: "k",
      beside: targets,
      lead: "step4JacobianLead",
    };
  }
  return {
    ...shared,
    start: operand("∂C/∂A", "∂cost/∂activations", "j", "s", ({ j, s }) => slope(j, s), {
      loopCode: "cost.derivative(activations[j][s], targets[j][s])",
      matrixCode: "costDerivatives",
    }),
    beside: targets,
    operations: [timesDerivative(here)],
    formula: "∂C/∂A ∘ f′(Z)",
  };
}
