// What is said to an answer, beside what was answered.

var tvartomQuizFeedback = (() => {
  'use strict';

  const {fill, make, running, hidden, square, number, points} = tvartomQuizPage;

  /**
   * Shows what an answer came to.
   * @param {QuizView} view
   * @param {QuizAnswer} answer
   * @param {QuizScore} score
   * @param {QuizSettings} settings
   * @returns {string} the same in one go, to be read aloud
   */
  function show(view, answer, score, settings) {
    clear(view);
    view.lock(true);
    const {words} = settings;
    const {question} = view;
    const verdict = make('div', {class: 'verdict feedback'});
    verdict.append(...heading(view, score, settings));
    const spoken = [];
    if (question.response === 'choice' || question.response === 'choices') {
      spoken.push(...options(view, answer, words));
    } else {
      verdict.append(...solution(view, answer, score, words));
    }
    if (question.why) verdict.append(running('p', 'verdict-why', question.why));
    view.root.append(verdict);
    return [...Array.from(verdict.children).map(sentence), ...spoken].join(' ');
  }

  /**
   * What an element says, ended so that a pause is heard after it.
   * @param {Element} element
   */
  const sentence = (element) => {
    const items = Array.from(element.querySelectorAll('li')).map((it) => it.textContent);
    return (items.length > 0 ? items.join('; ') : element.textContent || '').trim().replace(/([^.!?:])$/, '$1.');
  };

  /**
   * Right or wrong in words, and the points.
   * @param {QuizView} view
   * @param {QuizScore} score
   * @param {QuizSettings} settings
   */
  function heading(view, score, settings) {
    const {words, locale} = settings;
    const {question} = view;
    if (question.response === 'open' || question.response === 'scale') {
      const text = question.solution && question.response === 'open' ? words.compare_sample : words.no_right;
      return [make('p', {class: 'verdict-word'}, text)];
    }
    const word = !score.answered ? words.unanswered
      : score.right ? words.right
      : score.fraction > 0 ? words.partly
      : words.wrong;
    const line = make('p', {class: 'verdict-word'}, square(score.right ? 'right' : score.answered ? 'wrong' : 'open'), word);
    const extra = [];
    if (score.parts.length > 1 && question.response !== 'choices') {
      extra.push(fill(words.parts, {n: score.parts.filter(Boolean).length, total: score.parts.length}));
    }
    if (view.scored && settings.certainty) extra.push(points(score.points, settings));
    else if (view.scored) extra.push(fill(words.points_of, {n: number(score.points, locale), total: number(score.max, locale)}));
    return [line, extra.length > 0 && make('p', {class: 'verdict-points'}, extra.join(' · '))].filter((it) => it !== false);
  }

  /**
   * Under each option what it is and why.
   * @param {QuizView} view
   * @param {QuizAnswer} answer
   * @param {Record<string, string>} words
   */
  function options(view, answer, words) {
    const {question} = view;
    /** @type {number[]} */
    const right = [].concat(question.solution);
    /** @type {string[]} */
    const spoken = [];
    view.listed.forEach((option, idx) => {
      const chosen = answer.response.includes(String(idx));
      const isRight = right.some((it) => it === idx);
      const why = question.why_option[idx];
      const tag = chosen ? (isRight ? words.chosen_right : words.chosen_wrong) : isRight ? words.missed : '';
      option.classList.add(chosen ? 'is-chosen' : 'is-left', isRight ? 'is-right' : 'is-wrong');
      if (!tag && !why) return;
      const note = make('div', {class: 'option-note feedback', id: `note-${view.name}-${idx}`});
      if (tag) note.append(make('p', {class: 'option-tag'}, square(isRight ? 'right' : 'wrong'), tag));
      if (why) note.append(running('p', 'option-why', why));
      option.append(note);
      view.ticks[idx].setAttribute('aria-describedby', note.id);
      if (tag) spoken.push(`${view.texts[idx]}: ${Array.from(note.children).map(sentence).join(' ')}`);
    });
    return spoken;
  }

  /**
   * What would have been right, where it is not an option.
   * @param {QuizView} view
   * @param {QuizAnswer} answer
   * @param {QuizScore} score
   * @param {Record<string, string>} words
   * @returns {HTMLElement[]}
   */
  function solution(view, answer, score, words) {
    const {question} = view;
    switch (question.response) {
      case 'number': {
        const [n, low, high] = question.solution.texts;
        return [make('p', {}, fill(low === high ? words.exact : words.range, {n, low, high}))];
      }
      case 'order': {
        if (score.right) return [];
        const items = question.solution.map((/** @type {number} */ it) => make('li', {}, view.texts[it]));
        return [make('p', {}, `${words.right_order}:`), make('ol', {class: 'right-order'}, ...items)];
      }
      case 'match':
        view.selects.forEach((select, idx) =>
          beside(select, score.parts[idx] === true, view.choiceText(idx, String(question.solution[idx])), words));
        return [];
      case 'cloze':
        view.fields.forEach((field, idx) => beside(field, score.parts[idx] === true, question.solution[idx][0], words));
        return [];
      case 'short':
        return score.right && question.solution.length < 2 ? []
          : [make('p', {}, `${words.right_answer}: `, make('strong', {}, question.solution.join(' · ')))];
      case 'open':
        if (!question.solution) return [];
        return [make('p', {}, make('strong', {}, `${words.sample}: `), question.solution)];
      case 'choice':
      case 'choices':
      case 'scale':
        return [];
    }
  }

  /**
   * Beside a field whether it is right, else what is.
   * @param {HTMLElement} field
   * @param {boolean} right
   * @param {string} text
   * @param {Record<string, string>} words
   */
  function beside(field, right, text, words) {
    const note = make('span', {class: `part feedback ${right ? 'part-right' : 'part-wrong'}`}, square(right ? 'right' : 'wrong'));
    if (right) note.append(words.right);
    else note.append(hidden(`${words.wrong}. `), `${words.right_answer}: `, make('strong', {}, text));
    field.after(' ', note);
  }

  /**
   * Takes everything back that was said.
   * @param {QuizView} view
   */
  function clear(view) {
    view.root.querySelectorAll('.feedback').forEach((it) => it.remove());
    for (const it of view.listed) it.classList.remove('is-chosen', 'is-left', 'is-right', 'is-wrong');
    for (const it of view.ticks) it.removeAttribute('aria-describedby');
    view.lock(false);
    view.error('');
  }

  return {show, clear};
})();
