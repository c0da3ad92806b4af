// Paper cannot be clicked: it gets the end of every scene, and every step with its numbers.

function paperSteps() {
  return stepNumbers().map((number) => {
    const l = layersOf(number)[0];
    const view = stepView(number, l, state.layout, "updatedWeights");
    const expression = element("div", { class: "expression" });
    fillExpression(expression, view, () => {});
    const title = text("stepTitle", { number, title: text(`step${number}`) });
    const layer = number === 3 ? "" : ` · ${text("layerNumber", { layer: l })}`;
    return element(
      "section",
      { class: "on-paper", "data-step": number },
      element("h3", {}, title + layer, " ", formula(view)),
      element("p", {}, rich(view.lead ?? `step${number}Lead`)),
      view.factors ? element("p", {}, loopLine(view)) : "",
      expression,
    );
  });
}

let positionsBefore = new Map();

addEventListener("beforeprint", () => {
  positionsBefore = new Map(positions);
  timelines.forEach(({ stop, show, length }) => {
    stop();
    show(length);
  });
  place("paper").replaceChildren(...paperSteps());
});

addEventListener("afterprint", () => {
  place("paper").replaceChildren();
  timelines.forEach(({ show }, name) => show(positionsBefore.get(name)));
});
