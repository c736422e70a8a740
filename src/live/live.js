// Shows the next build in the page that is open: loads it again where it was, follows the author, and tells what is wrong.
// One tab of a browser listens for all of them, since a browser holds only a few connections to a server open.
'use strict';
(() => {
  /**
   * @typedef {{before: string, words: string, after: string}} Excerpt
   * @typedef {{code: string, message: string, hint: string | null, file?: string, line?: number, column?: number, excerpt: Excerpt | null}} Finding
   * @typedef {{source: string, line: number, page: string | null, id: string | null}} Edited
   * @typedef {{generation: number, changed: string[] | null, edited: Edited | null, errors: Finding[], lang: string, words: Record<string, string>}} News
   */
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  let hash = script.dataset['hash'];
  const here = decodeURIComponent(location.pathname).replace(/^\//, '').replace(/(^|\/)$/, '$1index.html');
  const me = Math.random().toString(36).slice(2);
  const channel = new BroadcastChannel('tvartom-live');
  /** @type {News | null} */
  let last = null;
  let leads = false;
  let generation = Number(script.dataset['generation']);

  /** What is remembered across a reload. @param {string} name @param {unknown} [value] @returns {any} */
  const remember = (name, value) => {
    try {
      const key = 'tvartom-live-' + name;
      if (value !== undefined) return sessionStorage.setItem(key, JSON.stringify(value));
      const text = sessionStorage.getItem(key);
      sessionStorage.removeItem(key);
      return text && JSON.parse(text);
    } catch {
      return null;
    }
  };

  /** A page's module, whoever it is for. @param {string} path */
  const module = (path) => path.replace(/^trainer\//, '').replace(/[^/]*$/, '');

  /** The element of an id; on a page without slides, that of the section a slide belongs to. @param {string} id */
  const find = (id) => document.getElementById(id) ?? document.getElementById(id.replace(/-(?:\d+|vote-\d|discuss|shift|figure)$/, ''));

  /** Goes to a slide or an anchor, if this page has it. @param {string} id */
  const jump = (id) => {
    const target = find(id);
    if (!target) return false;
    document.dispatchEvent(new CustomEvent('tvartom:goto', {detail: {id}}));
    const box = target.getBoundingClientRect();
    const isSeen = box.bottom > 0 && box.top < innerHeight;
    if (!isSeen && !/(^|\/)deck\.html$/.test(here)) target.scrollIntoView({block: 'start'});
    return true;
  };

  /** Gives a deck its new slides where it stands, so that nothing flashes; false where that is not enough. */
  const renew = async () => {
    try {
      const answer = await fetch(location.href.replace(/#.*/, ''), {cache: 'no-store'});
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const text = (/** @type {Document} */ from, /** @type {string} */ name) => from.querySelector(name)?.textContent;
      const main = page.querySelector('main.deck');
      const told = page.querySelector('script[data-hash]');
      if (!main || !(told instanceof HTMLElement) || ['head > style', 'head > script'].some((it) => text(page, it) !== text(document, it))) return false;
      const detail = {main: document.adoptNode(main), data: text(page, '#deck-data')};
      if (document.dispatchEvent(new CustomEvent('tvartom:renew', {cancelable: true, detail}))) return false;
      hash = told.dataset['hash'];
      return true;
    } catch {
      return false;
    }
  };

  const reload = async (/** @type {string | null} */ id) => {
    if (document.querySelector('main.deck') && await renew()) {
      if (id) jump(id);
      return;
    }
    remember('place', {path: here, x: scrollX, y: scrollY, id});
    // The browser would put the page back where it was after we have moved it.
    history.scrollRestoration = 'manual';
    location.reload();
  };

  /** Whether this page was made anew, for one that does not know what it missed. */
  const isOther = async () => {
    try {
      const answer = await fetch(location.href.replace(/#.*/, ''), {method: 'HEAD', cache: 'no-store'});
      const tag = answer.headers.get('etag');
      return tag !== null && tag !== '"' + hash + '"';
    } catch {
      return false;
    }
  };

  // The tab that was looked at last follows the author to another page, if no tab shows it already.
  const noteFocus = () => {
    try {
      if (document.visibilityState === 'visible') localStorage.setItem('tvartom-live-tab', me);
    } catch {
      // Without storage every tab stays where it is.
    }
  };
  const wasLookedAtLast = () => {
    try {
      return localStorage.getItem('tvartom-live-tab') === me;
    } catch {
      return false;
    }
  };

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let leaving;
  /** @param {Edited} edited */
  const follow = (edited) => {
    const {page, id} = edited;
    if (!page) return null;
    if (page === here || (module(page) === module(here) && module(here) !== '' && id && find(id))) {
      channel.postMessage({shown: true});
      return id;
    }
    if (wasLookedAtLast() && !location.hash.startsWith('#presenter')) {
      clearTimeout(leaving);
      leaving = setTimeout(() => {
        remember('place', {path: page, x: 0, y: 0, id});
        location.assign('/' + page.split('/').map(encodeURIComponent).join('/'));
      }, 150);
    }
    return null;
  };

  /** @param {News} news */
  const hear = async (news) => {
    last = news;
    tellErrors(news);
    if (news.generation === generation) return;
    generation = news.generation;
    const id = news.edited && follow(news.edited);
    const changed = news.changed ? news.changed.includes(here) : await isOther();
    if (changed) reload(id);
    else if (id) jump(id);
  };

  channel.onmessage = ({data}) => {
    if (data.news) hear(data.news);
    if (data.shown) clearTimeout(leaving);
    if (data.asks && leads && last) channel.postMessage({news: {...last, changed: null, edited: null}});
  };

  const listen = () => {
    leads = true;
    const source = new EventSource('/__tvartom/events');
    source.onmessage = ({data}) => {
      const news = JSON.parse(data);
      channel.postMessage({news});
      hear(news);
    };
  };

  // ——— What is wrong ———

  const style = `
    :host { all: initial; }
    section { position: fixed; inset: auto 0 0 0; z-index: 2147483647; max-height: 45vh; overflow: auto; box-sizing: border-box;
      padding: 12px 20px 16px; font: 16px/1.45 system-ui, sans-serif; color: #14213d; background: #fdf6ec;
      border-top: 6px solid #9c2b00; box-shadow: 0 -4px 24px rgb(20 33 61 / 25%); }
    header { display: flex; gap: 16px; align-items: baseline; justify-content: space-between; }
    h2 { margin: 0; font-size: 18px; color: #9c2b00; }
    ol { margin: 8px 0 0; padding: 0; list-style: none; }
    li { padding: 8px 0; border-top: 1px solid #d9cdb8; }
    p { margin: 2px 0; overflow-wrap: anywhere; }
    .place, .code { font-size: 14px; color: #4a5268; }
    pre { margin: 4px 0; padding: 4px 8px; overflow-x: auto; font: 14px/1.45 ui-monospace, monospace; background: #fff; }
    mark { color: inherit; background: #ffd9c7; text-decoration: underline wavy #9c2b00; }
    button { font: inherit; padding: 4px 14px; color: #fff; background: #14213d; border: 0; border-radius: 4px; cursor: pointer; }
    button:focus-visible { outline: 3px solid #0b5c8e; outline-offset: 2px; }
    @media print { section { display: none; } }`;
  /** @type {HTMLElement | null} */
  let board = null;
  let dismissed = '';

  /** @param {string} name @param {(Node | string)[]} children @param {string} [kind] */
  const element = (name, children, kind) => {
    const made = document.createElement(name);
    if (kind) made.className = kind;
    made.append(...children);
    return made;
  };

  /** @param {Finding} finding */
  const entry = (finding) => {
    const parts = [element('p', [element('strong', [finding.message]), ' ', element('span', [finding.code], 'code')])];
    if (finding.file) parts.push(element('p', [`${finding.file}:${finding.line}:${finding.column}`], 'place'));
    if (finding.excerpt) {
      const {before, words, after} = finding.excerpt;
      parts.push(element('pre', [before, element('mark', [words || ' ']), after]));
    }
    if (finding.hint) parts.push(element('p', [finding.hint]));
    return element('li', parts);
  };

  const takeDown = () => {
    board?.remove();
    board = null;
  };

  /** @param {News} news */
  const tellErrors = ({errors, words, lang}) => {
    const text = JSON.stringify(errors);
    if (errors.length === 0) {
      dismissed = '';
      return takeDown();
    }
    if (text === dismissed) return;
    takeDown();
    board = document.createElement('tvartom-findings');
    board.lang = lang;
    const root = board.attachShadow({mode: 'open'});
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [sheet];
    const close = element('button', [words['close'] ?? '']);
    close.setAttribute('type', 'button');
    const dismiss = () => {
      dismissed = text;
      takeDown();
    };
    close.addEventListener('click', dismiss);
    const list = element('ol', errors.slice(0, 20).map(entry));
    if (errors.length > 20) list.append(element('li', ['… ' + words['more']]));
    const heading = words['heading'] ?? '';
    const section = element('section', [element('header', [element('h2', [heading]), close]), list]);
    section.setAttribute('aria-label', heading);
    section.setAttribute('role', 'alert');
    // Keys pressed here are not meant for the deck underneath.
    section.addEventListener('keydown', (event) => {
      event.stopPropagation();
      if (event.key === 'Escape') dismiss();
    });
    root.append(section);
    document.documentElement.append(board);
  };

  // ——— Beginning ———

  const place = remember('place');
  if (place && place.path === here) {
    const settle = () => {
      scrollTo(place.x, place.y);
      if (place.id) jump(place.id);
      // Not at once, since the browser restores the place some time after the page was loaded.
      setTimeout(() => (history.scrollRestoration = 'auto'), 1000);
    };
    if (document.readyState === 'complete') settle();
    else addEventListener('load', settle, {once: true});
  }
  for (const kind of ['focus', 'pointerdown', 'keydown']) addEventListener(kind, noteFocus, {capture: true, passive: true});
  document.addEventListener('visibilitychange', noteFocus);
  noteFocus();

  // A lock is held by one tab, and passes to the next when that tab is closed.
  if (navigator.locks) navigator.locks.request('tvartom-live', () => new Promise(listen));
  else listen();
  channel.postMessage({asks: true});
})();
