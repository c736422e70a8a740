// The deck in the room: one slide at a time, step by step, with a presenter's window that runs in step with it.
// Without this script the slides are a page to read.

root.classList.add('js');

/** Makes slides of what stands in the page. */
const equip = () => {
  slides = all(document, '.deck > .slide');
  parts = slides.map(partsOf);
  slides.forEach((slide, idx) => {
    if (slide.matches('.on-ink')) slide.dataset.ink = '';
    coverGaps(slide, idx);
    equipTimer(slide, idx);
  });
};

/** Takes in slides that were written anew, and stays where it was. @param {{main: Element, data: string}} next */
const renew = ({ main, data: text }) => {
  const { id } = slides[state.slide];
  document.querySelector('.deck')?.replaceWith(main);
  data = JSON.parse(text);
  equip();
  const slide = slides.findIndex((it) => it.id === id);
  drawnFor = shown.slide = -1;
  go(slide < 0 ? state.slide : slide, state.step, true);
};

const start = () => {
  data = JSON.parse(document.getElementById('deck-data')?.textContent || '{}');
  live = make('p', 'visually-hidden');
  live.ariaLive = 'polite';
  toast = make('div', 'toast');
  toast.hidden = true;
  document.body.append(live, toast);
  equip();
  // A face that is fetched only when its first slide is shown would break that slide's lines anew before everybody's eyes.
  for (const it of document.fonts) it.load();
  connect();
  if (presenting) buildDesk();
  resize();
  guides = /[?&]guides/.test(location.search);
  const visit = () => {
    const asked = presenting ? null : seek(location.hash);
    if (asked && stage.matches && (asked.slide !== state.slide || asked.step !== state.step)) go(asked.slide, asked.step);
  };
  visit();
  draw();
  watchPrinter();
  addEventListener('resize', resize);
  addEventListener('keydown', onKey);
  addEventListener('hashchange', visit);
  swipes();
  setInterval(tick, 250);
  const awake = () => void attempt(() => navigator.wakeLock.request('screen').catch(() => {}));
  document.addEventListener('visibilitychange', awake);
  awake();
  // What the preview asks for while somebody writes.
  document.addEventListener('tvartom:goto', (event) => {
    const target = seek(`#${/** @type {CustomEvent<{id: string}>} */ (event).detail.id}`);
    if (target) go(target.slide, target.step, true);
  });
  document.addEventListener('tvartom:renew', (event) => {
    renew(/** @type {CustomEvent<{main: Element, data: string}>} */ (event).detail);
    event.preventDefault();
  });
  Object.assign(window, { tvartom: { position: () => ({ slide: slides[state.slide].id, step: state.step }) } });
};

document.addEventListener('DOMContentLoaded', () => {
  try {
    start();
  } catch (error) {
    root.classList.remove('js');
    throw error;
  }
});
