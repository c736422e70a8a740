// What of a slide is shown bit by bit.

/** Blocks and list items, if the slide says so; and gaps always. @param {Element} slide */
const partsOf = (slide) => {
  /** @type {Element[][]} */
  const found = [];
  /** @param {Element} block */
  const split = (block) => {
    if (block.matches('.list, .columns')) found.push(...[...block.children].map((it) => [it]));
    else if (block.matches('.answer, .section')) [...block.children].forEach(split);
    else if (block.matches('.process')) {
      // The first step is there at once, so that the slide is never empty.
      for (const step of all(block, '.process-step').slice(1)) {
        found.push([step, ...all(block, `li[data-part="${step.dataset.part}"]`)]);
      }
    } else if (!block.matches('h3, .label')) found.push([block]);
  };
  if (slide.matches('[data-steps]')) all(slide, '.body > *').forEach(split);
  for (const gap of all(slide, '.gap-filling')) if (!gap.closest('.notes')) found.push([gap]);
  return found.sort(([a], [b]) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
};

/** @param {Element[][]} list @param {number} slide @param {number} step */
const reveal = (list, slide, step) => list.forEach((part, idx) => {
  const hidden = idx >= step && !state.opened.includes(`${slide}:${idx}`);
  for (const element of part) {
    element.classList.toggle('unrevealed', hidden);
    const cover = /** @type {HTMLElement | null} */ (element.parentElement?.querySelector(':scope > .gap-button'));
    if (cover) cover.hidden = !hidden;
  }
});

/** Lays a button over each gap that opens it out of turn. @param {HTMLElement} slide @param {number} number */
const coverGaps = (slide, number) => parts[number].forEach(([part], idx) => {
  if (!part.matches('.gap-filling')) return;
  const cover = button('', () => {
    change({ opened: [...state.opened, `${number}:${idx}`] });
    slide.focus({ preventScroll: true });
    say(part.textContent || '');
  }, word('show_gap'));
  cover.className = 'gap-button';
  part.parentElement?.append(cover);
});
