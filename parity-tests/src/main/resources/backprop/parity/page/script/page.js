// What the reader chose, and everything drawn again when that changes.

const state = {
  number: 6,
  layer: given.layers.length,
  what: "updatedWeights",
  layout: "columns",
  predicting: false,
  answers: {},
  selected: null,
  dark: undefined,
};

const place = (id) => document.getElementById(id);

const act = {
  show(change) {
    Object.assign(state, change);
    if (!layersOf(state.number).includes(state.layer)) {
      state.layer = layersOf(state.number)[0];
    }
    draw();
    turnAll(place("stage").firstElementChild);
  },

  answer(given) {
    state.answers[answerKey(state)] = given;
    draw();
    turnAll(place("stage").firstElementChild);
    place("live").textContent = place("stage").querySelector(".feedback").textContent;
    place("stage").querySelector(".next").focus();
  },

  beginAgain() {
    state.answers = {};
    nextQuestion()();
  },

  announce: (sentence) => (place("live").textContent = sentence),
};

/** The first question not yet answered, with columns before rows; null once all are. */
function nextQuestion() {
  for (const layout of ["columns", "rows"]) {
    for (const number of PRODUCTS.filter((each) => stepNumbers().includes(each))) {
      if (!(answerKey({ number, layout }) in state.answers)) {
        return () => {
          act.show({ number, layout, layer: layersOf(number)[0], selected: null });
          place("stage").querySelector(".answer").focus();
        };
      }
    }
  }
  return null;
}

function draw() {
  const focused = document.activeElement?.dataset?.focus;
  document.documentElement.lang = language;
  document.documentElement.dataset.theme = isDark() ? "dark" : "light";
  for (const each of document.querySelectorAll("[data-text]")) {
    each.replaceChildren(rich(each.dataset.text));
  }
  for (const each of document.querySelectorAll("[data-label]")) {
    each.setAttribute("aria-label", text(each.dataset.label));
  }
  model.recompute(state.layout);
  drawHead();
  drawSteps();
  place("stage").replaceChildren(stage(state, { ...act, next: nextQuestion() }));
  drawNumbers();
  if (focused) {
    document.querySelector(`[data-focus="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }
}

function drawHead() {
  const widths = [given.layers[0].inputs, ...given.layers.map((layer) => layer.outputs)].join("-");
  const activations = given.layers.map((layer) => layer.activation).join(", ");
  place("name").textContent = given.name;
  place("description").textContent = given.descriptions[language] ?? "";
  place("network").textContent = [
    `${widths}`,
    activations,
    given.cost,
    given.reduction,
    text("samples", { count: given.samples }),
  ].join(" · ");
  const { identical: same, total } = model.count();
  const verdict = place("verdict");
  verdict.textContent = text("verdict", { identical: same, total });
  verdict.className = same === total ? "agrees" : "differs";
  const pressed = {
    english: language === "en",
    japanese: language === "ja",
    columns: state.layout === "columns",
    rows: state.layout === "rows",
    predict: state.predicting,
    dark: isDark(),
  };
  Object.entries(pressed).forEach(([id, on]) => place(id).setAttribute("aria-pressed", String(on)));
}

function drawSteps() {
  place("steps").replaceChildren(
    ...stepNumbers().map((number) => {
      const current = number === state.number;
      const button = element(
        "button",
        {
          type: "button",
          "data-focus": `step-${number}`,
          "aria-current": current ? "step" : null,
          click: () => act.show({ number, selected: null }),
        },
        element("b", {}, String(number)),
        ` ${text(`step${number}`)}`,
      );
      return element("li", {}, button);
    }),
  );
  const bar = place("steps");
  const current = bar.querySelector("[aria-current]");
  bar.scrollLeft = current.offsetLeft - (bar.clientWidth - current.offsetWidth) / 2;
}

/** The fields are drawn once for each language: what is being typed must not be taken away. */
function drawNumbers() {
  const box = place("numbers");
  place("excerpt").hidden = given.whole;
  place("change").hidden = !given.whole;
  if (!given.whole) {
    return;
  }
  if (box.lang !== language) {
    box.lang = language;
    box.replaceChildren(editor(draw, resetNumbers));
  }
  const along = takeAlong();
  place("case-json").value = json(along.question);
  place("loops-json").value = json(along.loops);
  place("matrix-json").value = json(along.matrix);
}

function resetNumbers() {
  model.reset();
  place("numbers").lang = "";
  draw();
}

const prefersDark = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => state.dark ?? prefersDark.matches;

function listen(id, change) {
  place(id).addEventListener("click", () => {
    change();
    draw();
  });
}

listen("english", () => (language = "en"));
listen("japanese", () => (language = "ja"));
listen("dark", () => (state.dark = !isDark()));
listen("predict", () => {
  state.predicting = !state.predicting;
  state.answers = {};
  if (state.predicting && !PRODUCTS.includes(state.number)) {
    Object.assign(state, { number: 6, layer: given.layers.length, selected: null });
  }
});
for (const layout of ["columns", "rows"]) {
  place(layout).addEventListener("click", () => act.show({ layout, selected: null }));
}
prefersDark.addEventListener("change", draw);

/** Paper cannot be clicked: it gets every step. */
addEventListener("beforeprint", () => {
  const silent = { ...act, next: null };
  place("paper").replaceChildren(
    ...stepNumbers().map((number) =>
      stage(
        { ...state, number, layer: layersOf(number)[0], predicting: false, selected: null },
        silent,
      ),
    ),
  );
});
addEventListener("afterprint", () => place("paper").replaceChildren());

draw();
setTimeout(() => turnAll(place("stage").firstElementChild), 700);
