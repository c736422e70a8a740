// For the room's light, weak eyes, and whoever writes: palettes, large words, and lines that show where things may stand.

let guides = false;

/** Whether all that a slide shows stays where it may: above the foot, and within what it belongs to. @param {HTMLElement} slide */
const fits = (slide) => {
  const { left, right, top } = slide.getBoundingClientRect();
  const pixel = (right - left) / 1280;
  const low = slide.querySelector('.foot')?.getBoundingClientRect().top || top + 720 * pixel;
  return all(slide, '.content *').every((it) => {
    const box = it.getBoundingClientRect();
    const around = /** @type {Element} */ (it.parentElement).getBoundingClientRect();
    if (!box.width || !box.height || it.closest('.visually-hidden, .process-list, .chart-data, svg *') || getComputedStyle(it).display.startsWith('inline')) return true;
    return box.bottom <= low + 4 * pixel && box.left >= left && it.scrollWidth <= it.clientWidth + 6
      && (!around.height || (box.bottom <= around.bottom + 6 * pixel && box.right <= around.right + 6 * pixel));
  });
};

/** The size of a slide's words: as large as there is room for, if that is asked for. @param {HTMLElement} slide */
const enlarge = (slide) => {
  slide.style.removeProperty('--large');
  // The presenter sees pictures of slides, where nothing can be measured; and a drawing would give its own room away.
  if (!state.large || presenting || slide.querySelector('.content :is(svg, img)')) return;
  for (const size of [1.5, 1.35, 1.2, 1.1, 1]) {
    slide.style.setProperty('--large', String(size));
    if (fits(slide)) return;
  }
};

/** @param {HTMLElement} slide */
const dress = (slide) => {
  root.dataset.room = state.room;
  root.classList.toggle('large', state.large);
  root.classList.toggle('guides', guides);
  for (const it of slides) it.classList.toggle('on-ink', state.room === 'dark' || (!state.room && 'ink' in it.dataset));
  root.classList.toggle('ground-ink', slide.matches('.on-ink, .layout-inversion'));
  enlarge(slide);
  slide.classList.toggle('over', guides && !fits(slide));
};

const nextRoom = () => change({ room: state.room ? (state.room === 'dark' ? 'bright' : '') : 'dark' });

const toggleGuides = () => {
  guides = !guides;
  draw();
};
