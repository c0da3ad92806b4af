// Which factor gets the T? The reader says it before the page does.

const isAnswered = (state, view) =>
  !state.predicting ||
  !view.product ||
  !PRODUCTS.includes(view.number) ||
  answerKey(state) in state.answers;

const answerKey = ({ number, layout }) => `${number}-${layout}`;

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

/** To the next question; after the last one, to the first again. */
const onward = ({ next, beginAgain }) =>
  element(
    "button",
    {
      type: "button",
      "data-focus": next ? "next" : "begin-again",
      class: "next",
      click: next ?? beginAgain,
    },
    text(next ? "nextQuestion" : "beginAgain"),
  );

/** How many of the reader's answers were right. */
function score({ answers }) {
  const entries = Object.entries(answers);
  const right = entries.filter(([key, given]) => {
    const [number, layout] = key.split("-");
    return given === rightAnswer(stepView(Number(number), layersOf(Number(number))[0], layout));
  });
  return { right: right.length, count: entries.length };
}
