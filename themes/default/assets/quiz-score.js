// What answers are worth, and in which order things are shown: functions without a page, tested as they stand.

/**
 * @typedef {'choice' | 'choices' | 'number' | 'order' | 'match' | 'cloze' | 'short' | 'open' | 'scale'} QuizResponse
 *
 * A question as the page's data has it. `solution` depends on `response`: an option; options; `low` and `high`; for each
 * place an item; for each left one a right one; for each gap what is accepted; what is accepted; a sample; nothing.
 * @typedef {object} QuizQuestion
 * @property {string} id
 * @property {number} number
 * @property {QuizResponse} response
 * @property {number} points
 * @property {string[]} uses
 * @property {boolean} shuffle
 * @property {string} text
 * @property {any} solution
 * @property {(string | null)[]} why_option
 * @property {(string | null)[]} misconceptions
 * @property {string | null} why
 *
 * How a language writes.
 * @typedef {object} QuizLocale
 * @property {string} tag
 * @property {string} decimal
 * @property {string} group
 * @property {string} percent
 * @property {string[]} months
 * @property {string} open
 * @property {string} close
 *
 * What an answer came to. `parts` tells for each gap, pair or place whether it is right.
 * @typedef {object} QuizScore
 * @property {boolean} answered
 * @property {number} fraction
 * @property {boolean} right
 * @property {number} points
 * @property {number} max
 * @property {boolean[]} parts
 *
 * What is kept of a scored answer: how right, how sure (0 to 3), the points it could give at most, the misconceptions
 * it stands for, and how it read. Results kept by earlier editions lack the last two.
 * @typedef {{fraction: number, sure: number, points: number, weight: number, beliefs?: string[], given?: string}} QuizMark
 */

var tvartomQuiz = (() => {
  'use strict';

  /** Marks for right and wrong by how sure one is (Gardner-Medwin). Who does not say counts as guessing. */
  const CERTAINTY = {right: [1, 1, 2, 3], wrong: [0, 0, -2, -6]};
  /** What each level stands for as a probability, within its band: below 67, 67 to 80, above 80 per cent. */
  const STANDS_FOR = [0, 0.5, 0.73, 0.9];
  /** Sums of thirds and sixths come out a little off. */
  const TINY = 1e-9;

  /** Marks that one keyboard writes straight and another, or a set text, curled, long or as one. @type {[RegExp, string][]} */
  const MARKS = [
    [/[\u2018\u2019\u201b\u02bc\u2032\u00b4`]/g, "'"],
    [/[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]/g, '"'],
    [/[\u2010-\u2015\u2212]/g, '-'],
    [/\u2026/g, '...'],
    [/\u00ad/g, ''],
  ];

  /**
   * Text as it is compared: without case, outer spaces and double spaces, and with the marks of a plain keyboard.
   * @param {string} text
   * @param {string} tag
   */
  const normalize = (text, tag) => MARKS.reduce((it, [mark, plain]) => it.replace(mark, plain), text.normalize('NFC'))
    .replace(/\s+/gu, ' ').trim().toLocaleLowerCase(tag);

  /**
   * The one number in a text, with either decimal mark, grouped or not, with or without its unit; else NaN.
   * @param {string} text
   * @param {QuizLocale} locale
   */
  function parseNumber(text, locale) {
    const plain = text.replace(/\u2212/g, '-').replace(/^\s*-?(?=[.,]\d)/, (sign) => `${sign}0`);
    const found = plain.match(/-?\d(?:[\s\u00a0\u202f]?[\d.,])*/g);
    if (!found || found.length !== 1) return NaN;
    let digits = found[0].replace(/[\s\u00a0\u202f]/g, '').replace(/[.,]$/, '');
    const marks = digits.match(/[.,]/g) || [];
    const last = marks[marks.length - 1];
    const repeated = marks.length > 1 && marks.every((mark) => mark === last);
    const grouped = last !== undefined && last === locale.group && new RegExp(`\\${last}\\d{3}$`).test(digits);
    const decimal = repeated || grouped ? undefined : last;
    digits = [...digits].filter((it) => it !== '.' && it !== ',' || it === decimal).join('');
    return Number(digits.replace(',', '.'));
  }

  /**
   * For each part of an answer, whether it is right.
   * @param {QuizQuestion} question
   * @param {string[]} response
   * @param {QuizLocale} locale
   * @returns {boolean[]}
   */
  function parts(question, response, locale) {
    const is = (/** @type {string[]} */ accepted, /** @type {string | undefined} */ text) =>
      accepted.some((it) => normalize(it, locale.tag) === normalize(text || '', locale.tag));
    const {solution} = question;
    switch (question.response) {
      case 'choice':
        return [response[0] === String(solution)];
      case 'choices':
        return question.why_option.map((_, idx) => solution.includes(idx) === response.includes(String(idx)));
      case 'number': {
        const value = parseNumber(response[0] || '', locale);
        return [value >= solution.low - TINY && value <= solution.high + TINY];
      }
      case 'order':
      case 'match':
        return solution.map((/** @type {number} */ right, /** @type {number} */ idx) => response[idx] === String(right));
      case 'cloze':
        return solution.map((/** @type {string[]} */ accepted, /** @type {number} */ idx) => is(accepted, response[idx]));
      case 'short':
        return [is(solution, response[0])];
      case 'open':
      case 'scale':
        return [];
    }
  }

  /**
   * How much of an answer is right, from 0 to 1. Several choices: right ones less wrong ones, of all that are right.
   * @param {QuizQuestion} question
   * @param {string[]} response
   * @param {QuizLocale} locale
   */
  function fraction(question, response, locale) {
    if (question.response === 'choices') {
      const right = response.filter((it) => question.solution.includes(Number(it))).length;
      const wrong = response.length - right;
      if (question.solution.length === 0) return wrong === 0 ? 1 : 0;
      return Math.max(0, (right - wrong) / question.solution.length);
    }
    const all = parts(question, response, locale);
    return all.length === 0 ? 0 : all.filter(Boolean).length / all.length;
  }

  /**
   * What an answer is worth. Nothing answered is worth nothing, whatever one says of one's certainty.
   * @param {QuizQuestion} question
   * @param {string[]} response
   * @param {number} sure from 1 to 3, 0 if unsaid
   * @param {{certainty: boolean, locale: QuizLocale}} settings
   * @returns {QuizScore}
   */
  function score(question, response, sure, settings) {
    const answered = response.some((it) => it.trim() !== '');
    const share = answered ? fraction(question, response, settings.locale) : 0;
    const max = question.points * (settings.certainty ? 3 : 1);
    let points = question.points * share;
    if (settings.certainty && answered) {
      points = question.points * (share > 0 ? share * CERTAINTY.right[sure] : CERTAINTY.wrong[sure]);
    }
    const each = answered ? parts(question, response, settings.locale) : [];
    return {answered, fraction: share, right: share > 1 - TINY, points: points || 0, max, parts: each};
  }

  /**
   * The whole: points, how many right, and whether that is enough. `weight` is a question's points without certainty;
   * with it, 100 per cent is everything right at the lowest certainty, as in Moodle.
   * @param {QuizMark[]} marks
   * @param {{certainty: boolean, pass: number}} settings
   */
  function total(marks, settings) {
    const sum = (/** @type {(it: QuizMark) => number} */ of) => marks.reduce((all, it) => all + of(it), 0);
    const weight = sum((it) => it.weight);
    const points = sum((it) => it.points);
    const needed = weight * settings.pass / 100;
    return {
      questions: marks.length,
      right: marks.filter((it) => it.fraction > 1 - TINY).length,
      points,
      max: weight * (settings.certainty ? 3 : 1),
      needed,
      share: weight > 0 ? points / weight : 0,
      passed: weight > 0 && points >= needed - TINY,
    };
  }

  /**
   * Certainty against being right, for those answers where it was said. The Brier score is the mean of the squared
   * distance between what a level stands for and what came of it.
   * @param {QuizMark[]} marks
   */
  function calibration(marks) {
    const said = marks.filter((it) => it.sure > 0);
    const levels = [1, 2, 3].map((sure) => {
      const here = said.filter((it) => it.sure === sure);
      return {sure, expected: STANDS_FOR[sure], n: here.length, right: here.filter((it) => it.fraction > 1 - TINY).length};
    });
    const right = levels.reduce((all, it) => all + it.right, 0);
    const expected = levels.reduce((all, it) => all + it.n * STANDS_FOR[it.sure], 0);
    const brier = said.reduce((all, it) => all + (STANDS_FOR[it.sure] - (it.fraction > 1 - TINY ? 1 : 0)) ** 2, 0);
    const bias = said.length > 0 ? (expected - right) / said.length : 0;
    return {n: said.length, levels, brier: said.length > 0 ? brier / said.length : 0, bias, leaning: bias > 0.1 ? 1 : bias < -0.1 ? -1 : 0};
  }

  /**
   * The same questions asked twice: what became right, and what became wrong.
   * @param {Record<string, QuizMark>} before
   * @param {Record<string, QuizMark>} after
   */
  function compare(before, after) {
    const ids = Object.keys(before).filter((id) => Object.hasOwn(after, id));
    const right = (/** @type {QuizMark} */ mark) => mark.fraction > 1 - TINY;
    return {
      ids,
      gained: ids.filter((id) => !right(before[id]) && right(after[id])),
      lost: ids.filter((id) => right(before[id]) && !right(after[id])),
    };
  }

  /**
   * For each misconception that the same questions could show both times, whether it was held then and is now.
   * @param {{id: string, misconceptions: (string | null)[]}[]} questions
   * @param {Record<string, QuizMark>} before
   * @param {Record<string, QuizMark>} after
   */
  function beliefShift(questions, before, after) {
    const asked = questions.filter(({id}) => before[id]?.beliefs && after[id]?.beliefs);
    const beliefs = [...new Set(asked.flatMap((it) => it.misconceptions).filter((it) => it !== null))];
    const holds = (/** @type {Record<string, QuizMark>} */ marks, /** @type {string} */ belief) =>
      asked.some(({id}) => marks[id].beliefs?.includes(belief));
    return beliefs.map((belief) => ({belief, before: holds(before, belief), after: holds(after, belief)}));
  }

  /**
   * Rows as a table for spreadsheets. Where commas are decimal marks, semicolons separate. What a spreadsheet would take
   * for a formula is kept as text.
   * @param {(string | number)[][]} rows
   * @param {QuizLocale} locale
   */
  function table(rows, locale) {
    const cell = (/** @type {string | number} */ value) => {
      if (typeof value === 'number') return String(Math.round(value * 1000) / 1000).replace('.', locale.decimal);
      return `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;
    };
    return rows.map((row) => row.map(cell).join(locale.decimal === ',' ? ';' : ',')).join('\r\n') + '\r\n';
  }

  /**
   * A number from a text, the same every time (FNV-1a).
   * @param {string} text
   */
  function hash(text) {
    let value = 0x811c9dc5;
    for (let idx = 0; idx < text.length; idx++) value = Math.imul(value ^ text.charCodeAt(idx), 0x01000193);
    return value >>> 0;
  }

  /**
   * Numbers from 0 to 1, the same for a seed every time (mulberry32).
   * @param {number} seed
   */
  function numbers(seed) {
    let state = seed >>> 0;
    return () => {
      state = (state + 0x6d2b79f5) >>> 0;
      let value = Math.imul(state ^ (state >>> 15), state | 1);
      value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
      return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
    };
  }

  /**
   * A list in another order, the same for a seed every time (Fisher and Yates).
   * @template T
   * @param {readonly T[]} list
   * @param {number} seed
   * @returns {T[]}
   */
  function shuffle(list, seed) {
    const out = [...list];
    const next = numbers(seed);
    for (let idx = out.length - 1; idx > 0; idx--) {
      const other = Math.floor(next() * (idx + 1));
      [out[idx], out[other]] = [out[other], out[idx]];
    }
    return out;
  }

  /**
   * The order in which a question's options or items are shown. Items to be put in order never start in the right one.
   * @param {QuizQuestion} question
   * @param {number} count
   * @param {number} seed
   * @returns {number[]}
   */
  function arrange(question, count, seed) {
    const given = Array.from({length: count}, (_, idx) => idx);
    if (!question.shuffle) return given;
    const out = shuffle(given, (seed ^ hash(question.id)) >>> 0);
    const solved = question.response === 'order' && count > 1 && out.every((it, idx) => it === question.solution[idx]);
    if (solved) out.push(/** @type {number} */ (out.shift()));
    return out;
  }

  /**
   * So many of the questions, in their own order. A question's lot does not depend on the mode, so that before and after
   * share as many as they can.
   * @param {string[]} ids
   * @param {number | null} count
   * @param {number} seed
   */
  function draw(ids, count, seed) {
    if (!count || count >= ids.length) return [...ids];
    const lots = ids.map((id) => ({id, lot: numbers((seed ^ hash(id)) >>> 0)()}));
    const drawn = lots.sort((a, b) => a.lot - b.lot || (a.id < b.id ? -1 : 1)).slice(0, count).map((it) => it.id);
    return ids.filter((id) => drawn.includes(id));
  }

  return {normalize, parseNumber, parts, fraction, score, total, calibration, compare, beliefShift, table, hash, shuffle, arrange, draw};
})();
