// The frame that every scene of the story has, and what they share.

/** The scenes in their order; each makes its figure and its telling. */
const SCENES = [];

function scene(number, key, make) {
  SCENES.push({ number, key, make });
}

/** Draws all scenes anew; what plays goes on. */
function drawStory() {
  const playing = [...timelines.keys()].filter((name) => timelines.get(name).isPlaying());
  timelines.forEach(({ stop }) => stop());
  timelines.clear();
  const scenes = SCENES.filter(({ number }) => number !== 4 || given.layers.length > 1);
  if (place("story").childElementCount === 0) {
    place("story").append(...scenes.map(sceneFrame));
  }
  keepingFocus(() => scenes.forEach(drawScene));
  playing.forEach((name) => timelines.get(name)?.play());
}

/** Draws only these scenes anew, which have no timeline. */
function redrawScenes(...numbers) {
  const scenes = SCENES.filter(({ number }) => numbers.includes(number) && place(`scene-${number}`));
  keepingFocus(() => scenes.forEach(drawScene));
}

/** Stays when its scene is drawn anew, as high as it was. */
const sceneFrame = ({ number }) =>
  element("section", {
    class: "scene",
    id: `scene-${number}`,
    "aria-labelledby": `title-${number}`,
  });

function drawScene({ number, key, make }) {
  const { figure, telling } = make();
  place(`scene-${number}`).replaceChildren(
    element("h2", { id: `title-${number}` }, element("b", {}, String(number)), ` ${text(key)}`),
    element("div", { class: "scene-figure" }, ...figure.filter(Boolean)),
    element("div", { class: "telling" }, ...telling.filter(Boolean)),
  );
}

/** The last layer's weight gradients, which scenes 1 to 3 are about, as this project stores them. */
const toldView = () => stepView(6, given.layers.length, LAYOUTS[0]);

/** The weight that is lit. */
const lit = {
  j: Math.min(1, told(given.layers.at(-1).outputs) - 1),
  i: told(given.layers.at(-1).inputs) - 1,
};

/** Sums side by side, where there is room. */
const sumsOf = (...each) => element("div", { class: "told-sums" }, ...each.map(({ box }) => box));

/** Paragraphs of the story, in the language of the page. */
const paragraphs = (...keys) => keys.map((key) => element("p", {}, rich(key, litNames())));

const litNames = () => ({
  j: `j${lit.j}`,
  i: `i${lit.i}`,
  weight: `weights[${lit.j}][${lit.i}]`,
});
