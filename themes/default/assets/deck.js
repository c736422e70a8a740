// The deck in the room: one slide at a time, step by step, with a presenter's window that runs in step with it.
// All windows of one showing share a state; who changes it tells the others. Without this script the slides are a page to read.
'use strict';
(() => {
  /**
   * @typedef {{end: number, left: number}} Timer When it ends (0: it stands still), and the milliseconds that were left.
   * @typedef {object} State What all windows of a showing share.
   * @property {number} at When it last changed, so that an older one never replaces a newer.
   * @property {number} slide
   * @property {number} step How many parts of the slide are shown.
   * @property {string} shade Empty, `black` or `white`.
   * @property {string[]} opened Parts that were opened out of turn: `slide:part`.
   * @property {Record<string, number[]>} counts Hands, by `claim/round`.
   * @property {Record<string, Timer>} timers By slide.
   * @property {{since: number, spent: number}} clock The talk's own clock.
   * @typedef {{id: string, lang: string, clock: string, minutes: number, words: Record<string, string>, advice: string[]}} Data
   */

  const root = document.documentElement;
  root.classList.add('js');
  document.addEventListener('DOMContentLoaded', () => {
    try {
      start();
    } catch (error) {
      root.classList.remove('js');
      throw error;
    }
  });

  /** @type {Data} */
  let data;
  /** @type {HTMLElement[]} */
  let slides = [];
  /** @type {Element[][][]} The parts of each slide that are shown one by one. */
  let parts = [];
  /** @type {State} */
  let state = { at: 0, slide: 0, step: 0, shade: '', opened: [], counts: {}, timers: {}, clock: { since: 0, spent: 0 } };
  let session = '';
  let presenting = false;
  let digits = '';
  let letters = true;
  /** @type {BroadcastChannel | null} */
  let channel = null;
  /** @type {HTMLElement} */
  let live;
  /** @type {HTMLElement} */
  let toast;
  const stage = matchMedia('(min-width: 600px)');
  const still = matchMedia('(prefers-reduced-motion: reduce)');

  // Small helpers -------------------------------------------------------------------------------------------------------

  /** @param {string} name @param {Record<string, string | number>} [values] */
  const word = (name, values = {}) => (data.words[name] || name).replace(/\{(\w+)\}/g, (all, key) => String(values[key] ?? all));

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

  /** @param {string} text @param {() => void} act @param {string} [className] */
  const button = (text, act, className = 'deck-button') => {
    const element = make('button', className, text);
    element.type = 'button';
    element.addEventListener('click', act);
    return element;
  };

  /** Storage can be switched off; then a showing lives as long as its windows. @template T @param {() => T} act */
  const attempt = (act) => {
    try {
      return act();
    } catch {
      return null;
    }
  };

  /** @param {number} ms */
  const minutesAndSeconds = (ms) => {
    const seconds = Math.max(0, Math.ceil(ms / 1000));
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  };

  /** @param {number} time */
  const clockTime = (time) => {
    const date = new Date(time);
    return String(date.getHours()).padStart(2, '0') + data.clock + String(date.getMinutes()).padStart(2, '0');
  };

  /** @param {number} slide */
  const titleOf = (slide) => (slides[slide].querySelector('.title')?.textContent || '').trim();

  /** @param {ParentNode} slide @param {string} selector */
  const all = (slide, selector) => /** @type {HTMLElement[]} */ ([...slide.querySelectorAll(selector)]);

  // State: kept, told, taken over ---------------------------------------------------------------------------------------

  const key = () => `tvartom/${data.id}/${session}`;

  /** Tells the other windows, remembers, and shows. @param {Partial<State>} next @param {() => void} [show] */
  const change = (next, show = render) => {
    state = { ...state, ...next, at: Math.max(Date.now(), state.at + 1) };
    attempt(() => localStorage.setItem(key(), JSON.stringify(state)));
    channel?.postMessage({ state });
    show();
  };

  /** @param {State} other */
  const take = (other) => {
    if (other.at > state.at) {
      const turn = turns(other.slide);
      state = other;
      turn ? sweep() : render();
    }
  };

  const connect = () => {
    const named = /^#presenter(?:=(\w+))?/.exec(location.hash);
    presenting = !!named;
    const last = `tvartom/${data.id}`;
    session = (named ? named[1] || attempt(() => localStorage.getItem(last)) : attempt(() => sessionStorage.getItem(last)) || history.state?.session)
      || Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('');
    if (!presenting) {
      attempt(() => sessionStorage.setItem(last, session));
      attempt(() => localStorage.setItem(last, session));
    }
    const kept = attempt(() => /** @type {State | null} */ (JSON.parse(localStorage.getItem(key()) || 'null')));
    if (kept && slides[kept.slide]) state = { ...state, ...kept };
    if ('BroadcastChannel' in window) {
      channel = new BroadcastChannel(key());
      channel.onmessage = ({ data: message }) => (message.state ? take(message.state) : channel?.postMessage({ state }));
      channel.postMessage({ hello: true });
    }
    addEventListener('storage', (event) => {
      if (event.key === key() && event.newValue) take(JSON.parse(event.newValue));
    });
  };

  // Moving --------------------------------------------------------------------------------------------------------------

  /** Whether the way to a slide is the turn from what is said to what is so. @param {number} slide */
  const turns = (slide) => slide > state.slide && slides[slide].matches('.tone-reality') && !slides[state.slide].matches('.tone-reality');

  /** What is so comes in along the diagonal, once. */
  const sweep = () => {
    if (presenting || still.matches || document.hidden || !stage.matches || !('startViewTransition' in document)) return render();
    document.startViewTransition(render).ready.then(() => {
      const fades = document.getAnimations().filter(({ effect }) => effect instanceof KeyframeEffect && effect.pseudoElement?.startsWith('::view-transition'));
      const corner = (/** @type {number} */ far) => `polygon(100% 100%, ${far}% 100%, 100% ${far}%)`;
      root.animate({ clipPath: [corner(100), corner(-100)] }, {
        duration: parseFloat(getComputedStyle(root).getPropertyValue('--turn')) || 0,
        easing: 'ease-in-out',
        pseudoElement: '::view-transition-new(root)',
      });
      for (const fade of fades) fade.cancel();
    }).catch(() => {});
  };

  /** @param {number} slide @param {number} [step] */
  const go = (slide, step = 0) => {
    const to = Math.max(0, Math.min(slides.length - 1, slide));
    const turn = turns(to);
    const clock = state.clock.since || state.clock.spent || !to ? state.clock : { since: Date.now(), spent: 0 };
    change({ slide: to, step: Math.max(0, Math.min(parts[to].length, step)), shade: '', clock }, turn ? sweep : render);
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
  const find = (hash) => {
    const [id, step] = decodeURIComponent(hash.replace(/^#/, '')).split('/');
    if (/^\d+$/.test(id) && !document.getElementById(id)) return { slide: Number(id) - 1, step: 0 };
    const target = id ? document.getElementById(id) : null;
    const slide = slides.findIndex((it) => it.contains(target));
    if (slide < 0) return null;
    return { slide, step: target === slides[slide] ? Number(step) || 0 : parts[slide].length };
  };

  // Showing -------------------------------------------------------------------------------------------------------------

  /** What of a slide is shown bit by bit: blocks and list items if it says so, and gaps always. @param {Element} slide */
  const partsOf = (slide) => {
    /** @type {Element[][]} */
    const found = [];
    /** @param {Element} block */
    const split = (block) => {
      if (block.matches('.list, .columns')) found.push(...[...block.children].map((it) => [it]));
      else if (block.matches('.answer, .section')) [...block.children].forEach(split);
      else if (block.matches('.process')) {
        // The first step is there at once, so that the slide is never empty.
        for (const step of [...block.querySelectorAll('.process-step')].slice(1)) {
          found.push([step, ...block.querySelectorAll(`li[data-part="${step.getAttribute('data-part')}"]`)]);
        }
      } else if (!block.matches('h3, .label')) found.push([block]);
    };
    if (slide.matches('[data-steps]')) slide.querySelectorAll('.body > *').forEach(split);
    for (const gap of slide.querySelectorAll('.gap-filling')) if (!gap.closest('.notes')) found.push([gap]);
    return found.sort(([a], [b]) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  };

  /** @param {Element[][]} list @param {number} slide @param {number} step */
  const reveal = (list, slide, step) => list.forEach((part, idx) => {
    const hidden = idx >= step && !state.opened.includes(`${slide}:${idx}`);
    for (const element of part) {
      element.classList.toggle('unrevealed', hidden);
      const cover = element.parentElement?.querySelector(':scope > .gap-button');
      if (cover instanceof HTMLElement) cover.hidden = !hidden;
    }
  });

  let shown = { slide: -1, step: 0, shade: '' };

  function render() {
    const { slide, step, shade } = state;
    const moved = slide !== shown.slide;
    const focused = document.activeElement;
    slides.forEach((it, idx) => it.classList.toggle('current', idx === slide));
    reveal(parts[slide], slide, step);
    root.classList.toggle('ground-ink', slides[slide].matches('.on-ink, .layout-inversion'));
    for (const name of ['black', 'white']) root.classList.toggle(name, shade === name && !presenting);
    drawShift(slides[slide]);
    tick();
    if (presenting) drawDesk();
    else attempt(() => history.replaceState({ session }, '', `#${slides[slide].id}${step ? `/${step}` : ''}`));
    if (moved) document.title = `${slide + 1}. ${titleOf(slide)}`;
    if (moved && shown.slide >= 0 && stage.matches && slides[shown.slide].contains(focused)) slides[slide].focus({ preventScroll: true });
    if (moved) say(slides[slide].getAttribute('aria-label') || '');
    else if (step > shown.step) say(parts[slide].slice(shown.step, step).map(([it]) => it.textContent).join(' '));
    if (shade && shade !== shown.shade) say(word(shade));
    shown = { slide, step, shade };
    document.dispatchEvent(new CustomEvent('tvartom:moved', { detail: { slide: slides[slide].id, step } }));
  }

  /** @param {string} text */
  const say = (text) => {
    if (stage.matches) live.textContent = text.trim();
  };

  /** A slide as a picture of itself. @param {number} slide @param {number} step */
  const frame = (slide, step) => {
    const copy = /** @type {HTMLElement} */ (slides[slide].cloneNode(true));
    reveal(partsOf(copy), slide, step);
    for (const it of [copy, ...copy.querySelectorAll('[id]')]) it.removeAttribute('id');
    for (const it of copy.querySelectorAll('.notes, button')) it.remove();
    const holder = make('div', 'frame', copy);
    holder.inert = true;
    sizes?.observe(holder);
    return holder;
  };

  const sizes = 'ResizeObserver' in window
    ? new ResizeObserver((entries) => entries.forEach(({ target, contentRect }) => {
      if (target instanceof HTMLElement) target.style.setProperty('--frame-scale', String(contentRect.width / 1280));
    }))
    : null;

  const resize = () => root.style.setProperty('--scale', String(Math.min(innerWidth / 1280, innerHeight / 720)));

  // Timers --------------------------------------------------------------------------------------------------------------

  /** @param {number} slide @returns {Timer | null} */
  const timerOf = (slide) => {
    const element = slides[slide].querySelector('.timer');
    if (!(element instanceof HTMLElement)) return null;
    return state.timers[slide] || { end: 0, left: Number(element.dataset.seconds) * 1000 };
  };

  /** @param {number} slide */
  const toggleTimer = (slide) => {
    const timer = timerOf(slide);
    if (!timer) return;
    const left = timer.end ? timer.end - Date.now() : timer.left;
    const next = timer.end ? { end: 0, left: Math.max(0, left) } : { end: Date.now() + left, left };
    change({ timers: { ...state.timers, [slide]: next } });
  };

  /** @param {number} slide */
  const addMinute = (slide) => {
    const timer = timerOf(slide);
    if (!timer) return;
    const next = timer.end ? { ...timer, end: Math.max(timer.end, Date.now()) + 60000 } : { ...timer, left: timer.left + 60000 };
    change({ timers: { ...state.timers, [slide]: next } });
  };

  /** @type {Set<string>} */
  const rung = new Set();

  const tick = () => {
    for (const element of all(document, '.timer')) {
      const slide = Number(element.closest('.slide')?.getAttribute('data-n'));
      const timer = timerOf(slide);
      const face = element.querySelector('.timer-face');
      if (!timer || !face) continue;
      const touched = !!state.timers[slide];
      const left = timer.end ? timer.end - Date.now() : timer.left;
      const over = touched && left <= 0;
      element.classList.toggle('timer-set', touched);
      element.classList.toggle('timer-over', over);
      element.style.setProperty('--left', String(Math.max(0, Math.min(1, left / (Number(element.dataset.seconds) * 1000)))));
      const text = over ? word('time_is_up') : minutesAndSeconds(left);
      if (touched && face.textContent !== text) face.textContent = text;
      const until = element.querySelector('.timer-until');
      if (until) until.textContent = timer.end && !over ? word('until', { time: clockTime(timer.end) }) : '';
      const control = element.querySelector('.timer-toggle');
      if (control) control.textContent = word(timer.end && !over ? 'pause' : 'start');
      if (over && timer.end && !rung.has(`${slide}/${timer.end}`)) {
        rung.add(`${slide}/${timer.end}`);
        if (slide === state.slide) say(word('time_is_up'));
      }
    }
    if (presenting) drawClock();
  };

  // Votes ---------------------------------------------------------------------------------------------------------------

  /** @param {string} claim @param {number} round */
  const countsOf = (claim, round) => state.counts[`${claim}/${round}`] || [];
  /** @param {number[]} counts */
  const sum = (counts) => counts.reduce((a, b) => a + (b || 0), 0);
  /** @param {string} claim @param {string} selector */
  const ofClaim = (claim, selector) => slides.filter((it) => it.dataset.claim === claim && it.matches(selector));
  /** @param {string} claim */
  const optionsOf = (claim) => {
    const holder = ofClaim(claim, '.layout-vote, .layout-shift')[0];
    return holder ? all(holder, '.option-words').map((it) => (it.textContent || '').trim()) : [];
  };

  /** A form to count hands in; only for votes that have been reached. @returns {HTMLElement | null} */
  const tally = () => {
    const claim = slides[state.slide].dataset.claim;
    if (claim === undefined) return null;
    const rounds = [...new Set(ofClaim(claim, '.layout-vote').filter((it) => slides.indexOf(it) <= state.slide).map((it) => Number(it.dataset.round)))];
    if (!rounds.length) return null;
    const head = make('tr', '', make('td'));
    const table = make('table', 'tally', make('thead', '', head));
    const body = table.createTBody();
    for (const round of rounds) {
      const cell = make('th', '', word('round', { n: round }));
      cell.scope = 'col';
      head.append(cell);
    }
    optionsOf(claim).forEach((option, idx) => {
      const row = body.insertRow();
      const name = make('th', '', option);
      name.scope = 'row';
      row.append(name);
      for (const round of rounds) {
        const input = make('input');
        Object.assign(input, { type: 'number', min: '0', max: '999', inputMode: 'numeric', value: countsOf(claim, round)[idx] ?? '' });
        input.setAttribute('aria-label', word('hands', { option, n: round }));
        input.addEventListener('input', () => {
          const counts = optionsOf(claim).map((_, at) => countsOf(claim, round)[at] || 0);
          counts[idx] = Math.max(0, Math.min(999, Math.floor(Number(input.value)) || 0));
          change({ counts: { ...state.counts, [`${claim}/${round}`]: counts } });
          advise();
        });
        row.insertCell().append(input);
      }
    });
    const advice = make('p', 'advice');
    // What to do next; never how many were right.
    const advise = () => {
      const correct = ofClaim(claim, '[data-correct]')[0]?.dataset.correct;
      const counts = countsOf(claim, 1);
      const share = correct === undefined || !sum(counts) ? -1 : (counts[Number(correct)] || 0) / sum(counts);
      advice.textContent = share < 0 || rounds.length > 1 ? '' : data.advice[share < 0.35 ? 0 : share <= 0.7 ? 1 : 2];
    };
    advise();
    return make('div', '', table, advice, button(word('export'), saveVotes));
  };

  const saveVotes = () => {
    const lines = [['claim', 'option', 'vote', 'hands']];
    for (const [name, counts] of Object.entries(state.counts).sort()) {
      const [claim, round] = name.split('/');
      const options = optionsOf(claim);
      const title = titleOf(slides.findIndex((it) => it.dataset.claim === claim));
      counts.forEach((count, idx) => lines.push([title, options[idx] || '', round, String(count)]));
    }
    const text = lines.map((cells) => cells.map((cell) => `"${cell.replace(/"/g, '""')}"`).join(',')).join('\r\n');
    const link = make('a');
    link.href = URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/csv' }));
    link.download = `${data.id}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };

  /** @param {string} name @param {Record<string, string | number>} values @param {string} [text] */
  const shape = (name, values, text) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [attribute, value] of Object.entries(values)) element.setAttribute(attribute, String(value));
    if (text !== undefined) element.textContent = text;
    return element;
  };

  /** Fills the table of both votes and draws it: a column for each vote, a band for each option. @param {HTMLElement} slide */
  const drawShift = (slide) => {
    const holder = slide.querySelector('.shift');
    const claim = slide.dataset.claim;
    if (!(holder instanceof HTMLElement) || claim === undefined) return;
    const votes = [countsOf(claim, 1), countsOf(claim, 2)];
    const totals = votes.map(sum);
    const drawn = totals[0] > 0 && totals[1] > 0;
    holder.classList.toggle('shift-drawn', drawn);
    votes.forEach((counts, at) => all(holder, `.shift-${at + 1}`).forEach((cell, idx) => {
      cell.textContent = totals[at] ? String(counts[idx] || 0) : '';
    }));
    for (const old of all(holder, ':scope > svg, :scope > .shift-words')) old.remove();
    if (!drawn) return;
    const correct = slide.dataset.correct === undefined ? -1 : Number(slide.dataset.correct);
    const svg = shape('svg', { viewBox: '0 0 1120 380', 'aria-hidden': 'true' });
    const [top, height, width] = [44, 330, 84];
    const left = [400, 700];
    ['before', 'after'].forEach((name, at) => svg.append(shape('text', { x: left[at] + (at ? 0 : width), y: 26, class: at ? '' : 'shift-end' }, `${word(name)} · ${word('total', { n: totals[at] })}`)));
    const edges = [top, top];
    const free = [top, top];
    optionsOf(claim).forEach((option, idx) => {
      const spans = votes.map((counts, at) => {
        const y = edges[at];
        edges[at] += (height * (counts[idx] || 0)) / totals[at];
        return [y, edges[at]];
      });
      const group = shape('g', { class: idx === correct ? 'shift-right' : 'shift-wrong' });
      group.append(shape('path', { class: 'shift-band', d: `M${left[0] + width} ${spans[0][0]}L${left[1]} ${spans[1][0]}V${spans[1][1]}L${left[0] + width} ${spans[0][1]}Z` }));
      spans.forEach(([from, to], at) => {
        if (to - from < 0.5) return;
        group.append(shape('rect', { class: 'shift-bar', x: left[at], y: from, width, height: to - from }));
        if (idx !== correct) group.append(shape('path', { class: 'shift-hatch', d: hatch(left[at], from, width, to - from) }));
        const lines = broken(option, 30);
        const y = Math.max((from + to) / 2 + 20 - lines.length * 12, free[at] + 24);
        free[at] = y + lines.length * 24 - 24;
        const x = at ? left[1] + width + 16 : left[0] - 16;
        lines.forEach((line, row) => {
          const label = shape('text', { x, y: y + row * 24, class: at ? '' : 'shift-end' }, `${line} `);
          if (row === lines.length - 1) label.append(shape('tspan', { class: 'shift-count' }, String(votes[at][idx])));
          group.append(label);
        });
      });
      svg.append(group);
    });
    const moved = votes[1].reduce((total, count, idx) => total + Math.max(0, (count || 0) - (votes[0][idx] || 0)), 0);
    const words = [];
    if (correct >= 0) words.push(word('right_before_after', { a: votes[0][correct] || 0, b: totals[0], c: votes[1][correct] || 0, d: totals[1] }));
    if (totals[0] === totals[1]) words.push(moved ? word('changed', { n: moved, total: totals[1] }) : word('unchanged'));
    holder.append(svg, make('p', 'shift-words', words.join(' ')));
  };

  /** A text in two lines at most; the table has all of it. @param {string} text @param {number} width In letters. */
  const broken = (text, width) => {
    const lines = [''];
    for (const part of text.split(' ')) {
      if (lines[lines.length - 1].length + part.length > width) lines.push(part);
      else lines[lines.length - 1] = `${lines[lines.length - 1]} ${part}`.trim();
    }
    return lines.length > 2 ? [lines[0], `${lines[1]} …`] : lines.filter(Boolean);
  };

  /** Slanted lines through a rectangle. @param {number} x @param {number} y @param {number} width @param {number} height */
  const hatch = (x, y, width, height) => {
    let path = '';
    for (let offset = 9 - height; offset < width; offset += 9) {
      const [from, to] = [Math.max(0, offset), Math.min(width, offset + height)];
      path += `M${x + from} ${y + height - from + offset}L${x + to} ${y + height - to + offset}`;
    }
    return path;
  };

  // Panels --------------------------------------------------------------------------------------------------------------

  /** @param {string} title @param {...Node} content */
  const panel = (title, ...content) => {
    const dialog = make('dialog', 'panel', button(word('close'), () => dialog.close(), 'deck-button panel-close'), make('h2', '', title), ...content);
    dialog.setAttribute('aria-label', title);
    dialog.addEventListener('close', () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
    return dialog;
  };

  const overview = () => {
    const list = make('ol', 'thumbs');
    const dialog = panel(word('overview'), list);
    slides.forEach((_, idx) => {
      const control = button('', () => {
        dialog.close();
        go(idx);
      }, '');
      control.setAttribute('aria-label', word('go_to', { n: idx + 1, title: titleOf(idx) }));
      if (idx === state.slide) control.setAttribute('aria-current', 'true');
      list.append(make('li', '', frame(idx, parts[idx].length), control));
    });
    const current = list.querySelector('[aria-current]');
    if (current instanceof HTMLElement) current.focus();
  };

  const help = () => {
    const space = word('key_space');
    const rows = [
      [`→ ↓ ${space} Page Down`, 'keys_forward'], ['← ↑ Backspace Page Up', 'keys_back'], ['Home End', 'keys_ends'],
      [`${word('key_digits')} + Enter`, 'keys_number'], ['f', 'keys_full'], ['s', 'presenter'], ['o Esc', 'overview'], ['b . w ,', 'keys_black'],
      ['t', 'keys_timer'], ['v', 'tally'], ['?', 'help'],
    ];
    const list = make('dl', 'keys', ...rows.flatMap(([keys, name]) => [make('dt', '', keys), make('dd', '', word(name))]));
    const box = make('input');
    box.type = 'checkbox';
    box.checked = letters;
    box.addEventListener('change', () => (letters = box.checked));
    panel(word('help'), list, make('p', '', make('label', '', box, ` ${word('letters')}`)));
  };

  const openPresenter = () => {
    const address = `${location.href.split('#')[0]}#presenter=${session}`;
    if (open(address, `tvartom-${session}`, 'popup,width=1280,height=800')) return;
    const link = make('a', '', word('presenter'));
    Object.assign(link, { href: address, target: '_blank' });
    panel(word('presenter'), make('p', '', word('blocked'), ' ', link));
  };

  const openTally = () => {
    const form = tally();
    if (form) panel(word('tally'), form);
  };

  // The presenter's window ----------------------------------------------------------------------------------------------

  /** @type {Record<string, HTMLElement>} */
  const desk = {};
  let notesSize = 20;

  const buildDesk = () => {
    root.classList.add('presenting');
    for (const name of ['now', 'next', 'notes', 'bar', 'buttons', 'form']) desk[name] = make('div', `desk-${name}`);
    const size = (/** @type {number} */ by) => {
      notesSize = Math.max(14, Math.min(40, notesSize + by));
      desk.notes.style.setProperty('--notes-size', `${notesSize}px`);
    };
    desk.clock = button('', () => {
      const { since, spent } = state.clock;
      change({ clock: since ? { since: 0, spent: spent + Date.now() - since } : { since: Date.now(), spent } });
    });
    desk.timer = button('', () => toggleTimer(state.slide));
    desk.minute = button(word('add_minute'), () => addMinute(state.slide));
    desk.buttons.append(
      button(word('back'), backward), button(word('forward'), forward), desk.clock,
      button(word('reset'), () => change({ clock: { since: 0, spent: 0 } })),
      desk.timer, desk.minute, button('A−', () => size(-3)), button('A+', () => size(3)),
      button(word('overview'), overview), button(word('help'), help),
    );
    desk.buttons.children[6].setAttribute('aria-label', word('smaller'));
    desk.buttons.children[7].setAttribute('aria-label', word('larger'));
    desk.notes.tabIndex = 0;
    desk.notes.setAttribute('role', 'region');
    desk.notes.setAttribute('aria-label', word('notes'));
    document.body.append(make('div', 'desk', desk.now, desk.next, desk.notes, make('div', 'desk-tools', desk.bar, desk.buttons, desk.form)));
  };

  let drawnFor = '';

  const drawDesk = () => {
    const { slide, step } = state;
    const following = step < parts[slide].length ? [slide, step + 1] : slide + 1 < slides.length ? [slide + 1, 0] : null;
    desk.now.replaceChildren(make('h2', '', `${word('slide_of', { n: slide + 1, total: slides.length })}${state.shade ? ` · ${word(state.shade)}` : ''}`), frame(slide, step));
    desk.next.replaceChildren(make('h2', '', word(following ? 'next' : 'end')), ...(following ? [frame(following[0], following[1])] : []));
    if (drawnFor !== String(slide)) {
      drawnFor = String(slide);
      const notes = slides[slide].querySelector('.notes');
      desk.notes.replaceChildren(...(notes ? [...notes.cloneNode(true).childNodes] : [make('p', '', word('no_notes'))]));
      desk.notes.scrollTop = 0;
      const form = tally();
      desk.form.replaceChildren(...(form ? [make('h2', '', word('tally')), form] : []));
    }
    tickFrames();
  };

  const tickFrames = () => {
    const timer = timerOf(state.slide);
    desk.timer.hidden = desk.minute.hidden = !timer;
    if (timer) desk.timer.textContent = `${word(timer.end ? 'pause' : 'start')} ${minutesAndSeconds(timer.end ? timer.end - Date.now() : timer.left)}`;
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
    const pace = make('span', off > 0 ? 'desk-late' : '', off ? word(off > 0 ? 'behind' : 'ahead', { n: Math.abs(off) }) : word('on_time'));
    desk.bar.replaceChildren(
      make('b', '', clockTime(Date.now())),
      make('span', '', `${word('elapsed')} `, make('b', '', minutesAndSeconds(elapsed)), ` / ${data.minutes}:00`),
      make('span', '', `${word('planned')} ${minutesAndSeconds(from * 60000)}`),
      ...(since || spent ? [pace] : []),
    );
    desk.clock.textContent = word(since ? 'pause' : spent ? 'resume' : 'start');
    tickFrames();
  };

  // Keys and hands ------------------------------------------------------------------------------------------------------

  const note = (text = '') => {
    toast.textContent = text;
    toast.hidden = !text;
  };

  let digitsFor = 0;

  /** @param {string} digit */
  const typeDigit = (digit) => {
    digits = (digits + digit).slice(-3);
    note(digits && word('typed', { n: digits }));
    clearTimeout(digitsFor);
    digitsFor = setTimeout(() => typeDigit.forget(), 4000);
  };
  typeDigit.forget = () => {
    digits = '';
    note();
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
    n: forward, p: backward, o: overview, s: openPresenter, b: keys['.'], w: keys[','], v: openTally,
    t: () => toggleTimer(state.slide),
    f: () => void attempt(() => (document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen())),
  };

  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    const target = event.target instanceof Element ? event.target : root;
    if (!stage.matches || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    if (target.closest('dialog, input, textarea, select, [contenteditable]')) return;
    // A focused control acts for itself; a scrolling region scrolls.
    if ((event.key === ' ' || event.key === 'Enter') && target.closest('a, button, summary, audio, video')) return;
    if (target.closest('[tabindex="0"]') && /^(Arrow|Page|Home|End| )/.test(event.key)) return;
    if (/^[0-9]$/.test(event.key)) return typeDigit(event.key);
    const number = digits;
    typeDigit.forget();
    let act = keys[event.key] || (letters && letterKeys[event.key.toLowerCase()]);
    if (number && event.key === 'Enter') act = () => go(Number(number) - 1);
    else if (number && (event.key === 'Escape' || event.key === 'Backspace')) act = () => {};
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

  /** Adds what only makes sense with a script: covers on gaps, buttons on timers. @param {HTMLElement} slide @param {number} number */
  const equip = (slide, number) => {
    slide.dataset.n = String(number);
    parts[number].forEach(([part], idx) => {
      if (!part.matches('.gap-filling')) return;
      const cover = button('', () => {
        change({ opened: [...state.opened, `${number}:${idx}`] });
        slide.focus({ preventScroll: true });
        say(part.textContent || '');
      }, 'gap-button');
      cover.setAttribute('aria-label', word('show_gap'));
      part.parentElement?.append(cover);
      reveal(parts[number], number, 0);
    });
    for (const timer of all(slide, '.timer')) {
      timer.querySelector('.timer-face')?.setAttribute('role', 'timer');
      const toggle = button(word('start'), () => toggleTimer(number), 'timer-toggle');
      timer.append(make('div', 'timer-until'), make('div', 'timer-buttons', toggle, button(word('add_minute'), () => addMinute(number), '')));
    }
  };

  const start = () => {
    data = JSON.parse(document.getElementById('deck-data')?.textContent || '{}');
    slides = all(document, '.deck > .slide');
    parts = slides.map(partsOf);
    live = make('p', 'visually-hidden');
    live.setAttribute('aria-live', 'polite');
    toast = make('div', 'toast');
    toast.hidden = true;
    document.body.append(live, toast);
    slides.forEach(equip);
    connect();
    if (presenting) buildDesk();
    resize();
    const asked = presenting ? null : find(location.hash);
    if (asked && slides[asked.slide]) state = { ...state, ...asked, step: Math.min(asked.step, parts[asked.slide].length) };
    render();
    addEventListener('resize', resize);
    addEventListener('keydown', onKey);
    addEventListener('hashchange', () => {
      const target = presenting ? null : find(location.hash);
      if (target && slides[target.slide] && stage.matches) go(target.slide, target.step);
    });
    swipes();
    setInterval(tick, 250);
    const awake = () => void (!document.hidden && attempt(() => navigator.wakeLock?.request('screen').catch(() => {})));
    document.addEventListener('visibilitychange', awake);
    awake();
    document.addEventListener('tvartom:goto', (event) => {
      const target = find(`#${/** @type {CustomEvent<{id: string}>} */ (event).detail.id}`);
      if (target) go(target.slide, target.step);
    });
    Object.assign(window, { tvartom: { position: () => ({ slide: slides[state.slide].id, step: state.step }) } });
  };
})();
