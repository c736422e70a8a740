// Showing: the slide and step of the state, in this window.

/** @type {HTMLElement} What is said to those who hear the page. */
let live;
/** @type {HTMLElement} */
let toast;
let toastFor = 0;
let shown = { slide: -1, step: 0, shade: '' };

/** @param {string} [text] @param {number} [time] For how long it stands; without, until the next. */
const note = (text = '', time = 0) => {
  clearTimeout(toastFor);
  toast.textContent = text;
  toast.hidden = !text;
  if (time) toastFor = setTimeout(note, time);
};

/** @param {string} text */
const say = (text) => {
  if (stage.matches) live.textContent = text.trim();
};

/** @param {number} slide */
const titleOf = (slide) => texts(slides[slide], '.title')[0] || '';

function draw() {
  const { slide, step, shade } = state;
  const current = slides[slide];
  const moved = slide !== shown.slide;
  const focused = document.activeElement;
  slides.forEach((it, idx) => it.classList.toggle('current', idx === slide));
  reveal(parts[slide], slide, step);
  for (const name of ['black', 'white']) root.classList.toggle(name, shade === name && !presenting);
  drawShift(current);
  dress(current);
  tick();
  if (presenting) drawDesk();
  else attempt(() => history.replaceState(null, '', `#${current.id}${step ? `/${step}` : ''}`));
  fillTally();
  if (moved) document.title = `${slide + 1}. ${titleOf(slide)}`;
  if (moved && stage.matches && slides[shown.slide]?.contains(focused)) current.focus({ preventScroll: true });
  if (moved) say(current.ariaLabel || '');
  else if (step > shown.step) say(parts[slide].slice(shown.step, step).map(([it]) => it.textContent).join(' '));
  if (shade && shade !== shown.shade) say(word(shade));
  shown = { slide, step, shade };
}

/** A slide as a picture of itself. @param {number} slide @param {number} step */
const frame = (slide, step) => {
  const copy = /** @type {HTMLElement} */ (slides[slide].cloneNode(true));
  reveal(partsOf(copy), slide, step);
  for (const it of [copy, ...all(copy, '[id]')]) it.removeAttribute('id');
  for (const it of all(copy, '.notes, button')) it.remove();
  const holder = make('div', 'frame', copy);
  sizes.observe(holder);
  return holder;
};

const sizes = new ResizeObserver((entries) => entries.forEach(({ target, contentRect }) => {
  if (target instanceof HTMLElement) target.style.setProperty('--frame-scale', String(contentRect.width / 1280));
}));

const resize = () => root.style.setProperty('--scale', String(Math.min(innerWidth / 1280, innerHeight / 720)));
