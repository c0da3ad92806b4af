// The slot rule: which slot the summed index stands in, which it must stand in, and the way there.

/**
 * Both factors with their two slots each.
 *
 * @param answered whether the reader may see where the T goes
 */
function slotRule(view, answered) {
  const { product: factors } = view;
  const row = element("div", { class: "slots", role: "img", "aria-label": slotLabel(factors) });
  row.append(
    slotFactor(factors.left, "left", factors, answered),
    element("span", { class: "operator" }, "·"),
    slotFactor(factors.right, "right", factors, answered),
    element("span", { class: "summed over" }, text("summedOver", { index: factors.summed })),
  );
  return row;
}

const slotLabel = ({ left, right, summed }) =>
  text("slotLabel", {
    left: `${left.name} [${left.rows}][${left.columns}]`,
    right: `${right.name} [${right.rows}][${right.columns}]`,
    index: summed,
  });

function slotFactor(matrix, side, factors, answered) {
  const turned = answered && mustTurn(side, factors);
  const indices = turned ? [matrix.columns, matrix.rows] : [matrix.rows, matrix.columns];
  const required = side === "left" ? 1 : 0;
  const boxes = indices.map((name, position) => {
    const needed = position === required;
    const chip = element("b", { class: name === factors.summed ? "chip summed" : "chip" }, name);
    const fits = !needed ? "" : name === factors.summed ? " fits" : " wrong";
    return element(
      "span",
      { class: `slot${needed ? ` required${fits}` : ""}` },
      chip,
      element("small", {}, text(position === 0 ? "first" : "last")),
    );
  });
  return element(
    "span",
    { class: `slot-factor ${side}`, "data-turned": String(turned) },
    element(
      "span",
      { class: `symbol ${side}` },
      matrix.symbol,
      turned ? element("sup", {}, "T") : null,
    ),
    ...boxes,
  );
}

/** The summed index moves into its slot, the other one out of it. */
function moveIntoSlot(row) {
  for (const factor of row.querySelectorAll("[data-turned=true]")) {
    const [first, last] = factor.querySelectorAll(".chip");
    const distance = last.getBoundingClientRect().left - first.getBoundingClientRect().left;
    swap(first, distance, -1);
    swap(last, -distance, 1);
    const letter = factor.querySelector("sup");
    if (!stillness.matches) {
      letter.animate([{ opacity: 0 }, { opacity: 0, offset: 0.7 }, { opacity: 1 }], 1600);
    }
  }
}

function swap(chip, distance, over) {
  if (!stillness.matches) {
    chip.animate(
      [
        { transform: `translateX(${distance}px)` },
        { transform: `translate(${distance / 2}px, ${over * 28}px)` },
        { transform: "none" },
      ],
      { duration: 1600, easing: "ease-in-out" },
    );
  }
}

/** In words: where the summed index stands on each factor, and what follows. */
function slotSentences(view) {
  const { product: factors } = view;
  return ["left", "right"].map((side) => {
    const matrix = factors[side];
    const key = side + (mustTurn(side, factors) ? "MustTurn" : "Fits");
    const turnedName = `${matrix.symbol}ᵀ[${matrix.columns}][${matrix.rows}]`;
    const shownName =
      matrix.name +
      [matrix.rows, matrix.columns]
        .filter((name) => name !== "·")
        .map((name) => `[${name}]`)
        .join("");
    return element(
      "p",
      { class: "sentence" },
      rich(key, {
        index: factors.summed,
        factor: shownName,
        symbol: matrix.symbol,
        turned: turnedName,
      }),
    );
  });
}

/** The formula with its T, or with a question mark where it might stand. */
function formula(view, answered) {
  const parts = element("span", { class: "formula" });
  if (!view.product) {
    parts.append(view.formula);
    return parts;
  }
  const symbols = ["left", "right"].map((side) => {
    const turned = mustTurn(side, view.product);
    const mark = !answered
      ? element("sup", { class: "unknown" }, "?")
      : turned
        ? element("sup", {}, "T")
        : null;
    return element("span", { class: `symbol ${side}` }, view.product[side].symbol, mark);
  });
  const wrapped = view.operations.some(({ sign }) => sign === "∘");
  parts.append(wrapped ? "(" : "", symbols[0], " · ", symbols[1], wrapped ? ")" : "");
  for (const { sign, matrix, name, at } of view.operations) {
    if (name !== "factor") {
      parts.append(
        ` ${sign} `,
        element("span", { class: "symbol extra" }, answered ? broadcast(matrix) : matrix.symbol),
      );
    } else if (at() !== 1) {
      parts.append(` × ${brief(at())}`);
    }
  }
  return parts;
}

/** Every sample gets the same biases: b times a row of ones. */
const broadcast = (matrix) =>
  matrix.name !== "biases" ? matrix.symbol : matrix.rows === "j" ? "b·1ᵀ" : "1·bᵀ";

function slotPanel(view, state, answered, act) {
  const panel = element("section", { class: "slot-panel", "aria-label": text("slotRule") });
  const row = slotRule(view, answered);
  panel.append(element("h3", {}, text("slotRule"), " ", formula(view, answered)), row);
  if (!answered) {
    panel.append(element("p", { class: "sentence" }, rich("slotHint")));
    return panel;
  }
  const guess = state.answers[answerKey(state)];
  if (state.predicting && guess) {
    const right = guess === rightAnswer(view);
    panel.append(
      element(
        "p",
        { class: right ? "feedback right" : "feedback wrong", role: "status" },
        sentences(
          text(right ? "correct" : "incorrect"),
          text(act.next ? "score" : "finalScore", score(state)),
        ),
      ),
    );
  }
  panel.append(...slotSentences(view));
  const buttons = element("p", { class: "buttons screen" });
  if (rightAnswer(view) !== "none") {
    const again = () => turnAll(panel.closest(".stage"));
    buttons.append(
      element("button", { type: "button", "data-focus": "again", click: again }, text("again")),
    );
  }
  if (state.predicting) {
    buttons.append(onward(act));
  }
  panel.append(buttons);
  return panel;
}

/** Chips and sheets move together. */
function turnAll(section) {
  const row = section?.querySelector(".slots");
  if (row) {
    moveIntoSlot(row);
    section.querySelectorAll(".expression .turned").forEach(turnOver);
  }
}
