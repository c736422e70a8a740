// Clocks, by a clock the test holds: countdowns and the talk's pace against its plan.

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {at, go, inDeck, presenter, slideIds} from './decks.mjs';

/** Stops all clocks of a showing, and loads its deck by them. */
async function stopClocks(page, context) {
  await context.clock.install({time: new Date('2027-02-03T08:59:00')});
  await page.reload();
  await context.clock.pauseAt(new Date('2027-02-03T09:00:00'));
  await page.waitForFunction(() => 'tvartom' in window);
}

test('a countdown shows what is left, ends, and survives other slides and a reload', () => inDeck(async (page, {context, ids}) => {
  await stopClocks(page, context);
  const {id, seconds} = await page.evaluate(() => {
    const timer = [...document.querySelectorAll('.timer')].sort((a, b) => b.dataset.seconds - a.dataset.seconds)[0];
    return {id: timer.closest('.slide').id, seconds: Number(timer.dataset.seconds)};
  });
  assert.ok(seconds >= 300, 'a deck has a countdown of five minutes or more');
  const face = () => page.evaluate((it) => document.querySelector(`#${CSS.escape(it)} .timer-face`).textContent, id);
  const clock = (left) => `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  await go(page, id);
  await page.keyboard.press('t');
  await context.clock.fastForward(299_000);
  assert.equal(await face(), clock(seconds - 299));
  await page.keyboard.press('Home');
  await at(page, ids[0]);
  await page.reload();
  await page.waitForFunction(() => 'tvartom' in window);
  await context.clock.fastForward(1000);
  assert.equal(await face(), clock(seconds - 300));
  await go(page, id);
  await page.keyboard.press('t');
  const held = await face();
  await context.clock.fastForward(60_000);
  assert.equal(await face(), held, 'it stands still while it is paused');
  await page.locator('.slide.current .timer-buttons button').last().click();
  await context.clock.fastForward(500);
  assert.equal(await face(), clock(seconds - 300 + 60), 'a minute more');
  await page.keyboard.press('t');
  await context.clock.fastForward((seconds - 240) * 1000 - 1000);
  assert.equal(await face(), '0:01');
  assert.equal(await page.locator('.slide.current .timer-over').count(), 0);
  await context.clock.fastForward(2000);
  assert.equal(await page.locator('.slide.current .timer-over').count(), 1);
  assert.doesNotMatch(await face(), /\d/, 'it says that time is up');
  await page.keyboard.press('t');
  await context.clock.fastForward(1000);
  assert.equal(await face(), clock(seconds - 1), 'and starts anew');
}));

/** Minutes planned until each slide starts and until it ends, worked out from the page. */
const schedule = (page) => page.evaluate(() => {
  const slides = [...document.querySelectorAll('.deck > .slide')];
  const starts = slides.map((it, idx) => (it.dataset.minutes === undefined ? -1 : idx)).filter((it) => it >= 0);
  return slides.map((_, at) => {
    const begins = starts.findLast((it) => it <= at) ?? 0;
    const ends = starts.find((it) => it > at) ?? slides.length;
    const before = starts.filter((it) => it < begins).reduce((sum, it) => sum + Number(slides[it].dataset.minutes), 0);
    const share = Number(slides[begins].dataset.minutes || 0) / (ends - begins);
    return [before + share * (at - begins), before + share * (at - begins + 1)];
  });
});

test('the pace is what the schedule says, and stands still while a question is answered', () => inDeck(async (page, {context}) => {
  await stopClocks(page, context);
  const ids = await slideIds(page);
  const planned = await schedule(page);
  const desk = await presenter(page, context);
  const bar = () => desk.locator('.desk-bar span').last().textContent();
  const pause = () => desk.locator('.desk-buttons button').nth(2).click();
  assert.match(await desk.locator('.desk-bar').textContent(), /09[.:]00/);
  assert.doesNotMatch(await bar(), /\bi fas\b/, 'nothing is said before the talk has begun');
  const middle = Math.floor(ids.length / 2);
  const [from, to] = planned[middle];
  assert.ok(from > 5 && to > from);
  await go(page, ids[middle]);
  await at(desk, ids[middle]);
  const minutes = (n) => context.clock.fastForward(Math.round(n * 60_000));
  await minutes(0.1);
  assert.match(await bar(), new RegExp(`\\b${Math.floor(from - 0.1)} min före`), '1: much too early');
  await minutes((from + to) / 2 - 0.1);
  assert.match(await bar(), /\bi fas\b/, '2: just in time');
  await pause();
  await minutes(30);
  assert.match(await bar(), /\bi fas\b/, '3: a pause costs nothing');
  await pause();
  await minutes(to - (from + to) / 2 + 4.5);
  assert.match(await bar(), /\b4 min efter/, '4: four minutes and a half too late');
  await go(page, ids[middle + 6]);
  await at(desk, ids[middle + 6]);
  await minutes(0.01);
  const now = to + 4.5 + 0.01;
  const [start, end] = planned[middle + 6];
  const expected = now > end + 1 ? `\\b${Math.floor(now - end)} min efter` : now < start - 1 ? `\\b${Math.floor(start - now)} min före` : 'i fas';
  assert.match(await bar(), new RegExp(expected), '5: on another slide');
}));
