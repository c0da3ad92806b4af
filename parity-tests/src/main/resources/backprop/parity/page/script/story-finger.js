// Scene 2: the same numbers as two tables; the loop's finger fits, a product's finger does not.

scene(2, "scene2", () => {
  const view = toldView();
  const [delta, activations] = view.factors;
  const sheets = [sheet(delta, view.sizes), sheet(activations, view.sizes)];
  const sums = sumList(view, { j: lit.j, i: lit.i }, captionOf("theLoop"));
  const rows = told(view.sizes.i);
  const column = Math.min(lit.i, told(view.sizes.s) - 1);
  const wrong = wrongSum(view, column, sums);
  const verdict = element("p", { class: "verdict-line" });
  const said = ["fingerLoop", "fingerMeets", "fingerProduct", "fingerFalls"].map((key) =>
    element("p", {}, rich(key, { s: 0, i: 0, other: column, rows, ...litNames() })),
  );

  function loopAt(s, fallen) {
    sheets[0].mark(({ j }) => j === lit.j, (at) => at.j === lit.j && at.s === s);
    sheets[1].mark(({ i }) => i === lit.i, (at) => at.i === lit.i && at.s === s);
    verdict.className = "verdict-line fits";
    verdict.replaceChildren(rich("fingerLoop", { s, ...litNames() }));
    sums.show(fallen);
    wrong.show(0);
  }

  function productAt(q, fallen) {
    sheets[0].mark(({ j }) => j === lit.j, (at) => at.j === lit.j && at.s === q);
    sheets[1].mark(({ s }) => s === column, (at) => at.s === column && at.i === q, true);
    verdict.className = "verdict-line clashes";
    const meets = q === column ? "fingerMeets" : "fingerProduct"; // on the diagonal, by chance
    const key = q < rows ? meets : "fingerFalls";
    verdict.replaceChildren(rich(key, { s: q, i: q, other: column, rows }));
    sums.show(sums.count);
    wrong.show(fallen);
  }

  function draw(position) {
    const step = Math.min(Math.floor(position), 2 * sums.count - 1);
    const fallen = step + (position - step > 0.5 ? 1 : 0);
    if (step < sums.count) {
      loopAt(step, fallen);
    } else {
      productAt(step - sums.count, fallen - sums.count);
    }
    return verdict.textContent;
  }

  const time = timeline("finger", 2 * sums.count, draw, { pace: () => 0.9, label: text("scene2") });
  const tables = besideEachOther(...sheets.map(({ figure }) => figure));
  playWhenSeen("finger", tables, time);
  return {
    figure: [tables, roomFor(verdict, ...said), time.element],
    telling: [...paragraphs("tell2"), sumsOf(sums, wrong), ...paragraphs("tell2Product")],
  };
});

const captionOf = (key) => element("p", { class: "hint" }, text(key));

/** What the product adds up without a T, beside the loop's sum. */
function wrongSum(view, column, right) {
  const [delta, activations] = view.factors;
  const terms = Array.from({ length: right.count }, (_, q) => {
    const one = delta.at({ j: lit.j, s: q });
    const other = q < view.sizes.i ? activations.at({ i: q, s: column }) : undefined;
    return { one, other, value: other === undefined ? undefined : one * other };
  });
  const { list, fall } = fallingTerms(view.summed, terms);
  const total = element("p", { class: "total" });

  function show(count) {
    fall(count);
    const soFar = added(count, (q) => terms[q].value ?? 0);
    total.replaceChildren(runningSum(soFar));
    if (count === right.count && right.isWhole) {
      const sign = identical(soFar, right.sum) ? "=" : "≠";
      total.append(" ", element("span", { class: "word clashes" }, `${sign} ${brief(right.sum, 3)}`));
    }
  }

  show(0);
  return { box: element("div", { class: "one-sum" }, captionOf("theProduct"), list, total), show };
}
