// Scene 1: one weight is lit, and the samples run through it one after the other.

scene(1, "scene1", () => {
  const depth = given.layers.length;
  const view = toldView();
  const index = { j: lit.j, i: lit.i };
  const sums = sumList(view, index);
  const drawing = networkDrawing({
    name: "edge",
    label: text("networkLabel"),
    weightsOf: (l) => l === depth,
    room: 44,
    onWeight: (l, j, i) => {
      Object.assign(lit, { j, i });
      begun.add("weight");
      positions.set("weight", 0);
      timelines.get("weight").stop();
      inViewFirst(drawStory);
      timelines.get("weight").play();
    },
  });
  drawing.named(depth);
  drawing.light(
    (l, j, i) => l === depth && j === lit.j && i === lit.i,
    (l, n) => (l === depth && n === lit.j) || (l === depth - 1 && n === lit.i),
  );
  const dots = new Map([...drawing.edges.keys()].map((key) => [key, drawn("circle", { r: 4, class: "dot" })]));
  const error = drawn("circle", { r: 7, class: "dot blue" });
  const input = drawn("circle", { r: 7, class: "dot orange" });
  const from = drawing.at(depth - 1, lit.i);
  const to = drawing.at(depth, lit.j);
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const met = drawn("text", { class: "met", x: middle.x, y: middle.y - 10 });
  const deltaLabel = drawn("text", { class: "delta-label", x: to.x + 24, y: to.y + 4 });
  const sample = drawn("text", { class: "sample-label", x: 4, y: 16 });
  drawing.picture.append(...dots.values(), error, input, met, deltaLabel, sample);

  function put(circle, a, b, share) {
    circle.setAttribute("visibility", share > 0 && share < 1 ? "visible" : "hidden");
    circle.setAttribute("cx", a.x + (b.x - a.x) * share);
    circle.setAttribute("cy", a.y + (b.y - a.y) * share);
  }

  /** Half of a sample's time goes into the way forward, a quarter into the way to the weight. */
  function draw(position) {
    const s = Math.min(Math.floor(position), sums.count - 1);
    const phase = position - s;
    const reached = phase * 2 * depth;
    for (const [key, dot] of dots) {
      const [l, j, i] = key.split(" ").map(Number);
      put(dot, drawing.at(l - 1, i), drawing.at(l, j), reached - (l - 1));
    }
    for (const [key, { value }] of drawing.nodes) {
      const [l, n] = key.split(" ").map(Number);
      const number = model.values("activations", l)[n][s];
      value.textContent = reached >= l ? brief(number, 2) : "";
    }
    const meeting = (phase - 0.5) * 4;
    put(error, to, middle, meeting);
    put(input, from, middle, meeting);
    const [delta, activation] = view.factors.map(({ at }) => at({ ...index, s }));
    deltaLabel.textContent = phase >= 0.5 ? `δ ${brief(delta, 2)}` : "";
    met.textContent = phase >= 0.75 && phase < 1 ? `δ·a = ${brief(delta * activation, 2)}` : "";
    sample.textContent = text("sampleNumber", { s });
    return `${sample.textContent}, ${sums.show(s + (phase >= 0.75 ? 1 : 0))}`;
  }

  const time = timeline("weight", sums.count, draw, { pace: () => 0.55, label: text("scene1") });
  const figure = element("div", { class: "picture" }, drawing.picture);
  playWhenSeen("weight", figure, time);
  return {
    figure: [figure, time.element],
    telling: [
      ...paragraphs("tell1"),
      element("p", { class: "screen" }, text("tell1Choose")),
      ...paragraphs("tell1Delta"),
      sumsOf(sums),
      ...paragraphs("tell1End"),
      meanOf(model),
    ],
  };
});

/** Where the factor below the sum comes from; nothing if there is none. */
function meanOf({ network }) {
  const { samples, reduction } = network;
  const { outputs } = network.layers.at(-1);
  const [key, count] =
    reduction === "mean" ? ["tell1Mean", samples] : ["tell1ElementMean", samples * outputs];
  const factor = reductionFactor(network);
  return factor === 1
    ? null
    : element("p", {}, rich(key, { count, samples, outputs, factor: brief(factor) }));
}
