// A participant's results as files of their own. They are made in the browser and sent nowhere.

var tvartomQuizExport = (() => {
  'use strict';

  const {make} = tvartomQuizPage;

  /**
   * @param {QuizSettings} settings
   * @param {Record<string, QuizDone>} done
   * @param {Record<string, QuizQuestion>} questions
   * @param {(text: string) => void} say
   */
  function saveTable(settings, done, questions, say) {
    const {words, sure, locale} = settings;
    const head = [words.export_mode, words.export_date, words.asked, words.your_answer, words.share_right, words.export_points,
      words.export_possible, words.sureness];
    const rows = taken(settings, done, questions).map((it) => [words[it.mode], it.when.slice(0, 10), it.question, it.given,
      it.fraction, it.points, it.weight * (settings.certainty ? 3 : 1), it.sure > 0 ? sure[it.sure - 1] : '']);
    // The mark in front tells spreadsheets that the letters are UTF-8.
    save(`${settings.id}.csv`, 'text/csv', `\ufeff${tvartomQuiz.table([head, ...rows], locale)}`);
    say(words.exported);
  }

  /**
   * @param {QuizSettings} settings
   * @param {Record<string, QuizDone>} done
   * @param {Record<string, QuizQuestion>} questions
   * @param {(text: string) => void} say
   */
  function saveData(settings, done, questions, say) {
    const {id: quiz, edition} = settings;
    const data = {version: 1, quiz, edition, language: settings.locale.tag, answers: taken(settings, done, questions)};
    save(`${quiz}.json`, 'application/json', `${JSON.stringify(data, null, 2)}\n`);
    say(settings.words.exported);
  }

  /**
   * Every scored answer of every mode that was gone through, in the order of the page.
   * @param {QuizSettings} settings
   * @param {Record<string, QuizDone>} done
   * @param {Record<string, QuizQuestion>} questions
   */
  const taken = ({modes}, done, questions) => modes.filter((mode) => done[mode]).flatMap((mode) =>
    Object.keys(questions).filter((id) => done[mode].marks[id]).map((id) => {
      const {fraction, points, weight, sure, beliefs = [], given = ''} = done[mode].marks[id];
      return {mode, when: done[mode].when, id, question: questions[id].text, given, fraction, points, weight, sure, beliefs};
    }));

  /**
   * @param {string} name
   * @param {string} type
   * @param {string} text
   */
  function save(name, type, text) {
    const url = URL.createObjectURL(new Blob([text], {type}));
    const link = make('a', {href: url, download: name.replace(/[^\p{L}\p{N}._-]+/gu, '-')});
    document.body.append(link);
    link.click();
    link.remove();
    // The browser reads the file after the click; it is let go once that is long past.
    setTimeout(() => URL.revokeObjectURL(url), 60000);
  }

  return {saveTable, saveData};
})();
