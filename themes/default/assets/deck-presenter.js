// The presenter's window: this slide, the next step, notes, clock and pace, countdown, tally, and what is left for later.

/** @type {Record<string, HTMLElement>} */
const desk = {};
let notesSize = 20;
let drawnFor = -1;

/** @param {number} by */
const sizeNotes = (by) => {
  notesSize = Math.max(14, Math.min(40, notesSize + by));
  desk.notes.style.setProperty('--notes-size', `${notesSize}px`);
};

/** Starts, pauses and goes on: a talk's clock stands still while a question is answered. */
const toggleClock = () => {
  const { since, spent } = state.clock;
  change({ clock: since ? { since: 0, spent: spent + Date.now() - since } : { since: Date.now(), spent } });
};

const buildDesk = () => {
  root.classList.add('presenting');
  for (const name of ['now', 'next', 'notes', 'bar', 'buttons', 'form', 'parked']) desk[name] = make('div', `desk-${name}`);
  desk.clock = button('', toggleClock);
  desk.timer = button('', () => toggleTimer(state.slide));
  desk.minute = button(word('add_minute'), () => addMinute(state.slide));
  desk.buttons.append(
    button(word('back'), backward), button(word('forward'), forward), desk.clock,
    button(word('reset'), () => change({ clock: { since: 0, spent: 0 } })),
    desk.timer, desk.minute, button('A−', () => sizeNotes(-3), word('smaller')), button('A+', () => sizeNotes(3), word('larger')),
    button(word('overview'), overview), button(word('help'), help),
  );
  desk.notes.tabIndex = 0;
  desk.notes.role = 'region';
  desk.notes.ariaLabel = word('notes');
  const text = make('input');
  text.placeholder = word('park');
  text.ariaLabel = word('park');
  const form = make('form', '', text, make('button', 'deck-button', '+'));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (text.value.trim()) change({ parked: [...state.parked, [state.slide, text.value.trim()]] });
    text.value = '';
  });
  desk.list = make('ul');
  desk.parked.append(make('h2', '', word('parked')), form, desk.list);
  document.body.append(make('div', 'desk', desk.now, desk.next, desk.notes, make('div', 'desk-tools', desk.bar, desk.buttons, desk.form, desk.parked)));
};

const drawDesk = () => {
  const { slide, step, shade, parked } = state;
  const following = step < parts[slide].length ? [slide, step + 1] : slide + 1 < slides.length ? [slide + 1, 0] : null;
  /** @param {string} name @param {string} title @param {number[] | null} place */
  const show = (name, title, place) => {
    desk[name].replaceChildren(make('h2', '', title), ...(place ? [frame(place[0], place[1])] : []));
    desk[name].inert = true;
  };
  show('now', `${word('slide_of', { n: slide + 1, total: slides.length })}${shade ? ` · ${word(shade)}` : ''}`, [slide, step]);
  show('next', word(following ? 'next' : 'end'), following);
  desk.list.replaceChildren(...parked.map(([from, text], idx) => make('li', '', `${from + 1}: ${text} `,
    button('×', () => change({ parked: parked.filter((_, at) => at !== idx) }), `${word('remove')}: ${text}`))));
  if (drawnFor !== slide) {
    drawnFor = slide;
    const notes = slides[slide].querySelector('.notes');
    desk.notes.replaceChildren(...(notes ? notes.cloneNode(true).childNodes : [make('p', '', word('no_notes'))]));
    desk.notes.scrollTop = 0;
    const form = tally();
    desk.form.replaceChildren(...(form ? [make('h2', '', word('tally')), form] : []));
  }
  if (parked.length && !desk.form.firstChild) desk.form.append(button(word('export'), saveVotes));
};

/** Minutes planned until a slide starts and until it ends. @param {number} at */
const plan = (at) => {
  let before = 0;
  for (let idx = 0; idx < slides.length;) {
    const minutes = Number(slides[idx].dataset.minutes) || 0;
    let end = idx + 1;
    while (end < slides.length && slides[end].dataset.minutes === undefined) end += 1;
    if (at < end) return [at - idx, at - idx + 1].map((part) => before + (minutes * part) / (end - idx));
    before += minutes;
    idx = end;
  }
  return [before, before];
};

const drawClock = () => {
  if (!desk.bar) return;
  const { since, spent } = state.clock;
  const elapsed = spent + (since ? Date.now() - since : 0);
  const [from, to] = plan(state.slide);
  const minutes = elapsed / 60000;
  const off = minutes > to ? Math.floor(minutes - to) : minutes < from ? -Math.floor(from - minutes) : 0;
  const pace = make('span', off > 0 ? 'desk-late' : 'desk-pace', off ? word(off > 0 ? 'behind' : 'ahead', { n: Math.abs(off) }) : word('on_time'));
  desk.bar.replaceChildren(
    make('b', '', clockTime(Date.now())),
    make('span', '', `${word('elapsed')} `, make('b', '', minutesAndSeconds(elapsed)), ` / ${data.minutes}:00`),
    make('span', '', `${word('planned')} ${minutesAndSeconds(from * 60000)}`),
    ...(since || spent ? [pace] : []),
  );
  desk.clock.textContent = word(since ? 'pause' : spent ? 'resume' : 'start');
  const timer = timerOf(state.slide);
  desk.timer.hidden = desk.minute.hidden = !timer;
  if (timer) desk.timer.textContent = `${word(timer.end ? 'pause' : 'start')} ${minutesAndSeconds(leftOf(timer))}`;
};
