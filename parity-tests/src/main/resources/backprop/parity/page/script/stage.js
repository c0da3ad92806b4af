// One step of one layer: source beside source, the slot rule, the matrices, one number explained.

/**
 * @param state what the reader chose; see page.js
 * @param act what the reader can do: {show, answer, next}
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
      ...[javaNote(view, index), terminalHint(told.name)].filter(Boolean),
    );
    if (view.product?.left.name === "jacobian" || view.product?.right.name === "jacobian") {
      fillExpression(expression, view, answered, index, select);
    }
    light(section, index, null);
    return told.sentence;
  };
  const first = state.selected ?? firstEntry(view);
  fillExpression(expression, view, answered, first, (index) => act.announce(select(index)));
  section.append(element("h3", {}, text("numbers")), expression);
  section.append(element("p", { class: "hint screen" }, text("pointAt")), explained);
  select(first);
  return section;
}

const isAnswered = (state, view) =>
  !state.predicting ||
  !view.product ||
  !PRODUCTS.includes(view.number) ||
  answerKey(state) in state.answers;

const answerKey = ({ number, layout }) => `${number}-${layout}`;

const firstEntry = (view) => ({ [view.result.rows]: 0, [view.result.columns]: 0 });

function heading(state, view, { show }) {
  const title = element(
    "h2",
    {},
    text("stepTitle", { number: view.number, title: text(`step${view.number}`) }),
  );
  const group = () =>
    element("div", { class: "choice", role: "group", "aria-label": text("layer") });
  const [layers, parameters] = [group(), group()];
  for (const l of given.layers.length > 1 && view.number !== 3 ? layersOf(view.number) : []) {
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
  const lead = element("p", { class: "lead" }, rich(`step${view.number}Lead`));
  return element("header", {}, title, layers, parameters, lead);
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
  const pane = (key, title, caption, listing, codeKey) =>
    element(
      "section",
      { class: `pane ${key}` },
      element("h3", {}, title, " ", element("small", {}, `${source.file}:${listing.line}`)),
      element("p", { class: "beat" }, caption),
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

/** The project keeps samples as columns; this is how the step reads with rows. */
function inRows(view, answered) {
  const numpy = answered ? NUMPY[view.method] : null;
  return element(
    "p",
    { class: "in-rows" },
    rich("inRows"),
    view.product ? element("code", {}, `${shownTerm(view)}`) : null,
    numpy ? " NumPy: " : null,
    numpy ? element("code", {}, numpy) : null,
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

/** Which factor gets the T? Nothing gives it away before the reader has said so. */
function question(view, state, { answer }) {
  const { left, right, summed } = view.product;
  const symbol = (matrix, side) => element("span", { class: `symbol ${side}` }, matrix.symbol);
  const button = (given, ...label) =>
    element(
      "button",
      {
        type: "button",
        "data-focus": `answer-${given}`,
        class: "answer",
        click: () => answer(given),
      },
      ...label,
    );
  return element(
    "section",
    { class: "pane question" },
    element("h3", {}, text("question")),
    element("p", {}, rich("questionTerm", { term: shownTerm(view), index: summed })),
    element(
      "div",
      { class: "answers" },
      button("left", symbol(left, "left"), " ", left.name),
      button("right", symbol(right, "right"), " ", right.name),
      button("none", text("neither")),
    ),
  );
}

/** Which side the T belongs to. */
const rightAnswer = ({ product: factors }) =>
  ["left", "right"].find((side) => mustTurn(side, factors)) ?? "none";

function slotPanel(view, state, answered, { next }) {
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
        `${text(right ? "correct" : "incorrect")} ${text("score", score(state))}`,
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
  if (state.predicting && next) {
    buttons.append(
      element(
        "button",
        { type: "button", "data-focus": "next", class: "next", click: next },
        text("nextQuestion"),
      ),
    );
  }
  panel.append(buttons);
  return panel;
}

/** How many of the reader's answers were right. */
function score({ answers }) {
  const entries = Object.entries(answers);
  const right = entries.filter(([key, given]) => {
    const [number, layout] = key.split("-");
    return given === rightAnswer(stepView(Number(number), layersOf(Number(number))[0], layout));
  });
  return { right: right.length, count: entries.length };
}

/** Chips and sheets move together. */
function turnAll(section) {
  const row = section?.querySelector(".slots");
  if (row) {
    moveIntoSlot(row);
    section.querySelectorAll(".expression .turned").forEach(turnOver);
  }
}

function fillExpression(expression, view, answered, selected, select) {
  const sample = (matrix) => ({ ...matrix, at: (index) => matrix.at({ s: selected.s, ...index }) });
  const figure = (matrix, side, turned) => {
    const made = matrixFigure(sample(matrix), side, view.sizes, { turned });
    made.classList.toggle("turned", turned);
    return made;
  };
  const sign = (symbol) => element("span", { class: "operator" }, symbol);
  const parts = [];
  if (view.product) {
    const turned = (side) => answered && mustTurn(side, view.product);
    parts.push(figure(view.product.left, "left", turned("left")), sign("·"));
    parts.push(figure(view.product.right, "right", turned("right")));
  } else {
    parts.push(...(view.terms ? [sign("Σs Σj")] : []), figure(view.start, "left", false));
  }
  for (const each of view.operations) {
    if (each.sign === "f") {
      parts.push(sign(`→ ${each.name}`));
    } else if (each.matrix) {
      parts.push(sign(each.before ? `${each.sign} ${each.before}` : each.sign));
      parts.push(figure(each.matrix, view.product ? "extra" : "right", false));
    } else if (each.name === "factor") {
      parts.push(...(each.at(selected) === 1 ? [] : [sign(`× ${brief(each.at(selected))}`)]));
    } else {
      parts.push(sign(`${each.sign} ${each.name}`));
    }
  }
  const cell = (index) => resultCell(view, index, select);
  parts.push(sign("="), matrixFigure(view.result, "result", view.sizes, { cell }));
  expression.replaceChildren(...parts);
}

/** A number to point at: by hand, by Tab, or by the arrow keys. */
function resultCell(view, index, select) {
  const number = view.result.in(model.loops, view.l)(index);
  const name = entryName(view, index);
  const chosen = () => select(index);
  const button = element(
    "button",
    {
      type: "button",
      "aria-label": `${name} = ${brief(number)}`,
      "data-focus": name,
      focus: chosen,
      pointerenter: chosen,
      click: chosen,
      keydown: moveByArrow,
    },
    brief(number, 4),
  );
  const cell = element("td", { class: "result" }, button);
  cell.index = index;
  return cell;
}

function moveByArrow(event) {
  const [down, across] = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
  }[event.key] ?? [0, 0];
  const cell = event.target.closest("td");
  const row = cell.closest("tbody").rows[cell.parentNode.sectionRowIndex + down];
  const target = row?.cells[cell.cellIndex + across]?.querySelector("button");
  if (target && (down !== 0 || across !== 0)) {
    event.preventDefault();
    target.focus();
  }
}

const terminalHint = (name) =>
  name === "cost" || model.changed
    ? null
    : element(
        "p",
        { class: "hint" },
        text("inTerminal"),
        " ",
        element(
          "code",
          {},
          `backprop explain ${/^[\w.-]+$/.test(given.name) ? given.name : "FILE"} --entry ${name}`,
        ),
      );
