// Countdowns on slides. They run on, whichever slide is shown.

/** @param {number} ms */
const minutesAndSeconds = (ms) => {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

/** @param {number} time */
const clockTime = (time) => {
  const date = new Date(time);
  return [date.getHours(), date.getMinutes()].map((it) => String(it).padStart(2, '0')).join(data.clock);
};

/** What is planned for a countdown. @param {number} slide */
const plannedFor = (slide) => {
  const element = slides[slide].querySelector('.timer');
  return element instanceof HTMLElement ? Number(element.dataset.seconds) * 1000 : 0;
};

/** @param {number} slide @returns {Timer | null} */
const timerOf = (slide) => {
  const planned = plannedFor(slide);
  return planned ? state.timers[slide] || { end: 0, left: planned } : null;
};

/** @param {Timer} timer */
const leftOf = ({ end, left }) => (end ? Math.max(0, end - Date.now()) : left);

/** @param {number} slide @param {(timer: Timer, left: number) => Timer} next */
const setTimer = (slide, next) => {
  const timer = timerOf(slide);
  if (timer) change({ timers: { ...state.timers, [slide]: next(timer, leftOf(timer)) } });
};

/** Starts or pauses; what has run out starts anew. @param {number} slide */
const toggleTimer = (slide) => setTimer(slide, ({ end }, left) => {
  const rest = left || plannedFor(slide);
  return { end: end && left ? 0 : Date.now() + rest, left: rest };
});

/** @param {number} slide */
const addMinute = (slide) => setTimer(slide, ({ end }, left) => ({ end: end && Date.now() + left + 60000, left: left + 60000 }));

/** The countdown that last ended. */
let rung = 0;

const tick = () => {
  slides.forEach((slide, idx) => {
    const timer = timerOf(idx);
    if (timer) drawTimer(slide, timer, idx);
  });
  if (presenting) drawClock();
};

/** @param {HTMLElement} slide @param {Timer} timer @param {number} idx */
const drawTimer = (slide, timer, idx) => {
  const touched = !!state.timers[idx];
  const left = leftOf(timer);
  const over = touched && !left;
  /** @param {string} name @param {string} text */
  const put = (name, text) => {
    const element = slide.querySelector(`.timer-${name}`);
    if (element && element.textContent !== text) element.textContent = text;
  };
  const element = /** @type {HTMLElement} */ (slide.querySelector('.timer'));
  element.classList.toggle('timer-set', touched);
  element.classList.toggle('timer-over', over);
  element.style.setProperty('--left', String(Math.min(1, left / (Number(element.dataset.seconds) * 1000))));
  if (touched) put('face', over ? word('time_is_up') : minutesAndSeconds(left));
  put('until', timer.end && !over ? word('until', { time: clockTime(timer.end) }) : '');
  put('toggle', word(timer.end && !over ? 'pause' : 'start'));
  if (over && timer.end && rung !== timer.end) {
    rung = timer.end;
    if (idx === state.slide) say(word('time_is_up'));
  }
};

/** The buttons of a countdown, which only make sense with a script. @param {HTMLElement} slide @param {number} number */
const equipTimer = (slide, number) => {
  const timer = slide.querySelector('.timer');
  if (!timer) return;
  timer.querySelector('.timer-face')?.setAttribute('role', 'timer');
  const toggle = button(word('start'), () => toggleTimer(number));
  toggle.classList.add('timer-toggle');
  timer.append(make('div', 'timer-until'), make('div', 'timer-buttons', toggle, button(word('add_minute'), () => addMinute(number))));
};
