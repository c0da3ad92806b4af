// Scene 2: the same numbers as two tables; the loop's finger fits, a product's finger does not.

scene(2, "scene2", () => {
  const view = toldView();
  const [delta, activations] = view.factors;
  const sheets = [sheet(delta, view.sizes), sheet(activations, view.sizes)];
  const sums = sumList(view, { j: lit.j, i: lit.i });
  const rows = told(view.sizes.i);
  const column = Math.min(lit.i, told(view.sizes.s) - 1);
  const verdict = element("p", { class: "verdict-line" });

  function loopAt(s, fallen) {
    sheets[0].mark(({ j }) => j === lit.j, (at) => at.j === lit.j && at.s === s);
    sheets[1].mark(({ i }) => i === lit.i, (at) => at.i === lit.i && at.s === s);
    verdict.className = "verdict-line fits";
    verdict.replaceChildren(rich("fingerLoop", { s, ...litNames() }));
    sums.show(fallen);
  }

  function productAt(q) {
    sheets[0].mark(({ j }) => j === lit.j, (at) => at.j === lit.j && at.s === q);
    sheets[1].mark(({ s }) => s === column, (at) => at.s === column && at.i === q, true);
    verdict.className = "verdict-line clashes";
    const meets = q === column ? "fingerMeets" : "fingerProduct"; // on the diagonal, by chance
    const key = q < rows ? meets : "fingerFalls";
    verdict.replaceChildren(rich(key, { s: q, i: q, other: column, rows }));
    sums.show(sums.count);
  }

  function draw(position) {
    const step = Math.min(Math.floor(position), 2 * sums.count - 1);
    if (step < sums.count) {
      loopAt(step, step + (position - step > 0.5 ? 1 : 0));
    } else {
      productAt(step - sums.count);
    }
    return verdict.textContent;
  }

  const time = timeline("finger", 2 * sums.count, draw, { pace: 0.9, label: text("scene2") });
  const tables = element("div", { class: "sheets" }, sheets[0].figure, sheets[1].figure);
  playWhenSeen("finger", tables, time);
  return {
    figure: [tables, verdict, time.element],
    telling: [...paragraphs("tell2"), sums.list, sums.total, ...paragraphs("tell2Product")],
  };
});
