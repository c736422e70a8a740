// In a dark room and a bright one, with large words, by touch, without motion: seen on the slides themselves.

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {violations} from './axe.mjs';
import {none} from './browser.mjs';
import {DECK, OTHER, at, chain, go, inDeck, position} from './decks.mjs';
import {pagesOf} from './site.mjs';
import {walk} from './walk.mjs';

const TRIED = pagesOf('deck').filter((it) => /75-90|anpassa/.test(it));

for (const [room, presses] of [['dark', 1], ['bright', 2], ['usual', 3]]) {
  test(`in a ${room} room all words keep a contrast of 4.5 to 1`, async () => {
    const found = [];
    for (const name of TRIED) {
      await inDeck(async (page, {ids}) => {
        for (let n = 0; n < presses; n += 1) await page.keyboard.press('d');
        assert.equal(await page.evaluate(() => document.documentElement.dataset.room), room === 'usual' ? '' : room);
        for (const id of ids) {
          await go(page, `${id}/99`);
          found.push(...(await violations(page, `${name}#${id} in a ${room} room`)));
          const dark = await page.evaluate(light);
          if (room !== 'usual' && dark !== (room === 'dark')) found.push(`${name}#${id} is ${dark ? 'dark' : 'light'} in a ${room} room`);
        }
      }, name);
    }
    none(found, 'violations');
  });
}

/** Runs in the page: whether the slide's ground is dark. */
function light() {
  const [, r, g, b] = /(\d+), (\d+), (\d+)/.exec(getComputedStyle(document.querySelector('.slide.current')).backgroundColor).map(Number);
  return r + g + b < 380;
}

test('with large words every slide still fits, and most are larger', async () => {
  const found = [];
  let larger = 0;
  let slides = 0;
  for (const name of pagesOf('deck')) {
    await inDeck(async (page) => {
      await page.keyboard.press('l');
      const {complaints, states} = await page.evaluate(walk);
      found.push(...complaints.map((it) => `${name}#${it}`));
      slides += states;
      larger += await page.evaluate(() => [...document.querySelectorAll('.deck > .slide')].filter((it) => Number(it.style.getPropertyValue('--large')) > 1).length);
      await page.keyboard.press('l');
      assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('.slide.current .title')).zoom), '1');
    }, name);
  }
  none(found, 'slides');
  assert.ok(larger > slides / 4, `${larger} of ${slides} grew`);
});

test('guides show where things may stand, by key and by address, and what does not fit', () => inDeck(async (page, {ids}) => {
  const lines = () => page.evaluate(() => getComputedStyle(document.querySelector('.slide.current'), '::after').outlineStyle);
  assert.equal(await lines(), 'none');
  await page.keyboard.press('g');
  assert.equal(await lines(), 'dashed');
  await page.keyboard.press('g');
  assert.equal(await lines(), 'none');
  await page.goto(`${page.url().split('#')[0]}?guides`);
  await page.waitForFunction(() => 'tvartom' in window);
  assert.equal(await lines(), 'dashed');
  const over = [];
  for (const id of ids) {
    await go(page, `${id}/99`);
    if (await page.locator('.slide.current.over').count()) over.push(id);
  }
  none(over, 'slides that fit and are said not to');
  await page.evaluate(() => {
    const body = document.querySelector('#title .content');
    for (let n = 0; n < 12; n += 1) body.append(Object.assign(document.createElement('p'), {textContent: 'Too much of it.', className: 'lead'}));
  });
  await go(page, 'title');
  await page.locator('.slide.current.over').waitFor();
}));

test('a finger turns the slides', () => inDeck(async (page, {context, ids}) => {
  const session = await context.newCDPSession(page);
  const touch = (type, x, y) => session.send('Input.dispatchTouchEvent', {type, touchPoints: type === 'touchEnd' ? [] : [{x, y}]});
  const swipe = async (fromX, toX, fromY = 300, toY = 310) => {
    await touch('touchStart', fromX, fromY);
    await touch('touchMove', toX, toY);
    await touch('touchEnd');
  };
  await swipe(900, 500);
  await at(page, ids[1]);
  await swipe(500, 900);
  await at(page, ids[0]);
  await swipe(600, 620);
  await swipe(600, 500, 200, 500);
  assert.equal((await position(page)).slide, ids[0], 'a short one and a scrolling one do nothing');
}, DECK, {hasTouch: true}));

/** Goes over the turn from belief to reality, and tells what moves. */
async function turn(page) {
  const {reality, ids} = await chain(page);
  await go(page, ids[reality - 1]);
  await at(page, ids[reality - 1]);
  await page.evaluate(() => {
    window.moved = [];
    const animate = Element.prototype.animate;
    Element.prototype.animate = function (frames, options) {
      window.moved.push({...options, frames: JSON.stringify(frames)});
      return animate.call(this, frames, options);
    };
    const start = document.startViewTransition?.bind(document);
    if (start) {
      document.startViewTransition = (change) => {
        const transition = start(change);
        window.turned = transition.finished;
        return transition;
      };
    }
  });
  for (let n = 0; n < 20 && (await position(page)).slide !== ids[reality]; n += 1) await page.keyboard.press('ArrowRight');
  await at(page, ids[reality]);
  await page.evaluate(() => Promise.allSettled([window.turned]));
  return page.evaluate(() => window.moved);
}

test('the turn sweeps along the diagonal once, in at most 300 ms', () => inDeck(async (page) => {
  const moved = await turn(page);
  assert.equal(moved.filter((it) => /clipPath/.test(it.frames)).length, 1);
  for (const it of moved) assert.ok(it.duration > 0 && it.duration <= 300, `${it.duration} ms`);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  assert.equal((await page.evaluate(() => window.moved)).length, moved.length, 'going back does not');
}, DECK, {reducedMotion: 'no-preference'}));

test('where the browser has no such transitions, the turn just happens', () => inDeck(async (page, {context}) => {
  await context.addInitScript(() => delete Document.prototype.startViewTransition);
  await page.reload();
  await page.waitForFunction(() => 'tvartom' in window && !('startViewTransition' in document));
  assert.deepEqual(await turn(page), []);
}, DECK, {reducedMotion: 'no-preference'}));

test('who wants no motion gets none, on any slide, and steps still work', () => inDeck(async (page, {ids}) => {
  const found = new Set();
  for (let n = 0; n < 200 && (await position(page)).slide !== ids.at(-1); n += 1) {
    for (const it of await page.evaluate(() => [...document.querySelectorAll('*')].filter((at) => {
      const {animationDuration, animationName, transitionDuration} = getComputedStyle(at);
      return (animationName !== 'none' && parseFloat(animationDuration) > 0) || transitionDuration.split(',').some((it) => parseFloat(it) > 0);
    }).map((at) => at.className))) found.add(it);
    if (await page.evaluate(() => document.getAnimations().length)) found.add('an animation');
    await page.keyboard.press('ArrowRight');
  }
  none([...found], 'things that move');
  await at(page, ids.at(-1));
}, OTHER));
