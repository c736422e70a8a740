// The places of a handout where somebody writes or ticks, made into fields. Paper keeps its lines and boxes.

/**
 * A field. `key` names it in its part of the page, `label` says what is asked there.
 * @typedef {object} WriteField
 * @property {string} key
 * @property {string} section
 * @property {string} label
 * @property {() => string} read
 * @property {(value: string) => void} show
 * @property {HTMLElement[]} controls
 */

var tvartomWriteFields = (() => {
  'use strict';

  /** @type {Map<string, number>} */
  const counts = new Map();
  /** @type {WriteField[]} */
  const fields = [];

  /**
   * Makes every place in `main` a field, in the order of the page.
   * @param {HTMLElement} main
   */
  function make(main) {
    const places = main.querySelectorAll('.gap-blank, .lines, td.blank, .guess-box, .ballot, .tasks > li > .tick');
    for (const place of /** @type {NodeListOf<HTMLElement>} */ (places)) {
      if (place.matches('.gap-blank')) gap(place);
      else if (place.matches('.lines')) lines(place);
      else if (place.matches('td')) cell(/** @type {HTMLTableCellElement} */ (place));
      else if (place.matches('.guess-box')) guess(place);
      else if (place.matches('.ballot')) ballot(/** @type {HTMLTableElement} */ (place));
      else task(place);
    }
    return fields;
  }

  /** @param {Element | null | undefined} element */
  const words = (element) => {
    if (!element) return '';
    const copy = /** @type {HTMLElement} */ (element.cloneNode(true));
    for (const it of copy.querySelectorAll('sup, input, textarea, .written, .visually-hidden')) it.remove();
    return (copy.textContent || '').trim().replace(/\s+/g, ' ');
  };

  /**
   * @template {HTMLElement} E
   * @param {string} name
   * @param {Record<string, string>} attributes
   */
  const element = (name, attributes) => {
    const it = /** @type {E} */ (document.createElement(name));
    for (const [key, value] of Object.entries(attributes)) it.setAttribute(key, value);
    return it;
  };

  /** @param {Element} place */
  function sectionOf(place) {
    const section = place.closest('.section[id]');
    return {id: section?.id || '', title: words(section?.querySelector('.section-title')) || document.title};
  }

  /**
   * @param {Element} place
   * @param {string} kind
   * @param {string} label
   * @param {HTMLElement[]} controls
   * @param {() => string} read
   * @param {(value: string) => void} show
   */
  function add(place, kind, label, controls, read, show) {
    const section = sectionOf(place);
    const group = `${section.id}/${kind}`;
    const n = (counts.get(group) || 0) + 1;
    counts.set(group, n);
    fields.push({key: `${group}/${n}`, section: section.title, label, controls, read, show});
  }

  /**
   * A control that text is typed into, and what is printed in its place: a field cuts off what does not fit.
   * @param {HTMLElement} place
   * @param {string} kind
   * @param {string} label
   * @param {HTMLInputElement | HTMLTextAreaElement} control
   * @param {Element | null} [before]
   */
  function text(place, kind, label, control, before = null) {
    control.setAttribute('aria-label', label);
    control.setAttribute('autocomplete', 'off');
    const written = element('span', {class: 'written', 'aria-hidden': 'true'});
    place.insertBefore(control, before);
    place.insertBefore(written, before);
    const mirror = () => {
      written.textContent = control.value;
      place.classList.toggle('is-written', control.value.trim() !== '');
      grow(control);
    };
    control.addEventListener('input', mirror);
    add(place, kind, label, [control], () => control.value, (value) => {
      control.value = value;
      mirror();
    });
    mirror();
  }

  /** @type {WeakMap<HTMLTextAreaElement, number>} How many rows a field has when nothing is written in it. */
  const least = new WeakMap();

  /** @param {HTMLInputElement | HTMLTextAreaElement} control */
  function grow(control) {
    if (control instanceof HTMLInputElement) {
      control.size = Math.max(1, Math.min(60, control.value.length));
    } else if (!CSS.supports('field-sizing', 'content')) {
      // By rows, for a style attribute is nothing that a strict policy's own checkers let pass.
      if (!least.has(control)) least.set(control, control.rows);
      control.rows = least.get(control) || 1;
      while (control.scrollHeight > control.clientHeight && control.rows < 200) control.rows += 1;
    }
  }

  /** @param {HTMLElement} place */
  function gap(place) {
    const hidden = place.querySelector('.visually-hidden');
    const name = words(hidden) || (hidden?.textContent || '').trim();
    hidden?.remove();
    // What stands before it tells one gap from another.
    const block = place.closest('p, li, td, dd');
    const n = block ? [...block.querySelectorAll('.gap-blank')].indexOf(place) + 1 : 1;
    const context = block ? before(block, place) : '';
    const input = /** @type {HTMLInputElement} */ (element('input', {type: 'text', class: 'field-text', size: '1', maxlength: '200'}));
    text(place, 'gap', `${name} ${n}${context && `: ${context} …`}`, input);
  }

  /**
   * The last words of a block before a place in it.
   * @param {Element} block
   * @param {Element} place
   */
  function before(block, place) {
    const range = document.createRange();
    range.setStart(block, 0);
    range.setEndBefore(place);
    return range.toString().trim().split(/\s+/).slice(-5).join(' ');
  }

  /** @param {HTMLElement} place */
  function lines(place) {
    const label = words(place.parentElement?.querySelector(':scope > .field-label')) || sectionOf(place).title;
    const rows = place.querySelectorAll('.line');
    const ruled = element('div', {class: 'ruled'});
    ruled.append(...rows);
    place.querySelector('.visually-hidden')?.remove();
    place.append(ruled);
    const area = /** @type {HTMLTextAreaElement} */ (element('textarea', {class: 'field-lines', rows: String(rows.length)}));
    text(place, 'lines', label, area);
  }

  /** @param {HTMLTableCellElement} place */
  function cell(place) {
    const row = /** @type {HTMLTableRowElement} */ (place.parentElement);
    const head = place.closest('table')?.tHead?.rows[0]?.cells[place.cellIndex];
    const side = row.querySelector('.step-name') || row.querySelector('th[scope="row"]');
    const label = [words(head), words(side) || String(row.sectionRowIndex + 1)].filter(Boolean).join(', ');
    const area = /** @type {HTMLTextAreaElement} */ (element('textarea', {class: 'field-cell', rows: '2'}));
    text(place, 'cell', label, area);
  }

  /** @param {HTMLElement} place */
  function guess(place) {
    // In the complete edition the figure stands there.
    if (place.querySelector('.guess-actual')) return;
    const label = words(place.querySelector('.label'));
    const value = /** @type {HTMLElement | null} */ (place.querySelector('.guess-value'));
    if (value) {
      const input = /** @type {HTMLInputElement} */ (element('input', {type: 'text', class: 'field-text', inputmode: 'decimal', maxlength: '20'}));
      text(value, 'guess', label, input, value.firstElementChild);
    } else {
      const area = /** @type {HTMLTextAreaElement} */ (element('textarea', {class: 'field-cell', rows: '2'}));
      text(place, 'guess', label, area);
    }
  }

  /** @param {HTMLTableElement} table */
  function ballot(table) {
    const heads = [...(table.tHead?.rows[0]?.cells || [])].map(words);
    const isLong = table.matches('.ballot-long');
    const rows = [...table.tBodies[0].rows];
    const ticks = rows.flatMap((row) => [...row.cells].filter((it) => it.matches('.ballot-tick'))
      .map((it) => ({cell: it, vote: isLong ? heads[it.cellIndex] : words(row.cells[0]), option: isLong ? words(row.cells[0]) : heads[it.cellIndex]})));
    for (const vote of new Set(ticks.map((it) => it.vote))) {
      const own = ticks.filter((it) => it.vote === vote);
      choice(table, 'vote', vote, own.map(({cell, option}) => ({place: /** @type {HTMLElement} */ (cell.querySelector('.tick')), value: option, label: `${vote}: ${option}`})));
    }
    for (const row of rows) {
      for (const it of row.querySelectorAll('.ballot-confidence')) {
        const at = /** @type {HTMLTableCellElement} */ (it).cellIndex;
        const label = isLong ? `${heads[at]}, ${words(row.cells[0])}` : `${words(row.cells[0])}, ${heads[at]}`;
        const steps = [...it.querySelectorAll('.tick-choice')].map((step) => ({place: /** @type {HTMLElement} */ (step.querySelector('.tick')), value: words(step), label: `${label}: ${words(step)}`}));
        choice(table, 'sure', label, steps);
      }
    }
  }

  /**
   * Boxes of which one is ticked. A tick can be taken back, as a pencil's can.
   * @param {Element} place
   * @param {string} kind
   * @param {string} label
   * @param {{place: HTMLElement, value: string, label: string}[]} options
   */
  function choice(place, kind, label, options) {
    const boxes = options.map((option) => {
      const box = /** @type {HTMLInputElement} */ (element('input', {type: 'checkbox', class: 'tick', 'aria-label': option.label}));
      option.place.replaceWith(box);
      return box;
    });
    for (const box of boxes) {
      box.addEventListener('change', () => {
        if (box.checked) for (const other of boxes) if (other !== box) other.checked = false;
      });
    }
    const read = () => options[boxes.findIndex((it) => it.checked)]?.value || '';
    add(place, kind, label, boxes, read, (value) => boxes.forEach((box, idx) => {
      box.checked = options[idx].value === value && value !== '';
    }));
  }

  /** @param {HTMLElement} tick */
  function task(tick) {
    const item = /** @type {HTMLElement} */ (tick.parentElement);
    if (tick.matches('.tick-done')) return;
    const label = words(item);
    const box = /** @type {HTMLInputElement} */ (element('input', {type: 'checkbox', class: 'tick', 'aria-label': label}));
    tick.replaceWith(box);
    add(item, 'task', label, [box], () => (box.checked ? '✓' : ''), (value) => {
      box.checked = value !== '';
    });
  }

  return {make};
})();
