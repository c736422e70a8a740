// The result: score, how sure against how right, what to look at again, before beside after.

/**
 * A question of the go that is summed up.
 * @typedef {{view: QuizView, answer: QuizAnswer, score: QuizScore}} QuizOutcome
 *
 * What the result needs to know of the page.
 * @typedef {object} QuizReport
 * @property {QuizSettings} settings
 * @property {Record<string, {html: string, href: string | null}>} misconceptions
 * @property {QuizOutcome[]} outcomes those that are scored
 * @property {boolean} again whether it is a retry of wrong answers
 * @property {boolean} passes whether there is something to pass: not before the course
 * @property {Record<string, QuizDone>} done
 * @property {Record<string, QuizQuestion>} questions
 * @property {(view: QuizView) => void} see
 */

var tvartomQuizResult = (() => {
  'use strict';

  const {fill, make, running, hidden, square, bar, number, percent, points} = tvartomQuizPage;

  /** @param {QuizOutcome} outcome @returns {QuizMark} */
  const mark = ({view, answer, score}) => ({
    fraction: score.fraction,
    sure: answer.sure,
    points: score.points,
    weight: view.question.points,
    beliefs: believed(view.question, answer),
    given: score.answered ? view.inWords(answer.response) : '',
  });

  /** The misconceptions that the chosen options stand for. @param {QuizQuestion} question @param {QuizAnswer} answer */
  function believed({response, misconceptions}, answer) {
    if (response !== 'choice' && response !== 'choices') return [];
    return answer.response.map((it) => misconceptions[Number(it)]).filter((it) => typeof it === 'string');
  }

  /**
   * Everything under the heading.
   * @param {QuizReport} report
   * @returns {HTMLElement[]}
   */
  function write(report) {
    const {settings, outcomes} = report;
    const marks = outcomes.map(mark);
    if (marks.length === 0) return [make('p', {}, settings.words.not_scored_at_all)];
    /** @type {(HTMLElement | null)[]} */
    const parts = [scoreLines(marks, report), wrongAnswers(report)];
    if (settings.confidence) parts.push(calibration(marks, settings));
    if (!report.again) parts.push(comparison(report), beliefs(report));
    return /** @type {HTMLElement[]} */ (parts.filter((it) => it !== null));
  }

  /**
   * @param {QuizMark[]} marks
   * @param {QuizReport} report
   */
  function scoreLines(marks, {settings, again, passes}) {
    const {words, locale} = settings;
    const sum = tvartomQuiz.total(marks, settings);
    const out = make('div', {class: again ? 'score' : 'score on-ink'});
    if (again) {
      out.append(make('p', {class: 'score-line'}, fill(words.retry_score, {n: sum.right, total: sum.questions})));
      return out;
    }
    out.append(make('p', {class: 'score-line'}, fill(words.score, {n: sum.right, total: sum.questions})));
    out.append(make('p', {class: 'score-squares'}, ...marks.map((it) => square(it.fraction > 1 - 1e-9 ? 'right' : 'wrong'))));
    const values = {n: number(sum.points, locale), total: number(sum.max, locale), share: percent(sum.share, locale)};
    out.append(make('p', {}, fill(settings.certainty ? words.certainty_points : words.share_points, values)));
    if (!passes) return out;
    const needed = settings.certainty ? points(sum.needed, settings) : percent(settings.pass / 100, locale);
    out.append(make('p', {class: 'score-pass'}, fill(sum.passed ? words.passed : words.not_passed, {n: needed})));
    return out;
  }

  /**
   * What to look at again: first what one was sure of.
   * @param {QuizReport} report
   */
  function wrongAnswers(report) {
    const {words} = report.settings;
    const wrong = report.outcomes.filter((it) => !it.score.right);
    if (wrong.length === 0) return make('p', {}, words.all_right);
    const sure = wrong.filter((it) => it.answer.sure > 1).sort((a, b) => b.answer.sure - a.answer.sure);
    const rest = wrong.filter((it) => it.answer.sure <= 1);
    const out = make('div', {});
    if (sure.length > 0) {
      out.append(make('section', {class: 'again again-sure', 'aria-labelledby': 'quiz-sure-wrong'},
        make('h3', {id: 'quiz-sure-wrong'}, words.sure_and_wrong),
        make('p', {}, words.sure_and_wrong_lead),
        make('ol', {class: 'again-list'}, ...sure.map((it) => wrongAnswer(it, report)))));
    }
    if (rest.length > 0) {
      out.append(make('section', {class: 'again', 'aria-labelledby': 'quiz-other-wrong'},
        make('h3', {id: 'quiz-other-wrong'}, words.other_wrong),
        make('ol', {class: 'again-list'}, ...rest.map((it) => wrongAnswer(it, report)))));
    }
    return out;
  }

  /**
   * @param {QuizOutcome} outcome
   * @param {QuizReport} report
   */
  function wrongAnswer({view, answer, score}, {settings, misconceptions, see}) {
    const {words, locale, sure} = settings;
    const {question} = view;
    const out = make('li', {class: 'again-item'}, make('p', {class: 'again-question'}, question.text));
    const given = score.answered ? `${words.your_answer}: ${view.inWords(answer.response)}` : words.unanswered;
    const said = answer.sure > 0 ? fill(words.you_were, {sure: sure[answer.sure - 1].toLocaleLowerCase(locale.tag)}) : '';
    out.append(make('p', {class: 'again-given'}, given, said && make('span', {class: 'again-sureness'}, ` · ${said}`)));
    out.append(make('p', {class: 'again-given'}, `${words.right_answer}: ${view.inWords(view.rightResponse())}`));
    const wrong = question.response === 'choice' || question.response === 'choices'
      ? answer.response.filter((it) => ![].concat(question.solution).some((right) => String(right) === it)) : [];
    let href = '';
    let told = false;
    for (const option of wrong.map(Number)) {
      const belief = misconceptions[question.misconceptions[option] || ''];
      if (belief) {
        out.append(make('p', {class: 'belief-label'}, words.belief_behind), quotation(belief.html, locale));
        href ||= belief.href || '';
      }
      const why = question.why_option[option];
      if (why) out.append(running('p', 'again-why', why));
      told ||= Boolean(why);
    }
    if (!told && question.why) out.append(running('p', 'again-why', question.why));
    const look = make('a', {href: `#question-${question.number}`}, words.see_question, hidden(`: ${question.text}`));
    look.addEventListener('click', (event) => {
      event.preventDefault();
      see(view);
    });
    const read = make('a', {href: href || settings.handout}, words.read_more, hidden(`: ${question.text}`));
    out.append(make('p', {class: 'again-links'}, read, look));
    return out;
  }

  /**
   * A belief in the voice of what people say.
   * @param {string} html
   * @param {QuizLocale} locale
   */
  function quotation(html, locale) {
    const out = make('p', {class: 'quiz-said'}, make('span', {class: 'quote-open'}, locale.open));
    out.append(running('span', '', html), locale.close);
    return out;
  }

  /**
   * @param {QuizMark[]} marks
   * @param {QuizSettings} settings
   */
  function calibration(marks, settings) {
    const {words, locale, sure} = settings;
    const {n, levels, brier, leaning} = tvartomQuiz.calibration(marks);
    if (n === 0) return null;
    const certain = levels[2];
    const sentence = certain.n === 0 ? words.never_certain : fill(words.certain_share, {
      share: percent(certain.n / n, locale),
      right_share: percent(certain.right / certain.n, locale),
      right: certain.right,
      n: certain.n,
    });
    const lean = leaning > 0 ? words.overconfident : leaning < 0 ? words.underconfident : words.calibrated;
    const rows = levels.map((it) => make('tr', {},
      make('th', {scope: 'row'}, sure[it.sure - 1]),
      make('td', {class: 'squares'}, ...squares(it.right, it.n)),
      make('td', {class: 'quiz-figure'}, String(it.n)),
      make('td', {class: 'quiz-figure'}, String(it.right)),
      make('td', {class: 'quiz-figure'}, it.n > 0 ? percent(it.right / it.n, locale) : '–'),
      make('td', {class: 'quiz-against'}, it.n > 0 && bar(it.right / it.n, it.expected))));
    const [low, middle, high] = levels.map((it) => percent(it.expected, locale));
    const head = [words.sureness, null, words.answers, words.number_right, words.share_right, null].map((it, idx) =>
      it === null ? make('td', {}) : make('th', {scope: 'col', class: idx > 0 && 'quiz-figure'}, it));
    return make('section', {class: 'calibration', 'aria-labelledby': 'quiz-calibration'},
      make('h3', {id: 'quiz-calibration'}, words.calibration),
      make('p', {class: 'calibration-line'}, sentence),
      make('p', {}, lean, n < 10 && ` ${words.few_answers}`),
      make('p', {class: 'calibration-brier'}, fill(words.brier, {n: number(brier, locale)})),
      make('table', {}, make('thead', {}, make('tr', {}, ...head)), make('tbody', {}, ...rows)),
      make('p', {class: 'small'}, fill(words.stands_for, {n: low, m: middle, total: high})),
      make('p', {class: 'small', 'aria-hidden': 'true'}, words.squares));
  }

  /**
   * @param {number} right
   * @param {number} n
   */
  const squares = (right, n) => Array.from({length: n}, (_, idx) => square(idx < right ? 'right' : 'wrong'));

  /**
   * The modes gone through on this device, side by side, by the questions they share.
   * @param {QuizReport} report
   */
  function comparison({settings, done, questions}) {
    const {words, locale} = settings;
    const modes = settings.modes.filter((it) => done[it]);
    if (modes.length < 2) return null;
    const last = done[modes[modes.length - 1]].marks;
    const first = done[modes[0]].marks;
    const shared = Object.keys(first).filter((id) => questions[id] && modes.every((it) => done[it].marks[id]));
    if (shared.length === 0) return null;
    const {gained, lost} = tvartomQuiz.compare(pick(first, shared), pick(last, shared));
    const count = (/** @type {string} */ mode, /** @type {(it: QuizMark) => boolean} */ is) =>
      shared.filter((id) => is(done[mode].marks[id])).length;
    const right = (/** @type {QuizMark} */ it) => it.fraction > 1 - 1e-9;
    const rows = [make('tr', {}, make('th', {scope: 'row'}, words.number_right), ...modes.map((mode) => {
      const share = count(mode, right) / shared.length;
      return make('td', {}, percent(share, locale), bar(share));
    }))];
    if (settings.confidence) {
      rows.push(make('tr', {}, make('th', {scope: 'row'}, words.certain_and_wrong),
        ...modes.map((mode) => make('td', {}, String(count(mode, (it) => !right(it) && it.sure === 3))))));
    }
    const each = shared.map((id) => make('tr', {}, make('th', {scope: 'row'}, questions[id].text),
      ...modes.map((mode) => make('td', {}, ...inWords(done[mode].marks[id], words)))));
    const head = make('thead', {}, make('tr', {}, make('th', {scope: 'col'}, words.asked),
      ...modes.map((it) => make('th', {scope: 'col'}, words[it]))));
    const sentence = shared.length === 1 ? words.compared_one : words.compared;
    return make('section', {class: 'comparison', 'aria-labelledby': 'quiz-comparison'},
      make('h3', {id: 'quiz-comparison'}, words.comparison),
      make('p', {}, fill(sentence, {n: shared.length, gained: gained.length, lost: lost.length})),
      make('table', {}, head, make('tbody', {class: 'comparison-sum'}, ...rows), make('tbody', {}, ...each)));
  }

  /**
   * What one held for true the first time and the last, for each misconception the questions can show.
   * @param {QuizReport} report
   */
  function beliefs({settings, done, questions, misconceptions}) {
    const {words, locale, modes} = settings;
    const taken = modes.filter((it) => done[it]);
    if (taken.length < 2) return null;
    const ends = [taken[0], taken[taken.length - 1]];
    const [before, after] = ends.map((it) => done[it].marks);
    const shift = tvartomQuiz.beliefShift(Object.values(questions), before, after).filter((it) => misconceptions[it.belief]);
    if (shift.length === 0) return null;
    const counts = {total: shift.length, before: shift.filter((it) => it.before).length, after: shift.filter((it) => it.after).length};
    const cell = (/** @type {boolean} */ held) => make('td', {}, square(held ? 'wrong' : 'right'), held ? words.held : words.not_held);
    const rows = shift.map((it) => {
      const {html, href} = misconceptions[it.belief];
      const said = quotation(html, locale);
      const read = it.after && href ? make('a', {class: 'small', href}, words.read_more, hidden(`: ${said.textContent}`)) : null;
      return make('tr', {}, make('th', {scope: 'row'}, said, read), cell(it.before), cell(it.after));
    });
    const head = make('tr', {}, make('th', {scope: 'col'}, words.belief), ...ends.map((it) => make('th', {scope: 'col'}, words[it])));
    return make('section', {class: 'beliefs', 'aria-labelledby': 'quiz-beliefs'},
      make('h3', {id: 'quiz-beliefs'}, words.beliefs),
      make('p', {}, fill(words.beliefs_lead, counts)),
      make('table', {}, make('thead', {}, head), make('tbody', {}, ...rows)));
  }

  /**
   * @param {Record<string, QuizMark>} marks
   * @param {string[]} ids
   */
  const pick = (marks, ids) => Object.fromEntries(ids.map((id) => [id, marks[id]]));

  /**
   * @param {QuizMark} it
   * @param {Record<string, string>} words
   * @returns {Node[]}
   */
  function inWords(it, words) {
    const right = it.fraction > 1 - 1e-9;
    const word = right ? words.right : it.fraction > 0 ? words.partly : words.wrong;
    return [square(right ? 'right' : 'wrong'), document.createTextNode(word)];
  }

  return {write, mark};
})();
