// A page that is printed: its running heads, and on the screen what it is printed on and how large.
'use strict';
(() => {
  const KEY = 'tvartom-print';
  /** Where people print on Letter. */
  const LETTER = /[-_](US|CA|MX|CL|CO|CR|GT|PA|PH|PR|SV|VE)\b/i;

  runningHeads();
  const desk = /** @type {HTMLElement | null} */ (document.querySelector('.desk'));
  if (desk) furnish(desk);

  /** CSS cannot read a document's title, so its words are handed to the page's margins. */
  function runningHeads() {
    const names = ['headLeft', 'headRight', 'footLeft', 'pageBefore', 'pageBetween'];
    const rules = names.map((name) => {
      const words = document.body.dataset[name] || '';
      const property = '--' + name.replace(/[A-Z]/g, (letter) => '-' + letter.toLowerCase());
      return property + ': "' + words.replace(/["\\]/g, '\\$&').replace(/\s/g, ' ') + '";';
    });
    // A sheet of our own, since a strict policy allows no style attributes.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(':root {' + rules.join(' ') + '}');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }

  /**
   * Makes the tools work; what is chosen is remembered for all pages.
   * @param {HTMLElement} desk
   */
  function furnish(desk) {
    const large = /** @type {HTMLInputElement} */ (desk.querySelector('[data-do="large"]'));
    const paper = /** @type {HTMLSelectElement} */ (desk.querySelector('[data-do="paper"]'));
    const letter = /** @type {HTMLLinkElement} */ (document.querySelector('link[data-letter]'));
    const chosen = read();
    large.checked = chosen.large === true;
    paper.value = chosen.paper === 'letter' || chosen.paper === 'a4' ? chosen.paper : usual();

    const apply = () => {
      document.documentElement.classList.toggle('large-print', large.checked);
      letter.media = paper.value === 'letter' ? 'print' : 'not all';
    };
    const choose = () => {
      apply();
      write({large: large.checked, paper: paper.value});
    };
    large.addEventListener('change', choose);
    paper.addEventListener('change', choose);
    desk.querySelector('[data-do="print"]')?.addEventListener('click', () => window.print());
    apply();
    desk.hidden = false;
  }

  /** A page in a language that is spoken where Letter is used is printed as is usual where its reader lives. */
  function usual() {
    const language = document.documentElement.lang.slice(0, 2);
    return navigator.language.startsWith(language) && LETTER.test(navigator.language) ? 'letter' : 'a4';
  }

  /** @returns {{large?: boolean, paper?: string}} */
  function read() {
    try {
      return JSON.parse(localStorage.getItem(KEY) || '{}') || {};
    } catch {
      return {};
    }
  }

  /** @param {{large: boolean, paper: string}} choice */
  function write(choice) {
    try {
      localStorage.setItem(KEY, JSON.stringify(choice));
    } catch {
      // It holds until the page is left.
    }
  }
})();
