// The deck as a screen reader has it: one slide, with its name; what comes is said; the focus goes with it.

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {none} from './browser.mjs';
import {DECK, OTHER, at, go, inDeck, position} from './decks.mjs';

/** The slides in the accessibility tree, and roles that would take the reading keys away. */
async function heard(context, page) {
  const session = await context.newCDPSession(page);
  const {nodes} = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const shown = nodes.filter((it) => !it.ignored);
  const named = (role) => shown.filter((it) => it.role?.value === role).map((it) => it.name?.value || '');
  return {regions: named('region'), mains: named('main').length, applications: named('application').length};
}

for (const name of [DECK, OTHER]) {
  test(`a screen reader finds one slide at a time, by its number and title: ${name}`, () => inDeck(async (page, {context, ids}) => {
    const found = [];
    const titles = await page.evaluate(() => [...document.querySelectorAll('.deck > .slide')].map((it) => it.querySelector('.title').textContent.trim()));
    for (const [idx, id] of ids.entries()) {
      await go(page, id);
      await at(page, id);
      const {regions, mains, applications} = await heard(context, page);
      const slides = regions.filter((it) => /\d+ (av|of) \d+: /.test(it));
      const plain = (it) => it.replace(/[“”"\s\u00a0]+/g, ' ').trim();
      if (slides.length !== 1) found.push(`#${id}: ${slides.length} slides: ${slides.join(', ')}`);
      else if (!new RegExp(`\\b${idx + 1} (av|of) ${ids.length}: `).test(slides[0]) || !plain(slides[0]).endsWith(plain(titles[idx]))) found.push(`#${id} is called “${slides[0]}”`);
      if (mains !== 1 || applications) found.push(`#${id}: ${mains} main parts, ${applications} applications`);
    }
    none(found, 'slides');
  }, name));
}

test('what comes is said, politely: the next slide by its name, the next step by its words', () => inDeck(async (page, {ids}) => {
  const live = page.locator('[aria-live="polite"]');
  assert.equal(await live.count(), 1);
  assert.equal(await live.evaluate((it) => it.closest('main') === null && it.checkVisibility()), true);
  let [slides, steps] = [0, 0];
  for (let turn = 0; turn < 60 && (slides < 10 || steps < 2); turn += 1) {
    const before = await position(page);
    await page.keyboard.press('ArrowRight');
    const now = await position(page);
    const said = (await live.textContent()).replace(/\s+/g, ' ').trim();
    if (now.slide !== before.slide) {
      slides += 1;
      const label = await page.evaluate((it) => document.getElementById(it).ariaLabel, now.slide);
      assert.equal(said, label.replace(/\s+/g, ' ').trim());
      assert.ok((await page.title()).startsWith(`${ids.indexOf(now.slide) + 1}. `), await page.title());
    } else if (now.step > before.step) {
      steps += 1;
      assert.ok(said.length > 0 && (await page.locator('.slide.current').textContent()).replace(/\s+/g, ' ').includes(said.slice(0, 20)), said);
    }
  }
  assert.ok(slides >= 10, `${slides} slides`);
}));

test('the focus of somebody who reads a slide goes on to the next one', () => inDeck(async (page, {ids}) => {
  const timed = await page.evaluate(() => [...document.querySelectorAll('.deck > .slide')].find((it) => it.querySelector('.timer'))?.id);
  await go(page, timed);
  await at(page, timed);
  await page.locator('.slide.current .timer-toggle').focus();
  await page.keyboard.press('ArrowRight');
  const next = ids[ids.indexOf(timed) + 1];
  await at(page, next);
  assert.equal(await page.evaluate(() => document.activeElement.id), next);
  // From there Tab does not come to anything on a slide that is not shown.
  for (let stop = 0; stop < 12; stop += 1) {
    await page.keyboard.press('Tab');
    assert.ok(await page.evaluate(() => !document.activeElement.closest('.deck > .slide:not(.current)')), 'the focus is on a hidden slide');
  }
}));
