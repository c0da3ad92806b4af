// One number taken apart: its terms, what happens to their sum, and the bits of both forms.

function termsPanel(view, index, onTerm) {
  const { summed, terms, more, steps } = explanation(view, index);
  const sum = element("div", { class: "scroll" });
  if (terms.length > 0) {
    sum.append(termTable(view, summed, terms, more, onTerm));
  }
  const list = element("ol", { class: "operations" });
  for (const { sign, name, value, running } of steps) {
    const number = sign === "" || !(value < 0) ? brief(value, 10) : `(${brief(value, 10)})`;
    const numbers = sign === "f" ? [] : [element("span", { class: "value" }, number)];
    const after = running === undefined ? "" : ` = ${brief(running, 10)}`;
    const label = sign === "f" ? `${name}(…)` : `${sign} ${name} `.trimStart();
    list.append(
      element("li", {}, element("code", {}, label), ...numbers, sign === "" ? "" : after),
    );
  }
  sum.append(steps.length > 0 ? list : "");
  return element("div", { class: "terms" }, sum);
}

function termTable(view, summed, terms, more, onTerm) {
  const single = terms[0].factors === undefined;
  const headers = single
    ? [summed, text("term"), text("sumSoFar")]
    : [summed, ...view.factors.map(({ name }) => name), text("product"), text("sumSoFar")];
  const classes = single ? ["summed", "", ""] : ["summed", ...view.factors.map(({ tint }) => tint), "", ""];
  const head = element("tr", {});
  headers.forEach((header, at) =>
    head.append(element("th", { scope: "col", class: classes[at] }, header)),
  );
  const body = element("tbody");
  for (const term of terms) {
    const factor = ({ name, value, tint }) =>
      element(
        "td",
        { class: tint },
        element("code", {}, name),
        " ",
        element("span", { class: "value" }, brief(value)),
      );
    const light = () => onTerm({ name: summed, position: term.index });
    const numbers = single
      ? [element("td", {}, element("code", {}, term.name), " ", brief(term.value))]
      : [...term.factors.map(factor), element("td", {}, brief(term.value))];
    body.append(
      element(
        "tr",
        {
          tabindex: "0",
          "data-focus": `term-${term.index}`,
          pointerenter: light,
          pointerleave: () => onTerm(null),
          focus: light,
          blur: () => onTerm(null),
        },
        element("th", { scope: "row", class: "summed" }, String(term.index)),
        ...numbers,
        element("td", {}, brief(term.running, 10)),
      ),
    );
  }
  if (more > 0) {
    const cell = element(
      "td",
      { colspan: headers.length, class: "more" },
      counted("moreTerms", { count: more }),
    );
    body.append(element("tr", {}, cell));
  }
  return element(
    "table",
    { class: "sum" },
    element("caption", {}, text("termsCaption")),
    element("thead", {}, head),
    body,
  );
}

/** What each form gives: in this page, and in Java as long as no number was changed. */
function bitsTable(view, index) {
  const at = (form) => view.result.in(form, view.l)(index);
  const rows = [];
  if (given.whole) {
    rows.push([text("loopsHere"), at(model.loops)], [text("matrixHere"), at(model.matrix)]);
  }
  if (!model.changed) {
    rows.push([text("loopsJava"), at(given.loops)], [text("matrixJava"), at(given.matrix)]);
  }
  const body = element("tbody");
  for (const [form, number] of rows) {
    body.append(
      element(
        "tr",
        {},
        element("th", { scope: "row" }, form),
        element("td", { class: "value" }, full(number).replaceAll("-", "−")),
        element("td", {}, element("code", { class: "bits" }, bits(number))),
      ),
    );
  }
  const head = element("tr", {});
  ["form", "value", "rawBits"].forEach((key) =>
    head.append(element("th", { scope: "col" }, text(key))),
  );
  return element("table", { class: "bits-table" }, element("thead", {}, head), body);
}

/** One sentence for everybody, and for a screen reader the only one. */
function summary(view, index) {
  const at = (form) => view.result.in(form, view.l)(index);
  const numbers = [model.loops, model.matrix, ...(model.changed ? [] : [given.loops, given.matrix])].map(at);
  const agrees = numbers.every((number) => identical(number, numbers[0]));
  const name = entryName(view, index);
  const said = { name, value: brief(numbers[0]), how: madeOf(explanation(view, index)) };
  return { name, agrees, sentence: text(said.how ? "isMadeOf" : "isJust", said) };
}

/** The sum of its terms, and what happens to it; empty if nothing is summed. */
function madeOf({ terms, more, summed, steps }) {
  const count = terms.length + more;
  if (count === 0) {
    return "";
  }
  const changes = steps
    .filter(({ name, value }) => name !== "factor" || value !== 1)
    .map(({ sign, value }) => text(CHANGE[sign], { value: brief(value) }));
  return [counted("sumOfTerms", { count, index: summed }), ...changes].join("");
}

const CHANGE = { "+": "plusBias", "×": "timesFactor", "∘": "timesDerivative" };

/** One badge for all bits of a number; they are behind it. */
function bitsBadge(view, index) {
  const { agrees } = summary(view, index);
  const badge = text(agrees ? "sameBits" : "otherBits");
  return element(
    "details",
    { class: "bits-details" },
    element("summary", { class: agrees ? "agrees" : "differs", "data-focus": "bits" }, badge),
    element("div", { class: "scroll" }, bitsTable(view, index)),
  );
}

/** The layer, then row and column as they lie on the page. */
const entryName = (view, index) => named(view, index, indicesOf(view));

/** As the command line calls it: layer, j, then i or s. */
const commandName = (view, index) => named(view, index, commandOrder(view));

const indicesOf = ({ result: { rows, columns } }) =>
  [rows, columns].filter((name) => name !== "·");

const commandOrder = (view) => ["j", "i", "s"].filter((name) => indicesOf(view).includes(name));

const named = (view, index, order) =>
  view.number === 3
    ? "cost"
    : `${view.result.name}[${view.l}]${order.map((name) => `[${index[name]}]`).join("")}`;

/** How to see the same number without this page; nothing if its numbers were changed. */
function terminalHint(view, index) {
  if (model.changed) {
    return null;
  }
  const order = commandOrder(view);
  const turned = order.join() !== indicesOf(view).join();
  return element(
    "p",
    { class: "hint" },
    turned ? text("inTerminalOrder", { order: order.join(", ") }) : text("inTerminal"),
    " ",
    codeWords(`backprop explain ${given.argument} --entry '${commandName(view, index)}'`),
  );
}
