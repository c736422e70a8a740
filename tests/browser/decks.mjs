// A deck, opened as it is used: from a file; and what tests ask of it.

import assert from 'node:assert/strict';
import {PATIENCE, inBrowser, none, open} from './browser.mjs';
import {fileUrl, pagesOf} from './site.mjs';

export const DECK = pagesOf('deck').find((it) => it.includes('sv/75-90'));
export const OTHER = pagesOf('deck').find((it) => it.includes('en/75-90'));

export const position = (page) => page.evaluate(() => window.tvartom.position());
export const slideIds = (page) => page.evaluate(() => [...document.querySelectorAll('.deck > .slide')].map((it) => it.id));
/** Waits until a window shows a slide and step. */
export const at = (page, slide, step = 0) => page.waitForFunction(([id, n]) => {
  const {slide, step} = window.tvartom.position();
  return slide === id && step === n;
}, [slide, step], {timeout: PATIENCE});
/** Goes to a slide as the preview does, for whoever writes. */
export const go = (page, id) => page.evaluate((it) => document.dispatchEvent(new CustomEvent('tvartom:goto', {detail: {id: it}})), id);
/** Goes to a slide as people do: by its number. */
export async function type(page, number) {
  await page.keyboard.type(String(number));
  await page.keyboard.press('Enter');
}
/** The first slide that matches, by its id. */
export const find = (page, selector) => page.evaluate((it) => document.querySelector(`.deck > .slide:is(${it})`)?.id, selector);
/** What the showing has kept. */
export const kept = (page) => page.evaluate(() => JSON.parse(localStorage.getItem(Object.keys(localStorage).find((it) => it.split('/').length === 3))));

/** A deck, opened at its first slide. */
export const inDeck = (act, name = DECK, options = {}) => inBrowser(options, async (page, more) => {
  await open(page, fileUrl(name));
  await page.waitForFunction(() => 'tvartom' in window);
  await act(page, {...more, ids: await slideIds(page)});
  none(more.heard, 'complaints');
});

/** The first deck that has a slide of a sort, opened at it. */
export async function atSlide(selector, act) {
  for (const name of pagesOf('deck')) {
    let met = false;
    await inDeck(async (page, more) => {
      const id = await find(page, selector);
      if (!id) return;
      met = true;
      await go(page, id);
      await at(page, id);
      await act(page, {...more, id, name});
    }, name);
    if (met) return;
  }
  assert.fail(`no deck has a slide with ${selector}`);
}

/** The presenter's window, opened by its key. */
export async function presenter(page, context) {
  const opening = context.waitForEvent('page');
  await page.keyboard.press('s');
  const desk = await opening;
  await desk.waitForFunction(() => 'tvartom' in window && document.querySelector('.desk'));
  return desk;
}

/** All that a screen reader finds in a page. */
export async function spokenOn(context, page) {
  const session = await context.newCDPSession(page);
  const {nodes} = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes.filter((it) => !it.ignored).map((it) => it.name?.value || '').join('\n');
}

/** The slides of the first claim's votes, from the first to the shift. */
export const chain = (page) => page.evaluate(() => {
  const slides = [...document.querySelectorAll('.deck > .slide')];
  const shift = slides.findIndex((it) => it.matches('.layout-shift'));
  const {claim, correct} = slides[shift].dataset;
  const vote = (n) => slides.findIndex((it) => it.dataset.claim === claim && it.dataset.round === n);
  const [first, second] = [vote('1'), vote('2')];
  return {first, second, shift, reality: second + 1, claim: Number(claim), correct: Number(correct), ids: slides.map((it) => it.id)};
});
