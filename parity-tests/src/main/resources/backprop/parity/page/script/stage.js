// One step of one layer: source beside source, the slot rule, the matrices, one number explained.

/** @param chosen what the reader chose; see page.js */
function stage(chosen, { show, announce }) {
  const view = stepView(chosen.number, chosen.layer, chosen.layout, chosen.what);
  const section = element("section", { class: "stage", "data-step": chosen.number });
  const expression = element("div", { class: "expression" });
  const explained = element("div", { class: "explained" });
  const drawing = networkDrawing({
    name: "part",
    label: text("networkLabel"),
    weightsOf: () => true,
    onWeight: (l, j, i) => show({ number: 6, layer: l, selected: { j, i } }),
    neuronsOf: (l) => l > 0,
    onNeuron: (l, j) => show({ number: 1, layer: l, selected: { j, s: 0 } }),
  });
  drawing.named(view.l);
  const select = (index) => {
    chosen.selected = index;
    const told = summary(view, index);
    const wasOpen = explained.querySelector("details")?.open ?? false;
    const badge = bitsBadge(view, index);
    badge.open = wasOpen;
    const parts = [
      element("h3", {}, element("code", {}, told.name)),
      element("p", { class: "summary" }, told.sentence),
      badge,
      termsPanel(view, index, (term) => light(section, index, term)),
      terminalHint(view, index),
    ];
    keepingFocus(() => explained.replaceChildren(...parts.filter(Boolean)));
    rove(expression, commandName(view, index));
    showSample(expression, view, index);
    light(section, index, null);
    lightNetwork(drawing, view, index);
    return sentences(told.sentence, badge.firstChild.textContent);
  };
  live = [];
  fillExpression(expression, view, (index) => announce(select(index)));
  section.append(
    heading(chosen, view, show),
    panes(view, chosen),
    view.product ? slotPanel(view) : "",
    element("h3", {}, text("numbers")),
    element(
      "div",
      { class: "numbers-beside-network" },
      expression,
      element(
        "div",
        { class: "picture small screen" },
        drawing.picture,
        element("p", { class: "hint" }, text("networkHint")),
      ),
    ),
    element("div", { id: "refusals", class: "refusal", role: "alert" }),
    element("p", { class: "hint screen" }, text(hasFields(expression) ? "pointAtOrChange" : "pointAt")),
    explained,
  );
  section.again = () => select(chosen.selected);
  select(chosen.selected ?? firstEntry(view));
  return section;
}

const hasFields = (part) => part.querySelector("input") !== null;

const firstEntry = (view) => ({ [view.result.rows]: 0, [view.result.columns]: 0 });

/** The weight of a gradient, or the neuron of anything else, and what it is made of. */
function lightNetwork(drawing, { number, l }, { j, i }) {
  const isWeight = i !== undefined;
  const neurons = {
    1: (layer, n) => layer === l - 1 || (layer === l && n === j),
    7: (layer, n) => layer === l + 1 || (layer === l && n === j),
  }[number];
  const edges = {
    1: (layer, to) => layer === l && to === j,
    7: (layer, to, from) => layer === l + 1 && from === j,
  }[number];
  drawing.light(
    isWeight ? (layer, to, from) => layer === l && to === j && from === i : (edges ?? (() => false)),
    isWeight
      ? (layer, n) => (layer === l && n === j) || (layer === l - 1 && n === i)
      : (neurons ?? ((layer, n) => layer === l && n === j)),
  );
}

function heading(chosen, view, show) {
  const title = element(
    "h3",
    { class: "step-title" },
    text("stepTitle", { number: view.number, title: text(`step${view.number}`) }),
  );
  const group = (label) =>
    element("div", { class: "choice screen", role: "group", "aria-label": text(label) });
  const layers = group("layer");
  const parameters = group("parameters");
  const layered = given.layers.length > 1 && view.number !== 3;
  for (const l of layered ? layersOf(view.number) : []) {
    layers.append(
      choice(`layer-${l}`, text("layerNumber", { layer: l }), l === chosen.layer, () =>
        show({ layer: l, selected: null }),
      ),
    );
  }
  if (view.number === 8 && hasBiases(given.layers[chosen.layer - 1])) {
    for (const what of ["updatedWeights", "updatedBiases"]) {
      parameters.append(
        choice(what, text(what), what === view.result.name, () => show({ what, selected: null })),
      );
    }
  }
  const lead = element("p", { class: "lead" }, rich(view.lead ?? `step${view.number}Lead`));
  return element("header", {}, title, layers, parameters, lead);
}

/** A button of which one in a row is pressed. */
const choice = (focus, label, pressed, click) =>
  element(
    "button",
    { type: "button", "aria-pressed": String(pressed), "data-focus": focus, click },
    label,
  );

/** The twins' source; its layout is the first of the four, so any other one is shown above it. */
function panes(view, chosen) {
  const source = SOURCES[view.method];
  const markers = (key) => [
    ...[...(view.factors ?? []), view.start]
      .filter(Boolean)
      .map((each) => ({ code: each[key], tint: each.tint })),
    ...view.operations.map((each) => ({ code: each[key], tint: each.matrix?.tint ?? "plain" })),
    { code: view.result[key], tint: "result" },
  ];
  const summed = view.summed ?? null;
  const pairs = linePairs(view.factors ? summed : null);
  const project = stepView(view.number, view.l, LAYOUTS[0], chosen.what);
  const beat = language === "en" ? { loops: source.terms, matrix: source.matrix } : beats(project);
  const elsewhere = view.layout !== LAYOUTS[0];
  const inThisLayout = elsewhere && view.product;
  const pane = (key, listing, codeKey, followed) =>
    element(
      "section",
      { class: `pane ${key}` },
      element("h4", {}, text(key), " ", element("small", {}, `${source.file}:${listing.line}`)),
      inThisLayout ? followed() : null,
      inThisLayout ? element("p", { class: "beat" }, text("projectsLayout")) : null,
      beat[key] ? element("p", { class: "beat" }, beat[key]) : null,
      element(
        "div",
        {
          class: "scroll",
          tabindex: "0",
          role: "region",
          "aria-label": `${text(key)}: ${source.file}`,
        },
        codePane(key, listing, markers(codeKey), summed, pairs[key]),
      ),
    );
  const both = element("div", { class: "panes" });
  both.append(
    pane("loops", source.loops, "loopCode", () => element("p", { class: "loop-line" }, loopLine(view))),
    pane("matrix", source.product, "matrixCode", () => linesOf(view)),
  );
  if (elsewhere) {
    const key = view.product ? "inLayout" : "inLayoutSame";
    both.prepend(element("p", { class: "in-layout" }, rich(key, { layout: layoutName(view.layout) })));
  }
  lightPairs(both);
  return both;
}

/** What the line above each source says, for readers of another language than its own. */
function beats({ factors, product: arranged, summed, number, method }) {
  if (factors) {
    const side = ["left", "right"].find((each) => arranged[each].transposed);
    const symbols = { index: summed, left: arranged.left.symbol, right: arranged.right.symbol };
    const key = { left: "matrixBeatLeft", right: "matrixBeatRight" }[side] ?? "matrixBeatNone";
    return {
      loops: text("loopsBeat", { index: summed, term: factors.map(bracketed).join(" * ") }),
      matrix: text(key, symbols),
    };
  }
  return number === 3 || method.startsWith("Softmax.")
    ? {}
    : { loops: text("loopsBeatNoSum"), matrix: text("matrixBeatNoSum") };
}
