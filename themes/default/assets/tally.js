// The trainer's count of papers: what is typed into the forms of a key is kept in this browser, and the last form reckons
// which belief survived. The answers' places stand in the row itself: "2 B, 5 A".
'use strict';
(() => {
  const desk = /** @type {HTMLElement | null} */ (document.querySelector('.desk-tally'));
  const tables = /** @type {NodeListOf<HTMLTableElement>} */ (document.querySelectorAll('main .worksheet-table'));
  if (!desk || tables.length === 0) return;
  const {page = '', alive = '', fading = '', gone = '', grown = '', percent = '%', cleared = ''} = desk.dataset;
  const key = `tvartom-tally:${page}`;
  const status = /** @type {HTMLElement} */ (desk.querySelector('.desk-status'));
  const dialog = /** @type {HTMLDialogElement} */ (desk.querySelector('dialog'));
  /** @type {Map<string, HTMLInputElement>} */
  const inputs = new Map();

  const survival = /** @type {HTMLElement | null} */ (document.querySelector('main .section:has(> .worksheet-fields)'));
  for (const table of tables) {
    const section = table.closest('.section[id]')?.id || '';
    const isSurvival = survival?.contains(table) === true;
    for (const row of table.tBodies[0].rows) {
      for (const cell of row.cells) {
        if (!cell.matches('.blank')) continue;
        // The sheet of beliefs reckons its shares and its verdict itself.
        if (isSurvival && cell.cellIndex > 2) cell.append(written(''));
        else count(cell, `${section}/${row.sectionRowIndex}/${cell.cellIndex}`, `${text(table.tHead?.rows[0].cells[cell.cellIndex])}, ${name(row.cells[0])}`);
      }
    }
  }
  const papers = [...(survival?.querySelectorAll('.worksheet-fields .field') || [])].map((field, idx) => {
    const lines = /** @type {HTMLElement} */ (field.querySelector('.lines'));
    return count(lines, `papers/${idx}`, text(field.querySelector('.field-label')));
  });

  show();
  on('clear', () => dialog.showModal());
  on('keep', () => dialog.close());
  on('clear-now', clear);
  desk.hidden = false;

  /**
   * @param {string} name
   * @param {() => void} act
   */
  function on(name, act) {
    desk?.querySelector(`[data-do="${name}"]`)?.addEventListener('click', act);
  }

  /** @param {Element | null | undefined} element */
  function text(element) {
    return (element?.textContent || '').trim().replace(/\s+/g, ' ');
  }

  /**
   * What a row is about, without the places of its answers.
   * @param {Element} head
   */
  function name(head) {
    const copy = /** @type {Element} */ (head.cloneNode(true));
    for (const it of copy.querySelectorAll('em')) it.remove();
    return text(copy);
  }

  /** @param {string} words */
  function written(words) {
    const it = document.createElement('span');
    it.className = 'written is-reckoned';
    it.textContent = words;
    return it;
  }

  /**
   * A place to type a number, and what is printed there.
   * @param {HTMLElement} place
   * @param {string} at
   * @param {string} label
   */
  function count(place, at, label) {
    const input = document.createElement('input');
    input.type = 'text';
    input.inputMode = 'numeric';
    input.maxLength = 4;
    input.className = 'field-text field-count';
    input.setAttribute('aria-label', label);
    input.autocomplete = 'off';
    const mirror = written('');
    mirror.className = 'written';
    mirror.setAttribute('aria-hidden', 'true');
    place.append(input, mirror);
    input.addEventListener('input', () => {
      keep(at, input.value.trim());
      reckon();
    });
    inputs.set(at, input);
    return input;
  }

  /** @returns {Record<string, string>} */
  function read() {
    try {
      return JSON.parse(localStorage.getItem(key) || '{}') || {};
    } catch {
      return {};
    }
  }

  /**
   * @param {string} at
   * @param {string} value
   */
  function keep(at, value) {
    status.textContent = '';
    const kept = read();
    if (value) kept[at] = value;
    else delete kept[at];
    try {
      localStorage.setItem(key, JSON.stringify(kept));
    } catch {
      const note = /** @type {HTMLElement | null} */ (desk?.querySelector('.desk-not-kept') || null);
      if (note) note.hidden = false;
    }
  }

  function show() {
    const kept = read();
    for (const [at, input] of inputs) input.value = kept[at] || '';
    reckon();
  }

  function clear() {
    dialog.close();
    try {
      localStorage.removeItem(key);
    } catch {
      // Nothing was kept.
    }
    for (const input of inputs.values()) input.value = '';
    reckon();
    status.textContent = cleared;
  }

  /** Shares, and what became of each belief: it lives while at least half of those who held it do. */
  function reckon() {
    for (const input of inputs.values()) {
      const mirror = input.nextElementSibling;
      if (mirror) mirror.textContent = input.value;
    }
    const rows = survival?.querySelector('table')?.tBodies[0].rows || [];
    for (const row of rows) {
      const places = [...row.cells[0].querySelectorAll('em')].map((it) => text(it).split(',').length);
      const shares = [0, 1].map((idx) => {
        const ticks = number(/** @type {HTMLInputElement | null} */ (row.cells[idx + 1].querySelector('input')));
        const answers = number(papers[idx]) * (places[idx] || 0);
        return answers > 0 && ticks <= answers ? ticks / answers : NaN;
      });
      shares.forEach((share, idx) => tell(row.cells[idx + 3], Number.isNaN(share) ? '' : `${Math.round(share * 100)}${percent}`));
      tell(row.cells[5], verdict(shares[0], shares[1]));
    }
  }

  /**
   * A whole number that was typed; nothing typed, or anything else, is no number.
   * @param {HTMLInputElement | null | undefined} input
   */
  function number(input) {
    return /^\s*\d+\s*$/.test(input?.value || '') ? Number(input?.value) : NaN;
  }

  /**
   * @param {number} before
   * @param {number} after
   */
  function verdict(before, after) {
    if (Number.isNaN(before) || Number.isNaN(after)) return '';
    if (after > before) return grown;
    if (after === 0) return gone;
    return after >= before / 2 ? alive : fading;
  }

  /**
   * @param {Element | undefined} cell
   * @param {string} words
   */
  function tell(cell, words) {
    const place = cell?.querySelector('.written');
    if (place) place.textContent = words;
  }
})();
