// What an answer is worth: the functions of quiz-score.js, which need no page.

import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import vm from 'node:vm';

const script = readFileSync(new URL('../../themes/default/assets/quiz-score.js', import.meta.url), 'utf8');
const quiz = vm.runInNewContext(`${script}; tvartomQuiz`);
const SWEDISH = {tag: 'sv', decimal: ',', group: '\u00a0'};
const ENGLISH = {tag: 'en', decimal: '.', group: ','};

const is = (accepted, typed) => quiz.parts({response: 'short', solution: accepted}, [typed], ENGLISH)[0];

test('an answer is right with the marks of any keyboard', () => {
  // A gap's word is set text, with curled marks; what is typed is straight on one keyboard and curled on another.
  assert.ok(is(['don\u2019t'], "don't") && is(["customer's"], 'Customer\u2019s'));
  assert.ok(is(['win\u2013win'], 'win-win') && is(['\u201cyes\u201d'], '"yes"') && is(['wait\u2026'], 'wait...'));
  assert.ok(is(['buying process'], '  Buying \u00a0 Process '));
  assert.ok(!is(['win-win'], 'win win') && !is(['its'], "it's"));
});

test('a number is read with either decimal mark, grouped or not', () => {
  const read = (text, locale) => quiz.parseNumber(text, locale);
  for (const text of ['0,5', '0.5', ',5', '.5']) assert.equal(read(text, SWEDISH), 0.5, text);
  assert.equal(read('\u2212.5', ENGLISH), -0.5);
  assert.equal(read('12 500 kr', SWEDISH), 12500);
  assert.equal(read('12,500', ENGLISH), 12500);
  assert.equal(read('ca. 60 %', SWEDISH), 60);
  assert.equal(read('ca.60 %', SWEDISH), 60);
  for (const text of ['', 'many', '10 or 20', '10\u201320']) assert.ok(Number.isNaN(read(text, ENGLISH)), text);
});
