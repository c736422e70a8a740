// Words, numbers and elements for the quiz.

/**
 * @typedef {object} QuizSettings
 * @property {string} id
 * @property {string} edition
 * @property {string[]} modes
 * @property {number} pass
 * @property {boolean} confidence
 * @property {boolean} certainty
 * @property {number | null} draw
 * @property {string} handout
 * @property {QuizLocale} locale
 * @property {string[]} sure
 * @property {Record<string, string>} words
 *
 * @typedef {Node | string | null | false | undefined} QuizChild
 */

var tvartomQuizPage = (() => {
  'use strict';

  const SVG = 'http://www.w3.org/2000/svg';

  /**
   * Puts values in for `{name}`s.
   * @param {string} phrase
   * @param {Record<string, string | number>} values
   */
  const fill = (phrase, values) =>
    phrase.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));

  /**
   * An element with attributes and children. `true` is an attribute without a value; what is falsy is left out.
   * @template {keyof HTMLElementTagNameMap} Tag
   * @param {Tag} tag
   * @param {Record<string, string | number | boolean | null | undefined>} attributes
   * @param {...QuizChild} children
   * @returns {HTMLElementTagNameMap[Tag]}
   */
  function make(tag, attributes, ...children) {
    const out = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value === true) out.setAttribute(name, '');
      else if (value !== false && value !== null && value !== undefined) out.setAttribute(name, String(value));
    }
    for (const child of children) if (child) out.append(child);
    return out;
  }

  /**
   * An element that holds running text from the page's own data.
   * @template {keyof HTMLElementTagNameMap} Tag
   * @param {Tag} tag
   * @param {string} className
   * @param {string} html
   */
  function running(tag, className, html) {
    const out = make(tag, {class: className});
    out.innerHTML = html;
    return out;
  }

  /**
   * @param {string} text
   * @param {() => void} act
   * @param {boolean} [main] whether it is the one thing to do next
   */
  function button(text, act, main) {
    const out = make('button', {type: 'button', class: main ? 'button button-main' : 'button'}, text);
    out.addEventListener('click', act);
    return out;
  }

  /** @param {string} text */
  const hidden = (text) => make('span', {class: 'visually-hidden'}, text);

  /**
   * A small square: filled for right, halved along its diagonal for wrong, empty for neither. Words always stand beside it.
   * @param {'right' | 'wrong' | 'open' | 'done'} kind
   */
  function square(kind) {
    const svg = document.createElementNS(SVG, 'svg');
    svg.setAttribute('class', `square square-${kind}`);
    svg.setAttribute('viewBox', '0 0 16 16');
    svg.setAttribute('aria-hidden', 'true');
    svg.setAttribute('focusable', 'false');
    const path = document.createElementNS(SVG, 'path');
    const inner = {right: 'M1 1H15V15H1Z', wrong: 'M1 1H15L1 15Z', open: '', done: 'M5 5H11V11H5Z'}[kind];
    path.setAttribute('d', inner);
    const frame = document.createElementNS(SVG, 'path');
    frame.setAttribute('class', 'square-frame');
    frame.setAttribute('d', 'M1 1H15V15H1Z');
    svg.append(frame, path);
    return svg;
  }

  /**
   * A share as a bar, and a line where it was expected to end; the numbers stand beside it.
   * @param {number} share
   * @param {number} [expected]
   */
  function bar(share, expected) {
    const svg = document.createElementNS(SVG, 'svg');
    svg.setAttribute('class', 'bar');
    svg.setAttribute('viewBox', '0 0 100 8');
    svg.setAttribute('preserveAspectRatio', 'none');
    svg.setAttribute('aria-hidden', 'true');
    svg.setAttribute('focusable', 'false');
    for (const [name, width] of /** @type {[string, number][]} */ ([['bar-whole', 100], ['bar-share', share * 100]])) {
      const rect = document.createElementNS(SVG, 'rect');
      rect.setAttribute('class', name);
      rect.setAttribute('width', String(Math.max(0, Math.min(100, width))));
      rect.setAttribute('height', '8');
      svg.append(rect);
    }
    if (expected !== undefined) {
      const line = document.createElementNS(SVG, 'path');
      line.setAttribute('class', 'bar-expected');
      line.setAttribute('d', `M${expected * 100} -4V12`);
      svg.append(line);
    }
    return svg;
  }

  /**
   * A number with at most two decimals.
   * @param {number} value
   * @param {QuizLocale} locale
   */
  function number(value, locale) {
    const rounded = Math.round(value * 100) / 100;
    return (rounded < 0 ? '\u2212' : '') + String(Math.abs(rounded)).replace('.', locale.decimal);
  }

  /**
   * A share in whole per cent.
   * @param {number} share
   * @param {QuizLocale} locale
   */
  const percent = (share, locale) => number(Math.round(share * 100), locale) + locale.percent;

  /**
   * @param {number} value
   * @param {QuizSettings} settings
   */
  const points = (value, {words, locale}) => (value === 1 ? words.one_point : fill(words.points, {n: number(value, locale)}));

  /**
   * A day in words.
   * @param {string} when
   * @param {QuizLocale} locale
   */
  function day(when, locale) {
    const date = new Date(when);
    return `${date.getDate()}\u00a0${locale.months[date.getMonth()]} ${date.getFullYear()}`;
  }

  /**
   * Asks before something is lost.
   * @param {string} question
   * @param {string} yes
   * @param {string} no
   * @param {() => void} act
   */
  function ask(question, yes, no, act) {
    const dialog = make('dialog', {class: 'quiz-dialog', 'aria-labelledby': 'quiz-dialog-question'});
    const close = () => {
      dialog.close();
    };
    dialog.append(
      make('p', {id: 'quiz-dialog-question'}, question),
      make('p', {class: 'buttons'}, button(no, close), button(yes, () => {
        close();
        act();
      }, true)),
    );
    dialog.addEventListener('close', () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  }

  /**
   * Moves the reader to an element that takes no focus by itself.
   * @param {HTMLElement} element
   */
  function focus(element) {
    element.setAttribute('tabindex', '-1');
    element.focus();
  }

  return {fill, make, running, button, hidden, square, bar, number, percent, points, day, ask, focus};
})();
