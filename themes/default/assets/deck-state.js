// What all windows of a showing share: kept in this browser, told to the others, taken over from them. The files of the deck's
// script are put together into one, in the order of their duties; what one of them names, those after it know.

/**
 * @typedef {{end: number, left: number}} Timer When it ends (0: it stands still), and the milliseconds that were left.
 * @typedef {object} State What all windows of a showing share.
 * @property {number} at When it last changed, so that an older one never replaces a newer.
 * @property {number} slide
 * @property {number} step How many parts of the slide are shown.
 * @property {string} shade Empty, `black` or `white`.
 * @property {string} room Empty, `dark` or `bright`.
 * @property {boolean} large
 * @property {string[]} opened Parts that were opened out of turn: `slide:part`.
 * @property {string[]} held The votes that have been held, by their slides' ids.
 * @property {Record<string, number[]>} counts Hands, by `claim/round`, and how sure they are, by `claim/round/sure`.
 * @property {Record<string, Timer>} timers By slide.
 * @property {{since: number, spent: number}} clock The talk's own clock.
 * @property {[number, string][]} parked What was left for later, and on which slide.
 * @typedef {{id: string, clock: string, minutes: number, words: Record<string, string>, advice: string[]}} DeckData
 * @typedef {{state?: State}} Message Without a state it asks for one.
 */

const root = document.documentElement;
const stage = matchMedia('(min-width: 600px)');
const still = matchMedia('(prefers-reduced-motion: reduce)');

/** @type {DeckData} */
let data;
/** @type {HTMLElement[]} */
let slides = [];
/** @type {Element[][][]} The parts of each slide that are shown one by one. */
let parts = [];
/** @type {State} */
let state = {
  at: 0, slide: 0, step: 0, shade: '', room: '', large: false, opened: [], held: [], counts: {}, timers: {},
  clock: { since: 0, spent: 0 }, parked: [],
};
let session = '';
let presenting = false;

/** @param {string} name @param {Record<string, string | number>} [values] */
const word = (name, values = {}) => (data.words[name] || name).replace(/\{(\w+)\}/g, (whole, key) => String(values[key] ?? whole));

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} name @param {string} [className] @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
const make = (name, className = '', ...children) => {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...children);
  return element;
};

/** @param {string} text @param {() => void} act @param {string} [label] What it is to somebody who hears it. */
const button = (text, act, label) => {
  const element = make('button', 'deck-button', text);
  element.type = 'button';
  if (label) element.ariaLabel = label;
  element.addEventListener('click', act);
  return element;
};

/** @param {ParentNode} where @param {string} selector */
const all = (where, selector) => /** @type {HTMLElement[]} */ ([...where.querySelectorAll(selector)]);

/** Storage can be switched off; then a showing lives as long as its windows. @template T @param {() => T} act */
const attempt = (act) => {
  try {
    return act();
  } catch {
    return null;
  }
};

// Windows reach each other in three ways, since a browser may close one or two of them to files.

/** @type {BroadcastChannel | null} */
let channel = null;
/** @type {Window | null} The window that opened this one, or was opened by it. */
let peer = null;

const key = () => `tvartom/${data.id}/${session}`;

/** @param {Message} message */
const tell = (message) => {
  channel?.postMessage(message);
  // A file has no origin to name; that nobody else knows the key keeps others out.
  attempt(() => peer?.postMessage({ [key()]: message }, location.protocol === 'file:' ? '*' : location.origin));
};

/** @param {Message} message */
const hear = ({ state: other }) => {
  if (!other) return tell({ state });
  if (other.at <= state.at || !slides[other.slide]) return;
  const turn = turns(other.slide);
  state = other;
  turn ? sweep() : draw();
};

/** Tells the other windows, remembers, and shows. @param {Partial<State>} next @param {() => void} [show] */
const change = (next, show = draw) => {
  document.querySelector('.offer')?.remove();
  state = { ...state, ...next, at: Math.max(Date.now(), state.at + 1) };
  attempt(() => localStorage.setItem(key(), JSON.stringify(state)));
  tell({ state });
  show();
};

/**
 * The last showing that was closed today, if anything had been done in it.
 * @returns {{state: State, name: string} | null}
 */
const lastShowing = () => attempt(() => {
  const names = Object.keys(localStorage).filter((it) => it.startsWith(`tvartom/${data.id}/`));
  const showings = names.map((name) => ({ name: name.split('/')[2], state: JSON.parse(localStorage.getItem(name) || '{}') }));
  const [last] = showings.sort((a, b) => b.state.at - a.state.at);
  const { at = 0, slide = 0, parked = [], counts = {} } = last?.state || {};
  return Date.now() - at < 12 * 3600000 && slides[slide] && (slide || parked[0] || Object.keys(counts)[0]) ? last : null;
});

/** Offers to go on where a showing was closed. Who turns a page has answered. */
const offer = () => {
  const last = lastShowing();
  if (!last) return;
  const values = { n: last.state.slide + 1, time: clockTime(last.state.at) };
  const box = make('div', 'offer', button(word('go_on', values), () => {
    sessionStorage.setItem(`tvartom/${data.id}`, last.name);
    history.replaceState(null, '', location.href.split('#')[0]);
    location.reload();
  }), button(word('afresh'), () => box.remove()));
  document.body.append(box);
};

const connect = () => {
  const [, named] = /^#presenter=(\w+)/.exec(location.hash) || [];
  const last = `tvartom/${data.id}`;
  presenting = !!named;
  session = named || attempt(() => sessionStorage.getItem(last)) || '';
  if (!session && stage.matches) offer();
  session ||= `${Math.random()}`.slice(2);
  if (presenting) peer = opener;
  else attempt(() => sessionStorage.setItem(last, session));
  const kept = attempt(() => /** @type {State | null} */ (JSON.parse(localStorage.getItem(key()) || 'null')));
  if (kept && slides[kept.slide]) state = { ...state, ...kept };
  channel = attempt(() => new BroadcastChannel(key()));
  if (channel) channel.onmessage = (event) => hear(event.data);
  addEventListener('storage', ({ key: changed, newValue }) => {
    if (changed === key() && newValue) hear({ state: JSON.parse(newValue) });
  });
  addEventListener('message', ({ data: said, source }) => {
    const message = said?.[key()];
    if (!message) return;
    peer = /** @type {Window} */ (source);
    hear(message);
  });
  tell({});
  // A window that was loaded again has forgotten whom it opened.
  if (presenting) setInterval(() => tell({}), 1000);
};
