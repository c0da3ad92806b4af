// Products that fall into one sum, one below the other.

/**
 * @param summed the name of the index that counts the terms
 * @param terms each with its two numbers and their product; what is not there is undefined
 * @param more how many are left out
 * @return the list, and how to show that so many of its terms have fallen
 */
function fallingTerms(summed, terms, more = 0) {
  const number = (value) => (value === undefined ? "?" : brief(value, 3));
  const rows = terms.map(({ one, other, value }, at) =>
    element(
      "li",
      {},
      element("span", { class: "summed" }, `${summed}${at}`),
      element("span", { class: "blue" }, number(one)),
      "·",
      element("span", { class: "orange" }, number(other)),
      "=",
      element("span", { class: "product" }, number(value)),
    ),
  );
  const rest = more > 0 ? [element("li", { class: "rest" }, counted("moreTerms", { count: more }))] : [];
  return {
    list: element("ol", { class: "sum-list" }, ...rows, ...rest),
    fall: (count) => rows.forEach((row, at) => row.classList.toggle("fallen", at < count)),
  };
}

/**
 * @param caption what stands above a sum that is only to be compared: what becomes of it is left out
 * @return the sum of one number of the result, and how to show that so many terms have fallen
 */
function sumList(view, index, caption = null) {
  const { terms, more, steps } = explanation(view, index);
  const shownTerms = terms.slice(0, MOST_TOLD);
  const left = terms.length - shownTerms.length + more;
  const numbers = shownTerms.map(({ factors: [one, other], value }) => ({
    one: one.value,
    other: other.value,
    value,
  }));
  const { list, fall } = fallingTerms(view.summed, numbers, left);
  const { running: sum } = shownTerms.at(-1);
  const total = element("p", { class: "total" });
  const result = view.result.in(model.loops, view.l)(index);
  const name = concrete(view.result, index);

  /** The result itself, with what became of the sum. */
  function end() {
    const factor = steps.find((step) => step.name === "factor" && step.value !== 1);
    const times = factor ? ` × ${brief(factor.value)}` : "";
    const word = (...parts) => element("span", { class: "word" }, ...parts);
    return [
      word(name),
      " ",
      word(`= ${left > 0 ? "…" : brief(sum, 3)}${times}`),
      ...(times || left > 0 ? [" ", word("= ", element("b", {}, brief(result, 3)))] : []),
    ];
  }

  function show(count) {
    fall(count);
    const whole = count >= shownTerms.length && caption === null;
    const soFar = count === 0 ? 0 : shownTerms[count - 1].running;
    total.replaceChildren(...(whole ? end() : [runningSum(soFar)]));
    return `${brief(soFar, 3)}`;
  }

  show(0);
  const totals = caption === null ? roomFor(total, element("p", { class: "total" }, ...end())) : total;
  const box = element("div", { class: "one-sum" }, caption, list, totals);
  return { box, show, count: shownTerms.length, isWhole: left === 0, sum };
}

const runningSum = (soFar) => element("span", {}, `${text("sum")} `, element("b", {}, brief(soFar, 3)));
