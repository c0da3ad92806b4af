// A product and its two factors' slots, as the workshop shows them.

/** L · R with its T where the rule puts it. */
function productFormula({ left, right }) {
  const [one, other] = [left, right].map(({ symbol, tint, transposed }) =>
    element("span", { class: `symbol ${tint}` }, symbol, transposed ? element("sup", {}, "T") : null),
  );
  return element("span", { class: "formula" }, one, " · ", other);
}

/** The whole formula of a step. */
function formula(view) {
  const parts = element("span", { class: "formula" });
  if (!view.product) {
    parts.append(view.formula);
    return parts;
  }
  const wrapped = view.operations.some(({ sign }) => sign === "∘");
  parts.append(wrapped ? "(" : "", productFormula(view.product), wrapped ? ")" : "");
  for (const { sign, matrix, name, at } of view.operations) {
    if (name !== "factor") {
      parts.append(` ${sign} `, element("span", { class: `symbol ${matrix.tint}` }, broadcast(matrix)));
    } else if (at() !== 1) {
      parts.append(` × ${brief(at())}`);
    }
  }
  return parts;
}

/** Every sample gets the same biases: b and the ones lie as stored, and the ones get the T. */
const broadcast = (matrix) =>
  matrix.name !== "biases" ? matrix.symbol : matrix.rows === "j" ? "b·1ᵀ" : "1ᵀ·b";

/** What stands in the formula beside the product. */
function formulaNotes({ operations }) {
  return operations.map(({ sign, matrix, at }) => {
    if (sign === "∘") {
      return element("p", {}, rich("noteSlope"));
    }
    if (matrix?.name === "biases") {
      return element("p", {}, rich(matrix.rows === "j" ? "noteBiases" : "noteBiasesInRows"));
    }
    return sign === "×" && at() !== 1 ? meanOf(model) : "";
  });
}

/** The slot rule for this step, in a sentence for each factor. */
function slotPanel(view) {
  return element(
    "section",
    { class: "slot-panel", "aria-label": text("slotRule") },
    element("h3", {}, text("slotRule"), " ", formula(view)),
    element("p", {}, rich("rule0")),
    ...becauseOfTheRule(view),
    ...formulaNotes(view),
  );
}
