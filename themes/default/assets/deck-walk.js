// Moving: forward and back, to a slide by its number or name, and never past a vote that has not been held.

/**
 * The vote to hold before a slide may be seen, or -1. From a claim's first vote to its shift the order is fixed, whichever way one
 * comes: what is so stays unseen until the second vote. Walking forward one slide at a time always obeys.
 * @param {number} slide
 */
const gate = (slide) => slides.findIndex((it, idx) => idx < slide && it.matches('.layout-vote') && !state.held.includes(it.id)
  && slides.some(({ dataset }, at) => at >= slide && dataset.claim === it.dataset.claim));

/** Whether the way to a slide is the turn from what is said to what is so. @param {number} slide */
const turns = (slide) => slide > state.slide && slides[slide].matches('.tone-reality') && !slides[state.slide]?.matches('.tone-reality');

/** What is so comes in along the diagonal, once, and in less than a third of a second. */
const sweep = () => {
  if (presenting || still.matches || document.hidden || !stage.matches || !('startViewTransition' in document)) return draw();
  const corner = (/** @type {number} */ far) => `polygon(100% 100%, ${far}% 100%, 100% ${far}%)`;
  document.startViewTransition(draw).ready.then(() => {
    // Of the browser's own fade nothing is to be seen.
    for (const half of ['old', 'new']) {
      root.animate({ opacity: [1, 1], mixBlendMode: ['normal', 'normal'], ...(half === 'new' && { clipPath: [corner(100), corner(-100)] }) }, {
        duration: 280,
        easing: 'ease-in-out',
        pseudoElement: `::view-transition-${half}(root)`,
      });
    }
  }).catch(() => {});
};

/** @param {number} slide @param {number} [step] @param {boolean} [writing] An author may look at any slide; the votes before it count as held. */
const go = (slide, step = 0, writing = false) => {
  let to = Math.max(0, Math.min(slides.length - 1, slide));
  const barred = writing ? -1 : gate(to);
  if (barred >= 0) {
    [to, step] = [barred, 0];
    note(word('vote_first'), 4000);
  }
  const held = slides.filter((it, idx) => it.matches('.layout-vote') && (state.held.includes(it.id) || idx === to || (writing && idx < to)));
  const { since, spent } = state.clock;
  change({
    slide: to, step: Math.max(0, Math.min(parts[to].length, step)), shade: '', held: held.map(({ id }) => id),
    clock: since || spent || !to ? state.clock : { since: Date.now(), spent },
  }, turns(to) ? sweep : draw);
};

/** Parts that were opened out of turn are passed over. */
const forward = () => {
  let { slide, step } = state;
  while (step < parts[slide].length && state.opened.includes(`${slide}:${step}`)) step += 1;
  if (step < parts[slide].length) go(slide, step + 1);
  else if (slide + 1 < slides.length) go(slide + 1);
};

const backward = () => {
  const { slide, step } = state;
  if (step > 0) go(slide, step - 1);
  else if (slide > 0) go(slide - 1, parts[slide - 1].length);
};

/** A slide by `#12`, `#id`, `#id/step`, or the id of something on it. @param {string} hash */
const seek = (hash) => {
  // What is no address, such as `#100%`, is read as it stands.
  const [id, step] = (attempt(() => decodeURIComponent(hash.slice(1))) ?? hash.slice(1)).split('/');
  const target = id ? document.getElementById(id) : null;
  const slide = target || !/^\d+$/.test(id) ? slides.findIndex((it) => it.contains(target)) : Number(id) - 1;
  if (!slides[slide]) return null;
  return { slide, step: target === slides[slide] ? Number(step) || 0 : target ? parts[slide].length : 0 };
};
