// Products that fall into one sum, one below the other.

/** @return the list, and how to show that so many of its terms have fallen */
function sumList(view, index) {
  const { terms, more, steps } = explanation(view, index);
  const shownTerms = terms.slice(0, MOST_TOLD);
  const rows = shownTerms.map(({ index: at, factors, value }) => {
    const [one, other] = factors;
    return element(
      "li",
      {},
      element("span", { class: "summed" }, `${view.summed}${at}`),
      element("span", { class: "blue" }, brief(one.value, 3)),
      "·",
      element("span", { class: "orange" }, brief(other.value, 3)),
      "=",
      element("span", { class: "product" }, brief(value, 3)),
    );
  });
  const left = terms.length - shownTerms.length + more;
  const rest = left > 0 ? [element("li", { class: "rest" }, counted("moreTerms", { count: left }))] : [];
  const total = element("p", { class: "total" });
  const list = element("ol", { class: "sum-list" }, ...rows, ...rest);
  const result = view.result.in(model.loops, view.l)(index);
  const name = concrete(view.result, index);

  function show(count) {
    rows.forEach((row, at) => row.classList.toggle("fallen", at < count));
    const whole = count >= rows.length;
    const soFar = count === 0 ? 0 : shownTerms[count - 1].running;
    const running = element("span", {}, `${text("sum")} `, element("b", {}, brief(soFar, 3)));
    const factor = steps.find((step) => step.name === "factor" && step.value !== 1);
    const times = factor ? ` × ${brief(factor.value)}` : "";
    const word = (...parts) => element("span", { class: "word" }, ...parts);
    const end = [
      word(name),
      word(` = ${left > 0 ? "…" : brief(soFar, 3)}${times}`),
      ...(times || left > 0 ? [" ", word("= ", element("b", {}, brief(result, 3)))] : []),
    ];
    total.replaceChildren(...(whole ? end : [running]));
    return `${brief(soFar, 3)}`;
  }

  show(0);
  return { list, total, show, count: rows.length };
}
