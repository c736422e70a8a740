// Keys that people and clickers use, and hands on a touch screen.

let digits = '';

/** @param {string} typed */
const setDigits = (typed) => {
  digits = typed.slice(-3);
  note(digits && word('typed', { n: digits }), 4000);
};

/** @type {Record<string, () => void>} */
const keys = {
  ArrowRight: forward, ArrowDown: forward, PageDown: forward, ' ': forward, Enter: forward,
  ArrowLeft: backward, ArrowUp: backward, PageUp: backward, Backspace: backward,
  Home: () => go(0), End: () => go(slides.length - 1), Escape: overview,
  '.': () => change({ shade: 'black' }), ',': () => change({ shade: 'white' }), '?': help,
};

/** Single letters; they can be switched off. @type {Record<string, () => void>} */
const letterKeys = {
  n: forward, p: backward, o: overview, s: openPresenter, b: keys['.'], w: keys[','], v: openTally, d: nextRoom, g: toggleGuides,
  l: () => change({ large: !state.large }),
  t: () => toggleTimer(state.slide),
  f: () => void attempt(() => (document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen())),
};

/** @param {KeyboardEvent} event */
const onKey = (event) => {
  const target = event.target instanceof Element ? event.target : root;
  if (!stage.matches || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
  const field = target.closest('input, textarea, select, dialog');
  // A clicker's keys mean nothing where hands are counted or a line is written: they turn the page.
  if (field && !(/^Page/.test(event.key) && (field.matches('input') || field.querySelector('.tally')))) return;
  document.querySelector('dialog')?.close();
  // A focused control acts for itself; a scrolling region scrolls.
  if (/^( |Enter)$/.test(event.key) && target.closest('a, button, summary, audio, video')) return;
  if (target.closest('[tabindex="0"]') && /^(Arrow|Page|Home|End| )/.test(event.key)) return;
  if (/^[0-9]$/.test(event.key)) return setDigits(digits + event.key);
  const number = +digits;
  if (digits) setDigits('');
  let act = keys[event.key] || (letters && letterKeys[event.key.toLowerCase()]);
  if (number && event.key === 'Enter') act = () => go(number - 1);
  else if (number && /^(Esc|Backs)/.test(event.key)) act = () => {};
  else if (event.key === ' ' && event.shiftKey) act = backward;
  if (!act) return;
  event.preventDefault();
  // On a dark screen the next key only brings the slide back.
  if (state.shade) return change({ shade: '' });
  act();
};

const swipes = () => {
  let [x, y] = [0, 0];
  addEventListener('touchstart', ({ touches: [touch] }) => ([x, y] = [touch.clientX, touch.clientY]), { passive: true });
  addEventListener('touchend', ({ changedTouches: [touch] }) => {
    const [dx, dy] = [touch.clientX - x, touch.clientY - y];
    if (!stage.matches || document.querySelector('dialog[open]') || Math.abs(dx) < 40 || Math.abs(dx) < 2 * Math.abs(dy)) return;
    dx < 0 ? forward() : backward();
  }, { passive: true });
};
