// The quiz's walk: start, questions, result; and back again after a reload. Nothing leaves the browser.
//
// Uses, in the order they are loaded: quiz-score.js, quiz-page.js, quiz-store.js, quiz-question.js, quiz-feedback.js,
// quiz-result.js, quiz-export.js.

(() => {
  'use strict';

  const {fill, make, button, square, number, percent, day, ask, focus} = tvartomQuizPage;

  /** @param {string} id */
  const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

  /** @type {QuizSettings} */
  const settings = JSON.parse(byId('quiz-settings').textContent || '');
  /** @type {{questions: QuizQuestion[], misconceptions: Record<string, {html: string, href: string | null}>}} */
  const key = decode(byId('quiz-key').textContent || '');
  const {words, locale} = settings;
  const panel = byId('quiz-panel');
  const area = byId('quiz-questions');
  const buttons = byId('quiz-buttons');
  const store = tvartomQuizStore.open(settings.id, settings.edition, key.questions.map((it) => it.id));
  const {state} = store;
  let kept = true;

  const views = key.questions.map((it) => tvartomQuizQuestion.view(it, settings, {changed: () => remember(it.id), say}));
  /** @param {string} id */
  const viewOf = (id) => /** @type {QuizView} */ (views.find((it) => it.question.id === id));
  const questions = Object.fromEntries(key.questions.map((it) => [it.id, it]));

  /**
   * Base64 of UTF-8 of JSON.
   * @param {string} text
   */
  function decode(text) {
    const bytes = Uint8Array.from(atob(text.trim()), (it) => it.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes));
  }

  /** Said to those who listen. @param {string} text */
  function say(text) {
    const status = byId('quiz-status');
    status.textContent = '';
    // A change right after emptying is announced even if the words are the same.
    requestAnimationFrame(() => (status.textContent = text));
  }

  function save() {
    kept = store.save();
  }

  /** @param {string} mode */
  const idsOf = (mode) => key.questions.filter((it) => it.uses.includes(mode)).map((it) => it.id);

  /** @param {QuizAttempt} attempt @param {string} id @returns {QuizAnswer} */
  const answerOf = (attempt, id) => attempt.answers[id] || {response: [], sure: 0, checked: false};

  /** Keeps an answer as it stands. @param {string} id */
  function remember(id) {
    const attempt = state.current;
    if (!attempt || attempt.finished) return;
    const view = viewOf(id);
    attempt.answers[id] = {response: view.read(), sure: view.sure(), checked: false};
    save();
    markProgress();
    document.getElementById('quiz-left')?.replaceChildren();
  }

  // Start

  /** @param {string} [note] */
  function showStart(note) {
    state.current = null;
    away();
    const form = make('form', {class: 'start'});
    const free = settings.modes.find((it) => !state.done[it]) || settings.modes[0];
    if (settings.modes.length > 1) {
      const modes = settings.modes.map((it) => radio('mode', it, words[it], it === free, aboutMode(it)));
      form.append(make('fieldset', {class: 'start-choice'}, make('legend', {}, words.choose_mode), ...modes));
    } else {
      form.append(make('p', {}, aboutMode(free)));
    }
    form.append(make('fieldset', {class: 'start-choice'}, make('legend', {}, words.choose_layout),
      radio('layout', 'one', words.one_at_a_time, true, ''), radio('layout', 'all', words.all_at_once, false, '')));
    if (settings.certainty) form.append(make('p', {class: 'small'}, words.certainty_rule));
    form.append(make('p', {class: 'small'}, words.privacy));
    if (!kept) form.append(make('p', {class: 'small'}, words.not_stored));
    form.append(make('p', {class: 'buttons'}, make('button', {type: 'submit', class: 'button button-main'}, words.start),
      Object.keys(state.done).length > 0 && clearButton()));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const chosen = new FormData(form);
      begin(String(chosen.get('mode') || free), chosen.get('layout') === 'all' ? 'all' : 'one');
    });
    panel.replaceChildren(...(note ? [make('p', {class: 'quiz-note'}, note)] : []), form);
    buttons.replaceChildren();
    if (note) say(note);
  }

  /**
   * @param {string} name
   * @param {string} value
   * @param {string} text
   * @param {boolean} checked
   * @param {string} about
   */
  function radio(name, value, text, checked, about) {
    return make('label', {class: 'start-option'}, make('input', {type: 'radio', name, value, checked}), ' ',
      make('span', {}, make('span', {class: 'start-text'}, text), about && make('span', {class: 'start-about'}, about)));
  }

  /** How long a mode is, and how it went last time. @param {string} mode */
  function aboutMode(mode) {
    const count = tvartomQuiz.draw(idsOf(mode), settings.draw, state.seed).length;
    const parts = [count === 1 ? words.one_question : fill(words.questions, {n: count})];
    // Before the course there is nothing to pass.
    if (mode !== 'pre') parts.push(passMark());
    let text = parts.join(' · ');
    const done = state.done[mode];
    if (done) {
      const sum = tvartomQuiz.total(Object.values(done.marks), settings);
      const score = fill(words.parts, {n: sum.right, total: sum.questions});
      text += `. ${fill(words.taken, {date: day(done.when, locale), score})}`;
    }
    return text;
  }

  const passMark = () => fill(words.pass_mark, {n: percent(settings.pass / 100, locale)});

  function clearButton() {
    return button(words.clear, () => ask(words.clear_question, words.clear_yes, words.cancel, () => {
      store.clear();
      showStart(words.cleared);
      focus(panel);
    }));
  }

  /**
   * @param {string} mode
   * @param {'one' | 'all'} layout
   */
  function begin(mode, layout) {
    state.attempts += 1;
    const seed = tvartomQuiz.hash(`${state.seed} ${mode} ${state.attempts}`);
    const ids = tvartomQuiz.draw(idsOf(mode), settings.draw, state.seed);
    state.current = {mode, layout, ids, position: 0, seed, finished: false, answers: {}, parent: null};
    save();
    askAll(state.current, '');
  }

  // Questions

  /** Puts every question out of sight; on paper those of the go stay. */
  function away() {
    area.classList.remove('is-reviewing');
    for (const view of views) {
      tvartomQuizFeedback.clear(view);
      view.write([], 0);
      view.root.classList.add('is-away');
      view.root.classList.remove('is-out');
    }
  }

  /** Sets the questions of a go as it stands. @param {QuizAttempt} attempt */
  function setUp(attempt) {
    away();
    for (const view of views) view.root.classList.toggle('is-out', !attempt.ids.includes(view.question.id));
    attempt.ids.forEach((id, idx) => {
      const view = viewOf(id);
      const answer = answerOf(attempt, id);
      view.arrange(attempt.seed);
      view.write(answer.response, answer.sure);
      view.count(idx + 1, attempt.ids.length);
      if (answer.checked) tvartomQuizFeedback.show(view, answer, scoreOf(view, answer), settings);
    });
  }

  /** @param {QuizView} view @param {QuizAnswer} answer */
  const scoreOf = (view, answer) => tvartomQuiz.score(view.question, answer.response, answer.sure, settings);

  /**
   * Asks the questions of a go from where it stands.
   * @param {QuizAttempt} attempt
   * @param {string} note
   */
  function askAll(attempt, note) {
    setUp(attempt);
    panel.replaceChildren(
      ...(attempt.parent ? [make('h2', {}, words.retry_title)] : []),
      ...(note ? [make('p', {class: 'quiz-note'}, note)] : []),
      ...(kept ? [] : [make('p', {class: 'small'}, words.not_stored)]),
      make('p', {class: 'progress', 'aria-hidden': 'true'}));
    if (note) say(note);
    if (attempt.layout === 'all') showAll(attempt);
    else showOne(attempt, attempt.position);
  }

  /** A square for each question. */
  function markProgress() {
    const attempt = state.current;
    const line = panel.querySelector('.progress');
    if (!attempt || !line) return;
    line.replaceChildren(...attempt.ids.map((id, idx) => {
      const view = viewOf(id);
      const answer = answerOf(attempt, id);
      const score = scoreOf(view, answer);
      const kind = !score.answered ? 'open' : answer.checked && view.scored ? (score.right ? 'right' : 'wrong') : 'done';
      const out = square(kind);
      out.classList.toggle('is-here', attempt.layout === 'one' && idx === attempt.position);
      return out;
    }));
  }

  /**
   * @param {QuizAttempt} attempt
   * @param {number} position
   */
  function showOne(attempt, position) {
    if (position !== attempt.position) panel.querySelector('.quiz-note')?.remove();
    attempt.position = Math.max(0, Math.min(position, attempt.ids.length - 1));
    save();
    const here = viewOf(attempt.ids[attempt.position]);
    for (const view of views) view.root.classList.toggle('is-away', view !== here);
    markProgress();
    oneButtons(attempt, here);
    focus(here.heading);
  }

  /**
   * @param {QuizAttempt} attempt
   * @param {QuizView} view
   */
  function oneButtons(attempt, view) {
    const last = attempt.position === attempt.ids.length - 1;
    const checked = answerOf(attempt, view.question.id).checked;
    const onward = () => (last ? finish(attempt) : showOne(attempt, attempt.position + 1));
    const row = make('p', {class: 'buttons'});
    const next = button(last ? words.to_result : checked ? words.next : words.skip, onward, checked);
    if (!checked) row.append(button(words.check, () => check(attempt, view), true));
    row.append(next);
    if (attempt.position > 0) row.append(button(words.previous, () => showOne(attempt, attempt.position - 1)));
    buttons.replaceChildren(row, startOver());
    return next;
  }

  const startOver = () => make('p', {class: 'buttons buttons-quiet'},
    button(words.restart, () => ask(words.restart_question, words.restart, words.cancel, () => {
      showStart();
      save();
      focus(panel);
    })));

  /**
   * @param {QuizAttempt} attempt
   * @param {QuizView} view
   */
  function check(attempt, view) {
    const missing = view.missing(true);
    if (missing) {
      view.error(missing);
      view.toFill().focus();
      return;
    }
    const answer = {response: view.read(), sure: view.sure(), checked: true};
    attempt.answers[view.question.id] = answer;
    save();
    const spoken = tvartomQuizFeedback.show(view, answer, scoreOf(view, answer), settings);
    markProgress();
    const next = oneButtons(attempt, view);
    next.focus({preventScroll: true});
    const verdict = view.root.querySelector('.verdict');
    if (verdict) verdict.scrollIntoView({block: 'nearest'});
    say(spoken);
  }

  /** @param {QuizAttempt} attempt */
  function showAll(attempt) {
    for (const view of views) view.root.classList.toggle('is-away', !attempt.ids.includes(view.question.id));
    markProgress();
    const warning = make('div', {class: 'left', id: 'quiz-left'});
    const all = button(words.check_all, () => {
      const left = attempt.ids.map(viewOf).filter((view) => view.missing(false));
      if (left.length === 0) return finish(attempt);
      const text = left.length === 1 ? words.one_left : fill(words.left, {n: left.length});
      warning.replaceChildren(make('p', {class: 'quiz-question-error'}, text), make('p', {class: 'buttons'},
        button(words.first_left, () => {
          left[0].error(left[0].missing(false));
          left[0].toFill().focus();
        }),
        button(words.check_anyway, () => finish(attempt))));
      say(text);
      warning.querySelector('button')?.focus();
    }, true);
    buttons.replaceChildren(warning, make('p', {class: 'buttons'}, all), startOver());
    focus(viewOf(attempt.ids[0]).heading);
  }

  // Result

  /** @param {QuizAttempt} attempt */
  function finish(attempt) {
    attempt.finished = true;
    for (const id of attempt.ids) {
      const answer = answerOf(attempt, id);
      attempt.answers[id] = {...answer, checked: true};
    }
    if (!attempt.parent) {
      const marks = Object.fromEntries(outcomes(attempt).map((it) => [it.view.question.id, tvartomQuizResult.mark(it)]));
      state.done[attempt.mode] = {when: new Date().toISOString(), marks};
    }
    save();
    showResult(attempt);
  }

  /** The scored questions of a go. @param {QuizAttempt} attempt @returns {QuizOutcome[]} */
  const outcomes = (attempt) => attempt.ids.map(viewOf).filter((view) => view.scored).map((view) => {
    const answer = answerOf(attempt, view.question.id);
    return {view, answer, score: scoreOf(view, answer)};
  });

  /** @param {QuizAttempt} attempt */
  function showResult(attempt) {
    state.current = attempt;
    save();
    setUp(attempt);
    const all = outcomes(attempt);
    const heading = make('h2', {class: 'result-title'}, attempt.parent ? words.retry_title : words.result);
    const report = {
      settings, outcomes: all, misconceptions: key.misconceptions, again: attempt.parent !== null, passes: attempt.mode !== 'pre',
      done: state.done, questions,
      see: (/** @type {QuizView} */ view) => review(attempt, view),
    };
    const kicker = make('p', {class: 'quiz-kicker result-mode'}, words[attempt.mode]);
    panel.replaceChildren(...(settings.modes.length > 1 ? [kicker] : []), heading, ...tvartomQuizResult.write(report),
      make('p', {class: 'small'}, kept ? words.privacy : words.not_stored));
    buttons.replaceChildren(resultButtons(attempt, all));
    window.scrollTo(0, 0);
    focus(heading);
  }

  /**
   * @param {QuizAttempt} attempt
   * @param {QuizOutcome[]} all
   */
  function resultButtons(attempt, all) {
    const wrong = all.filter((it) => !it.score.right).map((it) => it.view.question.id);
    const parent = attempt.parent;
    const out = make('nav', {class: 'what-next', 'aria-label': words.what_next}, make('h2', {}, words.what_next));
    const row = make('p', {class: 'buttons'});
    if (wrong.length > 0) row.append(button(words.retry, () => retry(attempt, wrong), true));
    row.append(button(words.review, () => review(attempt)));
    if (parent) row.append(button(words.back_to_result, () => showResult(parent)));
    row.append(make('a', {class: 'button', href: settings.handout}, words.open_handout));
    row.append(button(words.print, () => window.print()));
    const files = make('p', {class: 'buttons buttons-quiet'},
      button(words.export_table, () => tvartomQuizExport.saveTable(settings, state.done, questions, say)),
      button(words.export_data, () => tvartomQuizExport.saveData(settings, state.done, questions, say)));
    out.append(row, files, make('p', {class: 'buttons buttons-quiet'}, button(words.to_start, () => {
      showStart();
      save();
      focus(panel);
    }), clearButton()));
    return out;
  }

  /**
   * @param {QuizAttempt} attempt
   * @param {string[]} ids
   */
  function retry(attempt, ids) {
    state.attempts += 1;
    const seed = tvartomQuiz.hash(`${state.seed} ${attempt.mode} ${state.attempts}`);
    const parent = attempt.parent || attempt;
    state.current = {mode: attempt.mode, layout: 'one', ids, position: 0, seed, finished: false, answers: {}, parent};
    save();
    askAll(state.current, '');
  }

  /**
   * Every question of a go with what was said to it.
   * @param {QuizAttempt} attempt
   * @param {QuizView} [at]
   */
  function review(attempt, at) {
    area.classList.add('is-reviewing');
    for (const view of views) view.root.classList.toggle('is-away', !attempt.ids.includes(view.question.id));
    panel.replaceChildren(make('h2', {}, words.review), make('p', {class: 'buttons'}, button(words.back_to_result, () => showResult(attempt))));
    buttons.replaceChildren(make('p', {class: 'buttons'}, button(words.back_to_result, () => showResult(attempt), true)));
    const target = at || viewOf(attempt.ids[0]);
    focus(target.heading);
    target.root.scrollIntoView({block: 'start'});
  }

  // Opening

  /** Enter in a written answer checks it, as people expect. */
  area.addEventListener('keydown', (event) => {
    const attempt = state.current;
    const field = event.target;
    const written = field instanceof HTMLInputElement && field.type === 'text';
    if (event.key !== 'Enter' || event.isComposing || !written || !attempt || attempt.finished || attempt.layout !== 'one') return;
    // Else the same press would also activate the button that gets the focus.
    event.preventDefault();
    const view = viewOf(attempt.ids[attempt.position]);
    if (!answerOf(attempt, view.question.id).checked) check(attempt, view);
  });

  function open() {
    save();
    area.classList.add('is-running');
    const attempt = state.current;
    const known = attempt && attempt.ids.every((id) => questions[id]);
    if (attempt && known && attempt.finished) showResult(attempt);
    else if (attempt && known) askAll(attempt, words.resumed);
    else showStart(store.changed ? words.changed : '');
  }

  open();
})();
