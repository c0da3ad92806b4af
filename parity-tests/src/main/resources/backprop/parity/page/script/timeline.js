// A picture that is a function of a position: it plays once it is seen, and goes back and forth by hand.

const stillness = matchMedia("(prefers-reduced-motion: reduce)");

/** Where each timeline stands, and which have begun; they outlive a picture that is drawn anew. */
const positions = new Map();
const begun = new Set();

/** Those on the page: paper shows the end of each. */
const timelines = new Map();

/**
 * @param length in terms, or whatever a unit is
 * @param draw makes the picture of a position, and may return it in words
 * @param pace units a second, at a position
 */
function timeline(name, length, draw, { pace, label }) {
  let frame = null;
  const slider = element("input", {
    type: "range",
    min: 0,
    max: length,
    step: 0.1,
    "aria-label": label,
    "data-focus": `timeline-${name}`,
    input: () => {
      stop();
      show(Number(slider.value));
    },
  });
  const button = element("button", {
    type: "button",
    class: "play",
    "data-focus": `play-${name}`,
    click: () => (frame === null ? play() : stop()),
  });
  const row = element("div", { class: "timeline screen" }, button, slider);

  function show(position) {
    positions.set(name, position);
    slider.value = position;
    slider.setAttribute("aria-valuetext", draw(position) ?? String(position));
  }

  function mark() {
    const key = frame === null ? "play" : "pause";
    button.textContent = frame === null ? "▶" : "❚❚";
    button.setAttribute("aria-label", `${text(key)}: ${label}`);
  }

  function stop() {
    cancelAnimationFrame(frame);
    frame = null;
    mark();
  }

  /** On to an end, from the beginning if it is there already. */
  function play(end = length) {
    stop();
    if (stillness.matches) {
      show(end);
      return;
    }
    let position = positions.get(name);
    position = position >= end ? 0 : position;
    let before = null;
    const tick = (now) => {
      position = Math.min(end, position + ((now - (before ?? now)) / 1000) * pace(position));
      before = now;
      show(position);
      frame = position < end && row.isConnected ? requestAnimationFrame(tick) : null;
      mark();
    };
    frame = requestAnimationFrame(tick);
    mark();
  }

  show(Math.min(positions.get(name) ?? (stillness.matches ? length : 0), length));
  mark();
  const made = { element: row, show, play, stop, length, isPlaying: () => frame !== null };
  timelines.set(name, made);
  return made;
}

/** Draws every share from 0 to 1, as long as the picture is there; the last one at once for stillness. */
function glide(picture, seconds, draw, then = () => {}) {
  if (stillness.matches) {
    draw(1);
    then();
    return;
  }
  let start = null;
  const tick = (now) => {
    start ??= now;
    const share = Math.min(1, (now - start) / 1000 / seconds);
    draw(share);
    if (share === 1) {
      then();
    } else if (picture.isConnected) {
      requestAnimationFrame(tick);
    }
  };
  draw(0);
  requestAnimationFrame(tick);
}

/** Plays the first time that the reader sees it. */
function playWhenSeen(name, picture, { play }) {
  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) {
        observer.disconnect();
        if (!begun.has(name)) {
          begun.add(name);
          play();
        }
      }
    },
    { threshold: 0.6 },
  );
  observer.observe(picture);
}
