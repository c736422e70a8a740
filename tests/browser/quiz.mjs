// The quiz as somebody takes it: by keyboard alone, every kind right and wrong, to the result and back.

import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {violations} from './axe.mjs';
import {inBrowser, none, open} from './browser.mjs';
import {fileUrl, languageOf, pagesOf} from './site.mjs';

const KINDS = ['choice', 'choices', 'number', 'order', 'match', 'cloze', 'short', 'open', 'scale'];

/** The quiz in a language that asks in every way there is. */
const quizOf = (language) => pagesOf('quiz').find((it) => languageOf(it) === language && it.includes('/larstilar/quiz'));

/** The questions with their answers, the words and the modes, as the page has them. */
const dataOf = (page) => page.evaluate(() => {
  const bytes = Uint8Array.from(atob(document.getElementById('quiz-key').textContent.trim()), (it) => it.charCodeAt(0));
  return {
    ...JSON.parse(new TextDecoder().decode(bytes)),
    ...JSON.parse(document.getElementById('quiz-settings').textContent),
  };
});

async function inQuiz(language, act) {
  await inBrowser({}, async (page, {heard}) => {
    const name = quizOf(language);
    await open(page, fileUrl(name));
    await act(page, await dataOf(page), name);
    none(heard, 'complaints');
  });
}

/** Goes to an element by Tab alone. */
async function tabTo(page, locator) {
  await locator.waitFor();
  for (let stops = 0; stops < 80; stops += 1) {
    if (await locator.evaluate((it) => it === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`Tab does not reach ${locator}`);
}

/** Ticks one of several radio buttons: Tab into the group, arrows within. */
async function pick(page, group, value) {
  const buttons = page.locator(`input[name="${group}"]`);
  const values = await buttons.evaluateAll((all) => all.map((it) => it.value));
  // Tab comes to the one that is ticked, else to the first.
  const ticked = await buttons.evaluateAll((all) => all.findIndex((it) => it.checked));
  const from = Math.max(0, ticked);
  await tabTo(page, buttons.nth(from));
  const way = values.indexOf(String(value)) - from;
  for (let moves = 0; moves < Math.abs(way); moves += 1) await page.keyboard.press(way > 0 ? 'ArrowDown' : 'ArrowUp');
  await page.keyboard.press('Space');
  assert.equal(await page.locator(`input[name="${group}"]:checked`).getAttribute('value'), String(value));
}

async function press(page, text) {
  await tabTo(page, page.locator('#quiz-panel button, #quiz-buttons button').getByText(text, {exact: true}));
  await page.keyboard.press('Enter');
}

const begin = async (page, data, mode) => {
  await pick(page, 'mode', mode);
  await press(page, data.words.start);
  await page.locator('.quiz-question:not(.is-away)').first().waitFor();
};

/** Answers the question that is shown, right or wrong, and says how sure. */
async function answer(page, data, right, sure) {
  const root = page.locator('.quiz-question:not(.is-away)');
  assert.equal(await root.count(), 1, 'one question at a time');
  const id = await root.getAttribute('data-question');
  const question = data.questions.find((it) => it.id === id);
  const name = `answer-${question.number}`;
  const {solution} = question;
  switch (question.response) {
    case 'choice':
      await pick(page, name, right ? solution : question.why_option.findIndex((_, idx) => idx !== solution));
      break;
    case 'choices':
      for (const [idx] of question.why_option.entries()) {
        if (solution.includes(idx) !== right) continue;
        await root.locator(`input[type="checkbox"][value="${idx}"]`).waitFor();
        // Options are shown in an order of their own, so Tab goes round.
        await tabTo(page, root.locator(`input[type="checkbox"][value="${idx}"]`));
        await page.keyboard.press('Space');
      }
      break;
    case 'number':
      await tabTo(page, root.locator('input[type="text"]'));
      await page.keyboard.type(right ? solution.texts[0] : String(solution.high + 1000));
      break;
    case 'order':
      await arrange(page, root, right ? solution : [...solution].reverse());
      break;
    case 'match':
      for (const [idx, place] of solution.entries()) {
        const select = root.locator('select').nth(idx);
        await tabTo(page, select);
        const wanted = String(right ? place : solution[(idx + 1) % solution.length]);
        const options = await select.evaluate((it) => [...it.options].map((at) => at.value));
        for (let moves = 0; moves < options.indexOf(wanted); moves += 1) await page.keyboard.press('ArrowDown');
        assert.equal(await select.inputValue(), wanted);
      }
      break;
    case 'cloze':
      for (const [idx, accepted] of solution.entries()) {
        await tabTo(page, root.locator('input[type="text"]').nth(idx));
        await page.keyboard.type(right ? accepted[0] : 'xyzzy');
      }
      break;
    case 'short':
      await tabTo(page, root.locator('input[type="text"]'));
      await page.keyboard.type(right ? solution.at(-1).toUpperCase() : 'xyzzy');
      break;
    case 'open':
      await tabTo(page, root.locator('textarea'));
      await page.keyboard.type('Some words of my own.');
      break;
    case 'scale':
      await pick(page, name, await root.locator(`input[name="${name}"]`).last().getAttribute('value'));
      break;
    default:
      assert.fail(`an unknown kind: ${question.response}`);
  }
  if (await root.locator('.sure').count()) await pick(page, `sure-${question.number}`, sure);
  return {question, root};
}

/** Moves items up with their buttons until they stand in order. */
async function arrange(page, root, order) {
  for (const [place, item] of order.entries()) {
    const up = root.locator(`.quiz-order-item[data-item="${item}"] .move-up`);
    const at = () => root.locator('.quiz-order-item').evaluateAll((all, it) => all.findIndex((one) => one.dataset.item === it), String(item));
    if ((await at()) > place) await tabTo(page, up);
    while ((await at()) > place) {
      assert.ok(await up.evaluate((it) => it === document.activeElement), 'a moved item keeps the focus');
      await page.keyboard.press('Enter');
    }
  }
}

/** Takes a go from its start panel to its result. `isRight` decides for each question. */
async function take(page, data, mode, isRight, look = async () => {}) {
  await begin(page, data, mode);
  const count = data.questions.filter((it) => it.uses.includes(mode)).length;
  const taken = [];
  for (let idx = 0; idx < count; idx += 1) {
    const right = isRight(idx);
    const {question, root} = await answer(page, data, right, right ? 3 : 2);
    await press(page, data.words.check);
    await root.locator('.verdict').waitFor();
    await look(question, root, right);
    taken.push({question, right});
    await press(page, idx + 1 < count ? data.words.next : data.words.to_result);
  }
  await page.locator('.result-title').waitFor();
  return taken;
}

for (const language of ['sv', 'en']) {
  for (const right of [true, false]) {
    test(`every kind of question, answered ${right ? 'right' : 'wrong'} by keyboard, says so in words (${language})`, () =>
      inQuiz(language, async (page, data, name) => {
        assert.deepEqual([...new Set(data.questions.map((it) => it.response))].sort(), [...KINDS].sort(), 'the shipped quiz asks in every way');
        const kinds = new Set();
        const found = [];
        for (const mode of data.modes) {
          const taken = await take(page, data, mode, () => right, async (question, root, isRight) => {
            const verdict = await root.locator('.verdict-word').innerText();
            const scored = question.points > 0;
            const expected = !scored ? '' : isRight ? data.words.right : data.words.wrong;
            if (scored) assert.equal(verdict.trim(), expected, `${question.id} in ${mode}`);
            if (scored && !isRight && question.response !== 'order') {
              assert.ok((await root.innerText()).length > (await root.locator('legend').first().innerText()).length + 40, 'says what is right');
            }
            if (!kinds.has(question.response)) found.push(...(await violations(page, `${name} ${question.id}, checked`)));
            kinds.add(question.response);
            assert.equal(await page.evaluate(() => document.activeElement !== document.body), true, 'the focus is somewhere');
          });
          const scored = taken.filter((it) => it.question.points > 0);
          const score = data.words.score.replace('{n}', right ? scored.length : 0).replace('{total}', scored.length);
          assert.equal((await page.locator('.score-line').innerText()).trim(), score);
          found.push(...(await violations(page, `${name} result of ${mode}`)));
          await press(page, data.words.to_start);
        }
        assert.deepEqual([...kinds].sort(), [...KINDS].sort());
        none(found, 'violations');
      }));
  }
}

test('an answer is asked for before it is checked, and the message stands beside the question', () => inQuiz('sv', async (page, data) => {
  await begin(page, data, 'post');
  await press(page, data.words.check);
  const root = page.locator('.quiz-question:not(.is-away)');
  await root.locator('.quiz-question-error').waitFor();
  assert.equal(await root.locator('.verdict').count(), 0);
  assert.ok(await root.evaluate((it) => it.contains(document.activeElement)), 'the focus goes to what is missing');
  assert.match(await page.locator('#quiz-status').innerText(), /\S/);
}));

test('the result shows how sure one was against how right, what to read again, and lets one try again', () => inQuiz('en', async (page, data) => {
  const taken = await take(page, data, 'post', (idx) => idx % 2 === 0);
  const wrong = taken.filter((it) => it.question.points > 0 && !it.right);
  assert.equal(await page.locator('.again-item').count(), wrong.length);
  const rows = await page.locator('.calibration tbody tr').evaluateAll((all) => all.map((it) => [...it.querySelectorAll('.quiz-figure')].map((at) => at.textContent)));
  const right = taken.filter((it) => it.question.points > 0 && it.right).length;
  assert.deepEqual(rows[2].slice(0, 2), [String(right), String(right)], 'certain and right');
  assert.deepEqual(rows[1].slice(0, 2), [String(wrong.length), '0'], 'fairly sure and wrong');
  for (const link of await page.locator('.again-links a[href*=".html"]').all()) assert.match(await link.getAttribute('href'), /handout\.html/);
  await press(page, data.words.retry);
  assert.equal(await page.locator('.progress .square').count(), wrong.length);
}));

test('a reload goes on where one was, with what was answered', () => inQuiz('sv', async (page, data) => {
  await begin(page, data, 'post');
  await answer(page, data, true, 3);
  await press(page, data.words.check);
  await press(page, data.words.next);
  const second = await page.locator('.quiz-question:not(.is-away)').getAttribute('data-question');
  const {question} = await answer(page, data, true, 2);
  assert.equal(question.id, second);
  await page.reload();
  await page.locator('.quiz-note').getByText(data.words.resumed).waitFor();
  const root = page.locator('.quiz-question:not(.is-away)');
  assert.equal(await root.getAttribute('data-question'), second);
  assert.equal(await root.locator(`input[name="sure-${question.number}"]:checked`).getAttribute('value'), '2');
  await press(page, data.words.check);
  assert.equal((await root.locator('.verdict-word').innerText()).trim(), data.words.right, 'the answer was kept');
}));

test('before and after stand side by side, and answers can be taken away', () => inQuiz('sv', async (page, data) => {
  await take(page, data, 'pre', () => false);
  assert.equal(await page.locator('.comparison').count(), 0);
  assert.equal(await page.locator('.score-pass').count(), 0, 'before the course there is nothing to pass');
  await press(page, data.words.to_start);
  await take(page, data, 'post', () => true);
  assert.equal(await page.locator('.score-pass').count(), 1);
  const shared = data.questions.filter((it) => it.points > 0 && it.uses.includes('pre') && it.uses.includes('post')).length;
  const words = data.words.compared.replace('{n}', shared).replace('{gained}', shared).replace('{lost}', 0);
  assert.equal((await page.locator('.comparison > p').first().innerText()).trim(), words);
  assert.equal(await page.locator('.comparison tbody').last().locator('tr').count(), shared);
  await page.reload();
  await page.locator('.comparison').waitFor();
  await press(page, data.words.clear);
  await page.locator('dialog[open]').getByText(data.words.clear_yes, {exact: true}).click();
  await page.getByText(data.words.cleared).first().waitFor();
  const left = await page.evaluate(() => Object.entries(localStorage).map(([, value]) => JSON.parse(value)).filter((it) => it.current || Object.keys(it.done).length));
  assert.deepEqual(left, []);
}));

test('the Brier score and the levels are those of a table reckoned by hand', () => inQuiz('en', async (page, data) => {
  // Certain stands for 90 per cent, fairly sure for 73, guessing for 50: the squares are 0.01, 0.81; 0.0729, 0.5329; 0.25, 0.25.
  const said = await page.evaluate(() => tvartomQuiz.calibration([[1, 3], [0, 3], [1, 2], [0.5, 2], [1, 1], [0, 1], [1, 0]]
    .map(([fraction, sure]) => ({fraction, sure, points: 1, weight: 1}))));
  assert.equal(said.n, 6, 'who does not say how sure is left out');
  assert.ok(Math.abs(said.brier - 1.9258 / 6) < 1e-12, String(said.brier));
  assert.deepEqual(said.levels.map((it) => [it.n, it.right]), [[2, 1], [2, 1], [2, 1]]);

  const wrong = (question) => question.why_option.map((_, idx) => idx).filter((idx) => ![question.solution].flat().includes(idx))
    .slice(0, question.response === 'choice' ? 1 : undefined).map((idx) => question.misconceptions[idx]).filter(Boolean);
  const before = await take(page, data, 'pre', () => false);
  await press(page, data.words.to_start);
  const after = await take(page, data, 'post', (idx) => idx % 3 !== 0);
  const scored = after.filter((it) => it.question.points > 0);
  const right = scored.filter((it) => it.right).length;
  const brier = (right * 0.01 + (scored.length - right) * 0.5329) / scored.length;
  assert.equal((await page.locator('.calibration-brier').innerText()).trim(), data.words.brier.replace('{n}', String(Math.round(brier * 100) / 100)));

  const shared = before.filter((it) => it.question.points > 0 && it.question.uses.includes('post')).map((it) => it.question);
  const known = (found) => [...new Set(found)].filter((it) => data.misconceptions[it]);
  const all = known(shared.flatMap((it) => it.misconceptions).filter(Boolean));
  const then = known(shared.flatMap(wrong));
  const now = known(after.filter((it) => !it.right && shared.some((at) => at.id === it.question.id)).flatMap((it) => wrong(it.question)));
  assert.ok(then.length > 0 && then.length < all.length, 'some beliefs were held, and not all');
  const lead = data.words.beliefs_lead.replace('{total}', all.length).replace('{before}', then.length).replace('{after}', now.length);
  assert.equal((await page.locator('.beliefs > p').first().innerText()).trim(), lead);
  assert.equal(await page.locator('.beliefs tbody tr').count(), all.length);
}));

test('results are saved as a table and as data, from the keyboard and without leaving the browser', () => inQuiz('sv', async (page, data) => {
  const taken = (await take(page, data, 'post', () => true)).filter((it) => it.question.points > 0);
  const saved = async (words) => {
    const [file] = await Promise.all([page.waitForEvent('download'), press(page, words)]);
    return {name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8')};
  };
  const table = await saved(data.words.export_table);
  assert.match(table.name, /\.csv$/);
  assert.ok(table.text.startsWith('\ufeff"') && table.text.includes(';'), 'semicolons where commas are decimal marks');
  assert.equal(table.text.trim().split('\r\n').length, taken.length + 1);
  const read = JSON.parse((await saved(data.words.export_data)).text);
  assert.deepEqual(read.answers.map((it) => it.id).sort(), taken.map((it) => it.question.id).sort());
  assert.ok(read.answers.every((it) => it.fraction === 1 && it.sure === 3 && it.given !== ''));
  const risky = await page.evaluate(() => tvartomQuiz.table([['=1+1', 'say "so"', 0.5]], {decimal: ','}));
  assert.equal(risky, '"\'=1+1";"say ""so""";0,5\r\n', 'no formulas, quotes doubled');
}));

test('without a script the questions are there to read, and the answers are not', () => inBrowser({javaScriptEnabled: false}, async (page) => {
  await page.goto(fileUrl(quizOf('sv')));
  const text = await page.evaluate(() => document.body.innerText);
  assert.ok((await page.locator('.quiz-question:visible').count()) > 5);
  assert.match(text, /JavaScript/);
  const {questions} = await dataOf(page);
  none(questions.flatMap((it) => [it.why, ...it.why_option]).filter((it) => it && text.includes(it.replace(/<[^>]*>/g, ''))), 'answers in sight');
}));
