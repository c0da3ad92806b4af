// A click is answered where the reader looks; the rest of the page follows within a few frames.

/** Draws, and lays out what is in view; then one section after the other of those out of view. */
function inViewFirst(drawing) {
  const later = [...document.querySelectorAll(".scene, #workshop")].filter(
    (section) => !isInView(section) && !section.contains(document.activeElement),
  );
  for (const section of later) {
    section.style.setProperty("--height", `${section.getBoundingClientRect().height}px`);
    section.classList.add("later");
  }
  drawing();
  const layOutNext = () => {
    later.shift()?.classList.remove("later");
    if (later.length > 0) {
      afterNextFrame(layOutNext);
    }
  };
  afterNextFrame(layOutNext);
}

/** A window scrolls by whole pixels: less than one that is left at its edge is not in view. */
function isInView(part) {
  const { top, bottom } = (part.closest(".later") ?? part).getBoundingClientRect();
  return bottom >= 1 && top <= innerHeight - 1;
}

const afterNextFrame = (what) => requestAnimationFrame(() => setTimeout(what));
