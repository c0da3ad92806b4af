// The numbers that can be changed, and the case and results to take along.

/**
 * A table of fields for every number of the case.
 *
 * @param onChange is called after a number was changed
 * @param onReset is called to put all numbers back
 */
function editor(onChange, onReset) {
  const { network } = model;
  const refusal = element("p", { class: "refusal", role: "alert" });
  const field = (label, kind, value, write) =>
    element("input", {
      type: "text",
      inputmode: "decimal",
      autocomplete: "off",
      "aria-label": label,
      value: full(value),
      change: ({ target }) => {
        const number = Number(target.value.replaceAll("−", "-"));
        const problem = refused(target.value, number, kind);
        target.setAttribute("aria-invalid", String(problem !== ""));
        refusal.textContent = problem;
        if (problem === "") {
          write(number);
          onChange();
        }
      },
    });
  const grid = (title, kind, rows, rowName, columnName) => {
    const head = element(
      "tr",
      {},
      element("td", { class: "corner" }, cornerText(rowName, columnName)),
    );
    rows[0].slice(0, SHOWN).forEach((_, c) => head.append(headerCell("col", columnName, c)));
    const body = element("tbody");
    rows.slice(0, SHOWN).forEach((row, r) => {
      const line = element("tr", {}, headerCell("row", rowName, r));
      row.slice(0, SHOWN).forEach((number, c) => {
        const write = (changed) => (row[c] = changed);
        line.append(element("td", {}, field(`${title} [${r}][${c}]`, kind, number, write)));
      });
      body.append(line);
    });
    const table = element("table", { "aria-label": title }, element("thead", {}, head), body);
    return element("figure", { class: "matrix" }, element("figcaption", {}, title), table);
  };
  const inputs = grid(text("inputs"), "inputs", network.inputs, "i", "s");
  const targets = grid(text("targets"), "targets", network.targets, "j", "s");
  const box = element(
    "div",
    { class: "editor" },
    element("div", { class: "group" }, inputs, targets),
  );
  network.layers.forEach(({ weights, biases }, index) => {
    const layer = index + 1;
    const left = grid(text("weightsOf", { layer }), "weights", weights, "j", "i");
    const right = grid(text("biasesOf", { layer }), "biases", [biases], "·", "j");
    box.append(element("div", { class: "group" }, left, right));
  });
  if (network.learningRate !== undefined) {
    const write = (changed) => (network.learningRate = changed);
    const rate = field(text("learningRate"), "rate", network.learningRate, write);
    box.append(element("label", { class: "rate" }, text("learningRate"), " ", rate));
  }
  box.append(
    refusal,
    element("button", { type: "button", "data-focus": "reset", click: onReset }, text("reset")),
  );
  return box;
}

/** Why a number cannot be taken, empty if it can. */
function refused(written, number, kind) {
  if (written.trim() === "" || !Number.isFinite(number)) {
    return text("notANumber");
  }
  return kind === "targets" && !fitsCost(number) ? text("notAShare") : "";
}

/** Logarithms need targets between 0 and 1. */
const fitsCost = (target) => !given.cost.endsWith("cross-entropy") || (target >= 0 && target <= 1);

/** The case as it stands and what both forms make of it, in the formats of the command line. */
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
      biasGradients: layer.biasGradients.flat(),
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
