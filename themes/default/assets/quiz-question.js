// A question in the page: reads and sets its controls, in the order they are shown.

/**
 * @typedef {ReturnType<typeof tvartomQuizQuestion.view>} QuizView
 */

var tvartomQuizQuestion = (() => {
  'use strict';

  const {fill, make, hidden, button} = tvartomQuizPage;

  /**
   * @param {ParentNode} root
   * @param {string} selector
   * @returns {HTMLElement[]}
   */
  const all = (root, selector) => Array.from(root.querySelectorAll(/** @type {'div'} */ (selector)));

  /**
   * @param {ParentNode} root
   * @param {string} selector
   * @returns {HTMLInputElement[]}
   */
  const inputs = (root, selector) => Array.from(root.querySelectorAll(/** @type {'input'} */ (selector)));

  /**
   * Puts the children of a list in another order.
   * @param {HTMLElement | null} list
   * @param {HTMLElement[]} children as they first stood
   * @param {number[]} order
   */
  const reorder = (list, children, order) => list && list.append(...order.map((idx) => children[idx]));

  /**
   * The question's help, behind a button.
   * @param {HTMLElement} root
   * @param {QuizQuestion} question
   * @param {Record<string, string>} words
   */
  function foldHint(root, question, words) {
    const hint = /** @type {HTMLElement | null} */ (root.querySelector('.quiz-question-hint'));
    if (!hint) return () => {};
    const toggle = button(words.show_hint, () => set(hint.hidden));
    toggle.classList.add('hint-button');
    toggle.setAttribute('aria-controls', `hint-${question.number}`);
    const set = (/** @type {boolean} */ open) => {
      hint.hidden = !open;
      toggle.setAttribute('aria-expanded', String(open));
    };
    hint.before(toggle);
    set(false);
    return () => set(false);
  }

  /**
   * Gives the items of an order their buttons.
   * @param {HTMLElement} root
   * @param {Record<string, string>} words
   * @param {() => void} changed
   * @param {(text: string) => void} say
   */
  function moveButtons(root, words, changed, say) {
    const list = root.querySelector('.quiz-order');
    const items = all(root, '.quiz-order-item');
    if (!list) return () => {};
    const ends = () => {
      const now = Array.from(list.children);
      for (const item of items) {
        const [up, down] = all(item, 'button');
        up.setAttribute('aria-disabled', String(item === now[0]));
        down.setAttribute('aria-disabled', String(item === now[now.length - 1]));
      }
    };
    /**
     * @param {HTMLElement} item
     * @param {HTMLElement} pressed
     * @param {boolean} up
     */
    const move = (item, pressed, up) => {
      const other = up ? item.previousElementSibling : item.nextElementSibling;
      if (!other || pressed.getAttribute('aria-disabled') === 'true') return;
      if (up) other.before(item);
      else other.after(item);
      // Moving an element takes the focus from it.
      pressed.focus();
      ends();
      const place = Array.from(list.children).indexOf(item) + 1;
      say(fill(words.moved, {item: textOf(item, '.quiz-order-text'), n: place, total: items.length}));
      changed();
    };
    for (const item of items) {
      const name = textOf(item, '.quiz-order-text');
      const both = [true, false].map((up) => {
        const out = make('button', {type: 'button', class: up ? 'move move-up' : 'move move-down'});
        out.append(hidden(`${up ? words.move_up : words.move_down}: ${name}`));
        out.addEventListener('click', () => move(item, out, up));
        return out;
      });
      item.append(make('span', {class: 'moves'}, ...both));
    }
    ends();
    return ends;
  }

  /**
   * @param {ParentNode} root
   * @param {string} selector
   */
  const textOf = (root, selector) => ((root.querySelector(selector) || {}).textContent || '').trim();

  /**
   * A question as the script sees it.
   * @param {QuizQuestion} question
   * @param {QuizSettings} settings
   * @param {{changed: () => void, say: (text: string) => void}} on
   */
  function view(question, settings, on) {
    const {words} = settings;
    const root = /** @type {HTMLFieldSetElement} */ (document.getElementById(`question-${question.number}`));
    const name = `answer-${question.number}`;
    const listed = all(root, '.quiz-option').concat(all(root, '.quiz-order-item'));
    const list = listed.length > 0 ? listed[0].parentElement : null;
    const selects = Array.from(root.querySelectorAll('select'));
    const choices = selects.map((it) => Array.from(it.options).slice(1));
    const ticks = inputs(root, `input[name="${name}"]:is([type="radio"], [type="checkbox"])`);
    const fields = [...inputs(root, '.quiz-gap, .write input'), ...Array.from(root.querySelectorAll('textarea'))];
    const sureness = inputs(root, '.sure input');
    const texts = listed.map((it) => textOf(it, '.quiz-option-text, .quiz-order-text'));
    let moved = false;
    const changed = () => {
      error('');
      on.changed();
    };
    const ends = moveButtons(root, words, () => {
      moved = true;
      changed();
    }, on.say);
    const hideHint = foldHint(root, question, words);
    root.addEventListener('input', changed);

    /** The answer as it stands. An order counts once it was moved, or its certainty said. @returns {string[]} */
    const read = () => {
      if (question.response === 'order') return moved || sure() > 0 ? order() : [];
      if (selects.length > 0) return selects.map((it) => it.value);
      if (fields.length > 0) return fields.map((it) => it.value);
      return ticks.filter((it) => it.checked).map((it) => it.value);
    };
    const order = () => all(root, '.quiz-order-item').map((it) => it.dataset.item || '');
    const sure = () => Number((sureness.find((it) => it.checked) || {value: 0}).value);

    /**
     * @param {string[]} response
     * @param {number} certain
     */
    const write = (response, certain) => {
      moved = question.response === 'order' && response.length > 0;
      if (moved) {
        reorder(list, listed, response.map(Number));
        ends();
      }
      selects.forEach((it, idx) => (it.value = response[idx] || ''));
      fields.forEach((it, idx) => (it.value = response[idx] || ''));
      ticks.forEach((it) => (it.checked = response.includes(it.value)));
      sureness.forEach((it) => (it.checked = Number(it.value) === certain));
    };

    /** @param {number} seed */
    const arrange = (seed) => {
      if (list) reorder(list, listed, tvartomQuiz.arrange(question, listed.length, seed));
      if (choices.length > 0) {
        const places = tvartomQuiz.arrange(question, choices[0].length, seed);
        selects.forEach((it, idx) => it.append(...places.map((place) => choices[idx][place])));
      }
      ends();
      hideHint();
    };

    /** @param {boolean} locked */
    const lock = (locked) => {
      for (const it of [...selects, ...ticks, ...sureness]) it.disabled = locked;
      // Written answers stay readable and selectable.
      for (const it of fields) it.readOnly = locked;
      for (const it of all(root, '.moves, .hint-button')) it.hidden = locked;
      root.classList.toggle('is-checked', locked);
    };

    /**
     * @param {number} place
     * @param {number} total
     */
    const count = (place, total) => {
      const label = /** @type {HTMLElement} */ (root.querySelector('.quiz-question-number'));
      label.textContent = fill(words.question_of, {n: place, total});
    };

    /** Says what is missing, beside the question; nothing takes it away. @param {string} text */
    const error = (text) => {
      const old = root.querySelector('.quiz-question-error');
      if (!text && !old) return;
      if (old) old.remove();
      root.removeAttribute('aria-describedby');
      for (const it of [...fields, ...selects]) it.removeAttribute('aria-invalid');
      if (!text) return;
      const id = `error-${question.number}`;
      root.append(make('p', {class: 'quiz-question-error', id}, text));
      root.setAttribute('aria-describedby', id);
      for (const it of [...fields, ...selects]) it.setAttribute('aria-invalid', 'true');
      on.say(text);
    };

    /** What keeps the answer from being checked; empty if nothing does. @param {boolean} pressed */
    const missing = (pressed) => {
      if (question.response === 'order' && pressed) moved = true;
      const response = read();
      if (response.length === 0 || !response.some((it) => it.trim() !== '')) return words.answer_needed;
      if (question.response === 'number' && Number.isNaN(tvartomQuiz.parseNumber(response[0], settings.locale))) {
        return fill(words.number_needed, {n: tvartomQuizPage.number(62.5, settings.locale)});
      }
      if (sureness.length > 0 && sure() === 0) return words.sure_needed;
      return '';
    };

    /** The control that has yet to be filled in. */
    const toFill = () => {
      const group = missing(false) === words.sure_needed ? sureness : [...fields, ...selects, ...ticks];
      return group.find((it) => it.value === '') || group.find((it) => !it.disabled) || all(root, '.move')[0];
    };

    /** The answer in words. @param {string[]} response */
    const inWords = (response) => {
      if (selects.length > 0) {
        return response.map((it, idx) => `${textOf(selects[idx].parentElement || root, 'label')} – ${choiceText(idx, it)}`).join('; ');
      }
      if (listed.length > 0) return response.map((it) => texts[Number(it)]).join('; ');
      return response.map((it) => it.trim() || '…').join('; ');
    };
    const choiceText = (/** @type {number} */ pair, /** @type {string} */ value) =>
      (choices[pair].find((it) => it.value === value) || {text: '…'}).text;

    /** What would have been right, as an answer. @returns {string[]} */
    const rightResponse = () => {
      const {solution} = question;
      switch (question.response) {
        case 'number':
          return [solution.texts[0]];
        case 'cloze':
          return solution.map((/** @type {string[]} */ accepted) => accepted[0]);
        case 'short':
          return [solution[0]];
        case 'open':
        case 'scale':
          return [];
        case 'choice':
        case 'choices':
        case 'order':
        case 'match':
          return [].concat(solution).map(String);
      }
    };

    return {
      question, root, name, selects, fields, ticks, listed, texts,
      read, sure, write, arrange, lock, count, error, missing, toFill, inWords, choiceText, rightResponse,
      heading: /** @type {HTMLElement} */ (root.querySelector('.quiz-question-title')),
      scored: question.points > 0,
    };
  }

  return {view, textOf};
})();
