// A claim's votes: their order cannot be broken, whichever way one comes; nothing of the answer before the second; with or without counts.

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {at, chain, go, inDeck, kept, position, presenter, spokenOn, type} from './decks.mjs';

test('nobody comes past a vote that has not been held: by number, overview, address or link', () => inDeck(async (page) => {
  const {first, second, shift, reality, ids} = await chain(page);
  const told = () => page.evaluate(() => document.querySelector('.toast').textContent);
  for (const target of [shift, reality, second, first + 1]) {
    await page.keyboard.press('Home');
    await type(page, target + 1);
    await at(page, ids[first]);
    assert.notEqual(await told(), '', 'it is said why');
    await page.evaluate(() => localStorage.clear());
    await page.evaluate(() => sessionStorage.clear());
    await page.goto(page.url().split('#')[0]);
    await page.reload();
    await at(page, ids[0]);
  }
  await page.keyboard.press('o');
  await page.locator('dialog .thumbs button').nth(reality).click();
  await at(page, ids[first]);
  // The first has been held now; the second is still to come.
  await type(page, reality + 1);
  await at(page, ids[second]);
  await type(page, shift + 1);
  await at(page, ids[shift]);
  await page.keyboard.press('Home');
  await type(page, reality + 1);
  await at(page, ids[reality]);
}));

test('an address cannot open what comes after a vote', () => inDeck(async (page) => {
  const {first, second, shift, ids} = await chain(page);
  const address = page.url().split('#')[0];
  await page.evaluate(() => sessionStorage.clear());
  await page.goto('about:blank');
  await page.goto(`${address}#${ids[shift]}`);
  await at(page, ids[first]);
  await page.evaluate((it) => (location.hash = it), ids[shift]);
  await at(page, ids[second]);
}));

test('however the keys are pressed, no slide is seen before the votes it rests on', () => inDeck(async (page) => {
  // The same presses each time: a small generator with a fixed seed.
  const broken = await page.evaluate(() => {
    const slides = [...document.querySelectorAll('.deck > .slide')];
    const last = (claim) => slides.findLastIndex((it) => it.dataset.claim === claim);
    const seen = new Set();
    const found = [];
    let seed = 7;
    const dice = (n) => (seed = (seed * 16807) % 2147483647) % n;
    const press = (key) => document.body.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}));
    for (let turn = 0; turn < 400; turn += 1) {
      const kind = dice(10);
      if (kind < 4) press('ArrowRight');
      else if (kind < 5) press('ArrowLeft');
      else if (kind < 6) press(['Home', 'End', 'b', '.'][dice(4)]);
      else [...String(1 + dice(slides.length)), 'Enter'].forEach(press);
      const here = slides.findIndex((it) => it.id === window.tvartom.position().slide);
      const owed = slides.filter((it, idx) => idx < here && it.matches('.layout-vote') && last(it.dataset.claim) >= here && !seen.has(it.id));
      if (owed.length) found.push(`${slides[here].id} before ${owed[0].id}`);
      seen.add(slides[here].id);
    }
    return {found, seen: seen.size, slides: slides.length};
  });
  assert.deepEqual(broken.found, []);
  assert.ok(broken.seen === broken.slides, `${broken.seen} of ${broken.slides} slides were seen`);
}));

test('the trainer is told what to do by how many were right, and the room never sees it', () => inDeck(async (page, {context}) => {
  const {first, second, correct, ids} = await chain(page);
  const desk = await presenter(page, context);
  await type(page, first + 1);
  await at(desk, ids[first]);
  const options = await page.locator('.slide.current .option').count();
  const fill = async (right) => {
    for (let n = 0; n < options; n += 1) {
      const hands = n === correct ? right : n === (correct ? 0 : 1) ? 100 - right : 0;
      await desk.locator('.desk-form tbody tr').nth(n).locator('input').first().fill(String(hands));
    }
    return desk.locator('.advice').textContent();
  };
  const said = [];
  for (const right of [0, 34, 35, 70, 71, 100]) said.push(await fill(right));
  assert.equal(said[0], said[1]);
  assert.equal(said[2], said[3]);
  assert.equal(said[4], said[5]);
  assert.equal(new Set(said).size, 3, said.join('\n'));
  for (let turn = 0; (await position(page)).slide !== ids[second]; turn += 1) {
    assert.ok(turn < 60, 'the second vote is reached');
    const spoken = await spokenOn(context, page);
    assert.ok(!said.some((it) => spoken.includes(it)), 'advice in the room');
    assert.ok(!/\b(100|71|29)\b/.test(await page.locator('.slide.current .content').innerText()), 'counts in the room');
    await page.keyboard.press('ArrowRight');
  }
  await at(desk, ids[second]);
  assert.equal(await desk.locator('.advice').textContent(), '', 'it is about the first vote alone');
}));

test('without a count, the shift has an empty table for raised hands', () => inDeck(async (page) => {
  const {shift, ids} = await chain(page);
  for (let turn = 0; turn < 200 && (await position(page)).slide !== ids[shift]; turn += 1) await page.keyboard.press('ArrowRight');
  await at(page, ids[shift]);
  assert.ok(await page.locator('.slide.current .shift-table').isVisible());
  assert.ok(await page.locator('.slide.current .shift-empty').isVisible());
  assert.equal(await page.locator('.slide.current .shift-flow').count(), 0);
}));

test('the words about the shift say no more than the counts do', () => inDeck(async (page) => {
  const {claim, shift, ids} = await chain(page);
  await go(page, ids[shift]);
  const words = async (before, after) => {
    await page.evaluate(([claim, before, after]) => {
      const name = Object.keys(localStorage).find((it) => it.split('/').length === 3);
      const state = JSON.parse(localStorage.getItem(name));
      localStorage.setItem(name, JSON.stringify({...state, counts: {[`${claim}/1`]: before, [`${claim}/2`]: after}}));
    }, [claim, before, after]);
    await page.reload();
    await at(page, ids[shift]);
    return page.locator('.slide.current .shift-words').textContent();
  };
  assert.match(await words([9, 3], [4, 8]), /\b5\b.*\b12\b/);
  const same = await words([6, 6], [6, 6]);
  assert.ok(!/\b0\b/.test(same), `nobody can tell that none changed: ${same}`);
  const fewer = await words([9, 3], [4, 6]);
  assert.ok(!/\b5\b/.test(fewer), `with other voters nobody can tell who changed: ${fewer}`);
  assert.deepEqual((await kept(page)).counts[`${claim}/2`], [4, 6]);
}));
