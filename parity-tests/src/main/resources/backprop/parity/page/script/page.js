// What the reader chose, and what is drawn again when that changes.

const state = {
  number: 6,
  layer: given.layers.length,
  what: "updatedWeights",
  layout: LAYOUTS[0],
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
    inViewFirst(() => {
      if ("layout" in change) {
        state.selected = null;
        model.recompute(state.layout);
        redrawScenes(5);
      }
      keepingFocus(drawWorkshop);
    });
  },

  /** A number was changed: what follows from it is written again, its field stays. */
  edited() {
    model.recompute(state.layout);
    refreshNumbers();
    place("stage").firstElementChild.again();
    drawVerdict();
    writeAddress();
    clearTimeout(act.story);
    act.story = setTimeout(() => inViewFirst(drawStory), 400);
  },

  announce: (sentence) => (place("live").textContent = sentence),
};

/** The same button, made anew, is still the one with the focus. */
function keepingFocus(drawing) {
  const focused = document.activeElement?.dataset?.focus;
  drawing();
  if (focused && document.activeElement?.dataset?.focus !== focused) {
    document.querySelector(`[data-focus="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }
}

function drawWorkshop() {
  drawSteps();
  place("switches").replaceChildren(layoutSwitches());
  place("stage").replaceChildren(stage(state, act));
  drawVerdict();
  writeAddress();
}

function draw() {
  document.documentElement.lang = language;
  drawTheme();
  for (const each of document.querySelectorAll("[data-text]")) {
    each.replaceChildren(rich(each.dataset.text));
  }
  for (const each of document.querySelectorAll("[data-label]")) {
    each.setAttribute("aria-label", text(each.dataset.label));
  }
  place("english").setAttribute("aria-pressed", String(language === "en"));
  place("japanese").setAttribute("aria-pressed", String(language === "ja"));
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
  place("excerpt").hidden = given.whole;
  drawStory();
  keepingFocus(drawWorkshop);
}

/** The badge, and what can be taken along, once the reader opens that. */
function drawVerdict() {
  const { identical: same, total } = model.count();
  const verdict = place("verdict");
  const key = given.whole && !model.changed ? "verdict" : "verdictHere";
  verdict.textContent = text(key, { identical: same, total });
  verdict.className = same === total ? "agrees" : "differs";
  place("reset").hidden = !model.changed;
  place("along").hidden = !given.whole;
  if (given.whole && place("along").open) {
    const along = takeAlong();
    place("case-json").value = json(along.question);
    place("loops-json").value = json(along.loops);
    place("matrix-json").value = json(along.matrix);
  }
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
        element("span", {}, ` ${text(`step${number}`)}`),
      );
      return element("li", {}, button);
    }),
  );
}

const prefersDark = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => state.dark ?? prefersDark.matches;

/** Colours change where they are: nothing is drawn anew. */
function drawTheme() {
  document.documentElement.dataset.theme = isDark() ? "dark" : "light";
  place("dark").setAttribute("aria-pressed", String(isDark()));
}

function listen(id, change) {
  place(id).addEventListener("click", () => {
    change();
    inViewFirst(draw);
  });
}

listen("english", () => (language = "en"));
listen("japanese", () => (language = "ja"));
listen("reset", () => {
  model.reset();
  model.recompute(state.layout);
  place("workshop").focus();
});
place("dark").addEventListener("click", () => {
  state.dark = !isDark();
  inViewFirst(drawTheme);
});
place("along").addEventListener("toggle", drawVerdict);
prefersDark.addEventListener("change", drawTheme);
addEventListener("hashchange", () => {
  model.reset();
  readAddress();
  model.recompute(state.layout);
  inViewFirst(draw);
});

readAddress();
model.recompute(state.layout);
draw();
