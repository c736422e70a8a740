// What is remembered between visits, in this browser alone. Without storage everything works until the page is closed.

/**
 * @typedef {{response: string[], sure: number, checked: boolean}} QuizAnswer
 *
 * One go at the quiz. `seed` fixes the order of options; a retry of wrong answers holds the whole it came from.
 * @typedef {object} QuizAttempt
 * @property {string} mode
 * @property {'one' | 'all'} layout
 * @property {string[]} ids
 * @property {number} position
 * @property {number} seed
 * @property {boolean} finished
 * @property {Record<string, QuizAnswer>} answers
 * @property {QuizAttempt | null} parent
 *
 * What is kept of a mode that has been gone through.
 * @typedef {{when: string, marks: Record<string, QuizMark>}} QuizDone
 *
 * @typedef {object} QuizState
 * @property {1} version
 * @property {string} edition
 * @property {number} seed
 * @property {number} attempts
 * @property {QuizAttempt | null} current
 * @property {Record<string, QuizDone>} done
 */

var tvartomQuizStore = (() => {
  'use strict';

  /**
   * @param {string} edition
   * @returns {QuizState}
   */
  const fresh = (edition) => ({
    version: 1,
    edition,
    seed: Math.floor(Math.random() * 4294967296),
    attempts: 0,
    current: null,
    done: {},
  });

  /**
   * @param {string} key
   * @returns {any}
   */
  function read(key) {
    try {
      return JSON.parse(localStorage.getItem(key) || 'null');
    } catch {
      return null;
    }
  }

  /**
   * Opens what is kept of a quiz. `changed` tells that a go at an earlier edition was dropped.
   * @param {string} id
   * @param {string} edition
   * @param {string[]} known the ids of its questions
   */
  function open(id, edition, known) {
    const key = `tvartom-quiz:${id}`;
    const found = read(key);
    const sound = found && found.version === 1 && typeof found.seed === 'number' && found.done;
    const state = sound ? /** @type {QuizState} */ (found) : fresh(edition);
    const changed = state.edition !== edition;
    const dropped = changed && state.current !== null;
    if (changed) {
      state.edition = edition;
      state.current = null;
      for (const done of Object.values(state.done)) {
        for (const gone of Object.keys(done.marks).filter((it) => !known.includes(it))) delete done.marks[gone];
      }
    }
    let kept = true;

    /** Writes; says whether it could. */
    const save = () => {
      try {
        localStorage.setItem(key, JSON.stringify(state));
        kept = true;
      } catch {
        kept = false;
      }
      return kept;
    };

    const clear = () => {
      try {
        localStorage.removeItem(key);
      } catch {
        // Nothing was stored either.
      }
      Object.assign(state, fresh(edition));
    };

    return {state, changed: dropped, save, clear};
  }

  return {open};
})();
