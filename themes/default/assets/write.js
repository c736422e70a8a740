// What a participant writes on a handout: kept in this browser, saved as a file, deleted when asked. Nothing is sent.
'use strict';
(() => {
  /** @typedef {Record<string, {label: string, section: string, value: string}>} Written */

  const desk = /** @type {HTMLElement | null} */ (document.querySelector('.desk-handout'));
  const main = /** @type {HTMLElement | null} */ (document.querySelector('main'));
  if (!desk || !main) return;
  const {page = '', saved = '', nothing = '', cleared = '', elsewhere = ''} = desk.dataset;
  const key = `tvartom-handout:${page}`;
  const fields = tvartomWriteFields.make(main);
  const status = /** @type {HTMLElement} */ (desk.querySelector('.desk-status'));
  const dialog = /** @type {HTMLDialogElement} */ (desk.querySelector('dialog'));
  if (fields.length === 0) return;

  /** @type {Written} Words of places that an earlier version of the page had. */
  let homeless = {};
  show(read());
  for (const field of fields) {
    for (const control of field.controls) control.addEventListener(control.matches('[type="checkbox"]') ? 'change' : 'input', () => keep(field));
  }
  // The page may stand open twice.
  window.addEventListener('storage', (event) => {
    if (event.key === key || event.key === null) show(read());
  });
  on('save', save);
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

  /** @returns {Written} */
  function read() {
    try {
      return JSON.parse(localStorage.getItem(key) || '{}') || {};
    } catch {
      warn();
      return {};
    }
  }

  /**
   * Where what is kept belongs: after the page has changed a place is known by what is asked there rather than by its number.
   * @param {Written} written
   */
  function settle(written) {
    const left = new Map(Object.entries(written));
    /** @type {Map<string, string>} */
    const values = new Map();
    for (const {key: at, label} of fields) {
      const found = left.get(at);
      if (found?.label === label) {
        values.set(at, found.value);
        left.delete(at);
      }
    }
    for (const {key: at, label} of fields.filter((it) => !values.has(it.key))) {
      const moved = [...left].find(([, it]) => it.label === label);
      if (moved) {
        values.set(at, moved[1].value);
        left.delete(moved[0]);
      }
    }
    return {values, left: Object.fromEntries([...left].filter(([, it]) => it.value))};
  }

  /** @param {Written} written */
  function show(written) {
    const {values, left} = settle(written);
    homeless = left;
    for (const field of fields) {
      const value = values.get(field.key) || '';
      if (field.read() !== value) field.show(value);
    }
  }

  /**
   * Keeps one field, and leaves what another window wrote in the others. Words that were kept under a key which is another
   * place's by now get their own place's, so that nothing is written over.
   * @param {WriteField} field
   */
  function keep(field) {
    status.textContent = '';
    const {values, left} = settle(read());
    values.set(field.key, field.read());
    /** @type {Written} */
    const written = {};
    for (const {key: at, label, section} of fields) {
      const value = values.get(at);
      if (value) written[at] = {label, section, value};
    }
    for (const [old, it] of Object.entries(left)) {
      let at = old;
      while (at in written || fields.some((field) => field.key === at)) at += '~';
      written[at] = it;
    }
    try {
      localStorage.setItem(key, JSON.stringify(written));
    } catch {
      warn();
    }
  }

  function warn() {
    const note = /** @type {HTMLElement | null} */ (document.querySelector('.desk-not-kept'));
    if (note) note.hidden = false;
  }

  function clear() {
    dialog.close();
    try {
      localStorage.removeItem(key);
    } catch {
      // Nothing was kept.
    }
    show({});
    status.textContent = cleared;
  }

  /** As text that any program opens: the headings, what was asked, what was written. */
  function save() {
    const parts = [document.title, ''];
    let section = '';
    for (const field of fields) {
      const value = field.read().trim();
      if (!value) continue;
      if (field.section !== section) parts.push('', field.section, '');
      section = field.section;
      parts.push(`${field.label}: ${value}`);
    }
    const others = Object.values(homeless);
    if (others.length) parts.push('', elsewhere, '', ...others.map((it) => `${it.section} · ${it.label}: ${it.value}`));
    if (parts.length === 2) {
      status.textContent = nothing;
      return;
    }
    const url = URL.createObjectURL(new Blob([`\ufeff${parts.join('\r\n')}\r\n`], {type: 'text/plain'}));
    const link = document.createElement('a');
    link.href = url;
    link.download = `${page.replace(/[^\p{L}\p{N}._-]+/gu, '-')}.txt`;
    document.body.append(link);
    link.click();
    link.remove();
    // The browser reads the file after the click; it is let go once that is long past.
    setTimeout(() => URL.revokeObjectURL(url), 60000);
    status.textContent = saved;
  }
})();
