// One step of one layer: source beside source, the slot rule, the matrices, one number explained.

/**
 * @param state what the reader chose; see page.js
 * @param act what the reader can do: {show, answer, next, beginAgain}
 */
function stage(state, act) {
  const view = stepView(state.number, state.layer, state.layout, state.what);
  const answered = isAnswered(state, view);
  const section = element("section", { class: "stage", "data-step": state.number });
  const both = panes(view, state, answered, act);
  if (view.product) {
    both.append(slotPanel(view, state, answered, act));
  }
  section.append(heading(state, view, act), both);
  const expression = element("div", { class: "expression" });
  const explained = element("div", { class: "explained" });
  const select = (index) => {
    state.selected = index;
    const told = summary(view, index);
    explained.replaceChildren(
      element("h3", {}, element("code", {}, told.name)),
      element("p", { class: told.agrees ? "summary agrees" : "summary differs" }, told.sentence),
      termsPanel(view, index, state.layout, (term) => light(section, index, term)),
      ...[javaNote(view, index), terminalHint(view, index)].filter(Boolean),
    );
    rove(expression, commandName(view, index));
    showSample(expression, view, answered, index);
    light(section, index, null);
    return told.sentence;
  };
  fillExpression(expression, view, answered, (index) => act.announce(select(index)));
  section.append(element("h3", {}, text("numbers")), expression);
  section.append(element("p", { class: "hint screen" }, text("pointAt")), explained);
  select(state.selected ?? firstEntry(view));
  return section;
}

const firstEntry = (view) => ({ [view.result.rows]: 0, [view.result.columns]: 0 });

function heading(state, view, { show }) {
  const title = element(
    "h2",
    {},
    text("stepTitle", { number: view.number, title: text(`step${view.number}`) }),
  );
  const group = (label) =>
    element("div", { class: "choice screen", role: "group", "aria-label": text(label) });
  const layers = group("layer");
  const parameters = group("parameters");
  const layered = given.layers.length > 1 && view.number !== 3;
  for (const l of layered ? layersOf(view.number) : []) {
    layers.append(
      choice(`layer-${l}`, text("layerNumber", { layer: l }), l === state.layer, () =>
        show({ layer: l, selected: null }),
      ),
    );
  }
  if (view.number === 8) {
    for (const what of ["updatedWeights", "updatedBiases"]) {
      parameters.append(
        choice(what, text(what), what === state.what, () => show({ what, selected: null })),
      );
    }
  }
  const lead = element("p", { class: "lead" }, rich(view.lead ?? `step${view.number}Lead`));
  const chosen = [
    ...(layered ? [text("layerNumber", { layer: state.layer })] : []),
    ...(view.number === 8 ? [text(state.what)] : []),
  ];
  const onPaper = element("p", { class: "chosen" }, chosen.join(" · "));
  return element("header", {}, title, layers, parameters, onPaper, lead);
}

/** A button of which one in a row is pressed. */
const choice = (focus, label, pressed, click) =>
  element(
    "button",
    { type: "button", "aria-pressed": String(pressed), "data-focus": focus, click },
    label,
  );

function panes(view, state, answered, act) {
  const source = SOURCES[view.method];
  const markers = (key) => [
    ...["left", "right"]
      .filter(() => view.product)
      .map((side) => ({ code: view.product[side][key], side })),
    ...(view.start ? [{ code: view.start[key], side: "left" }] : []),
    ...view.operations.map((each) => ({ code: each[key], side: view.product ? "extra" : "right" })),
    { code: view.result[key], side: "result" },
  ];
  const summed = view.product?.summed ?? view.summed ?? null;
  const ownWords = beats(stepView(view.number, view.l, "columns", state.what));
  const pane = (key, title, caption, listing, codeKey) =>
    element(
      "section",
      { class: `pane ${key}` },
      element("h3", {}, title, " ", element("small", {}, `${source.file}:${listing.line}`)),
      element("p", { class: "beat", lang: "en" }, caption),
      language === "en" || !ownWords[key]
        ? null
        : element("p", { class: "beat", lang: language }, ownWords[key]),
      element(
        "div",
        {
          class: "scroll",
          tabindex: "0",
          role: "region",
          "aria-label": `${title}: ${source.file}`,
        },
        codePane(listing, markers(codeKey), summed),
      ),
    );
  const left = pane("loops", text("loops"), source.terms, source.loops, "loopCode");
  const right = answered
    ? pane("matrix", text("matrix"), source.matrix, source.product, "matrixCode")
    : question(view, state, act);
  const both = element("div", { class: "panes" }, left, right);
  if (state.layout === "rows") {
    both.prepend(inRows(view, answered));
  }
  return both;
}

/** What the line above each source says, for readers of another language than its own. */
function beats({ product: factors, number, method }) {
  if (factors) {
    const { left, right, summed } = factors;
    const side = mustTurn("left", factors) ? "Left" : mustTurn("right", factors) ? "Right" : "None";
    const symbols = { index: summed, left: left.symbol, right: right.symbol };
    return {
      loops: text("loopsBeat", { index: summed, term: shownTerm({ product: factors }) }),
      matrix: text(`matrixBeat${side}`, symbols),
    };
  }
  return number === 3 || method.startsWith("Softmax.")
    ? {}
    : { loops: text("loopsBeatNoSum"), matrix: text("matrixBeatNoSum") };
}

/** The project keeps samples as columns; this is how the step reads with rows. */
function inRows(view, answered) {
  const numpy = answered ? (view.numpy ?? NUMPY[view.method]) : null;
  return element(
    "div",
    { class: "in-rows" },
    element("p", {}, rich("inRows")),
    view.product ? element("p", {}, element("code", {}, shownTerm(view))) : null,
    numpy ? element("p", {}, "NumPy: ", element("code", {}, numpy)) : null,
  );
}

const shownTerm = ({ product: { left, right } }) =>
  [left, right]
    .map(
      (each) =>
        each.name +
        [each.rows, each.columns]
          .filter((name) => name !== "·")
          .map((name) => `[${name}]`)
          .join(""),
    )
    .join(" * ");

const NUMPY = {
  preActivations: "z = a @ w + b",
  activations: "a = f(z)",
  "Softmax.activations":
    "e = exp(z - z.max(axis=1, keepdims=True)); a = e / e.sum(axis=1, keepdims=True)",
  cost: "cost(a, t).sum(axis=1).sum() * factor",
  outputDelta: "delta = cost_derivative(a, t) * derivative(z)",
  biasGradients: "delta.sum(axis=0) * factor",
  weightGradients: "a.T @ delta * factor",
  hiddenDelta: "(forward_delta @ forward_w.T) * derivative(z)",
  updatedWeights: "w - learning_rate * weight_gradients",
  updatedBiases: "b - learning_rate * bias_gradients",
};
