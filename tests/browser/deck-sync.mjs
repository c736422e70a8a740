// Windows of one showing: in step by whichever way the browser leaves open, quickly, and as they were after a reload.

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {open} from './browser.mjs';
import {DECK, at, atSlide, chain, go, inDeck, kept, position, presenter, type} from './decks.mjs';
import {fileUrl} from './site.mjs';

/** Takes ways between windows away, as a browser may from files. Runs in every page before its own script. */
const without = (ways) => {
  if (ways.includes('channel')) delete window.BroadcastChannel;
  if (ways.includes('storage')) window.addEventListener('storage', (event) => event.stopImmediatePropagation(), true);
  if (ways.includes('message')) window.addEventListener('message', (event) => event.stopImmediatePropagation(), true);
  if (ways.includes('store')) Object.defineProperty(window, 'localStorage', {get: () => { throw new Error('switched off'); }});
};

for (const [left, ways] of [
  ['a channel', ['storage', 'message']], ['storage', ['channel', 'message']], ['messages', ['channel', 'storage']],
  ['messages, without storage', ['channel', 'storage', 'store']],
]) {
  test(`windows keep in step by ${left} alone, both ways, and after a reload`, () => inDeck(async (page, {context, ids}) => {
    await context.addInitScript(without, ways);
    await page.reload();
    await page.waitForFunction(() => 'tvartom' in window);
    const desk = await presenter(page, context);
    await page.keyboard.press('ArrowRight');
    await at(desk, ids[1]);
    await desk.keyboard.press('End');
    await at(page, ids.at(-1));
    await desk.keyboard.press('Home');
    await at(page, ids[0]);
    await page.reload();
    await page.waitForFunction(() => 'tvartom' in window);
    await desk.keyboard.press('ArrowRight');
    await at(page, (await position(desk)).slide);
    // A window that lost its opener's hold on it is found again by the one that was opened.
    await desk.waitForFunction(() => true);
    await at(page, ids[1]);
    if (left !== 'messages, without storage') {
      await desk.reload();
      await at(desk, ids[1]);
    }
  }));
}

test('the other window follows with the message itself, both ways: it waits for no clock', () => inDeck(async (page, {context, ids}) => {
  // Nothing that waits, asks again or draws later ever comes, since no clock of either window goes on.
  await context.clock.install();
  await page.reload();
  await page.waitForFunction(() => 'tvartom' in window);
  const desk = await presenter(page, context);
  await context.clock.pauseAt(Date.now() + 1_000_000);
  for (const window of [page, desk]) {
    await window.evaluate(() => {
      window.waited = 0;
      setInterval(() => (window.waited += 1), 1);
      requestAnimationFrame(() => (window.waited += 1));
    });
  }
  for (let turn = 0; turn < 20; turn += 1) {
    const [from, to] = turn % 2 ? [page, desk] : [desk, page];
    await from.keyboard.press(turn % 4 < 2 ? 'ArrowRight' : 'Home');
    const {slide, step} = await position(from);
    await at(to, slide, step);
  }
  await page.keyboard.press('End');
  await at(desk, ids.at(-1), (await position(page)).step);
  for (const window of [page, desk]) assert.equal(await window.evaluate(() => window.waited), 0, 'the clocks stood still');
}));

test('two showings of one deck leave each other alone, and a deck in another folder too', () => inDeck(async (page, {context, ids}) => {
  const desk = await presenter(page, context);
  const other = await context.newPage();
  await open(other, fileUrl(DECK));
  const otherDesk = await presenter(other, context);
  await otherDesk.keyboard.press('End');
  await at(other, ids.at(-1));
  assert.equal((await position(page)).slide, ids[0]);
  assert.equal((await position(desk)).slide, ids[0]);
  await desk.keyboard.press('ArrowRight');
  await at(page, ids[1]);
  assert.equal((await position(other)).slide, ids.at(-1));
}));

test('a reload of either window brings back all there was', () => atSlide('[data-steps]', async (page, {id, context}) => {
  await page.keyboard.press('ArrowRight');
  await at(page, id, 1);
  await page.keyboard.press('d');
  await page.keyboard.press('l');
  const desk = await presenter(page, context);
  await desk.locator('.desk-parked input').fill('Vad kostar det?');
  await desk.locator('.desk-parked input').press('Enter');
  await desk.locator('.desk-parked li').waitFor();
  await page.keyboard.press('.');
  await page.waitForFunction(() => document.documentElement.classList.contains('black'));
  const {at: changed, ...before} = await kept(page);
  assert.deepEqual([before.room, before.large, before.shade, before.parked.length, before.step], ['dark', true, 'black', 1, 1]);
  const elapsed = () => desk.evaluate(() => document.querySelector('.desk-bar span b').textContent);
  const seconds = (text) => text.split(':').reduce((sum, it) => sum * 60 + Number(it), 0);
  const [spent, since] = [seconds(await elapsed()), Date.now()];
  for (const window of [page, desk]) {
    await window.reload();
    await at(window, id, 1);
    const {at: later, ...after} = await kept(window);
    assert.deepEqual(after, before);
    assert.ok(later >= changed);
  }
  assert.ok(await page.evaluate(() => document.documentElement.matches('.black.large[data-room="dark"]')));
  assert.match(await desk.locator('.desk-parked li').textContent(), /Vad kostar det\?/);
  assert.ok(Math.abs(seconds(await elapsed()) - spent - (Date.now() - since) / 1000) <= 1, 'the clock has gone on');
}));

test('what is counted and parked is saved as it was typed', () => inDeck(async (page, {context}) => {
  const {first, second, ids} = await chain(page);
  const desk = await presenter(page, context);
  await type(page, first + 1);
  await at(desk, ids[first]);
  const row = (n) => desk.locator('.desk-form tbody tr').nth(n);
  await row(0).locator('input').fill('12');
  for (let taps = 0; taps < 3; taps += 1) await row(1).getByText('+').click();
  await row(1).getByText('−').click();
  assert.equal(await row(1).locator('input').inputValue(), '2', 'hands can be tapped');
  await row(3).locator('input').fill('7');
  await desk.locator('.desk-parked input').fill('=Sa han "alla", eller några?');
  await desk.locator('.desk-parked input').press('Enter');
  while ((await position(page)).slide !== ids[second]) {
    await page.keyboard.press('ArrowRight');
  }
  await at(desk, ids[second]);
  await row(0).locator('input').nth(1).fill('4');
  const saving = desk.waitForEvent('download');
  await desk.locator('.desk-form > div > .deck-button').click();
  const saved = await saving;
  const lines = [];
  for await (const chunk of await saved.createReadStream()) lines.push(chunk);
  const text = Buffer.concat(lines).toString();
  assert.match(saved.suggestedFilename(), /\.csv$/);
  assert.ok(text.startsWith('\ufeff'), 'a spreadsheet sees the encoding');
  const cells = text.slice(1).split('\r\n').map((line) => line.slice(1, -1).split('";"').map((it) => it.replaceAll('""', '"')));
  const words = await page.evaluate((it) => {
    const slide = document.getElementById(it);
    const texts = (selector) => [...slide.querySelectorAll(selector)].map((at) => at.textContent.trim());
    return {options: texts('.option-words'), sure: texts('.sureness li'), claim: texts('.title')[0]};
  }, ids[first]);
  const shift = await page.evaluate(() => window.tvartom && document.querySelector('.slide[data-claim="0"] .title').textContent.trim());
  assert.deepEqual(cells, [
    ['type', 'slide', 'text', 'vote', 'hands'],
    ['vote', shift, words.options[0], '1', '12'], ['vote', shift, words.options[1], '1', '2'],
    ['sure', shift, words.sure[0], '1', '0'], ['sure', shift, words.sure[1], '1', '7'],
    ['vote', shift, words.options[0], '2', '4'],
    ['parked', words.claim, `'=Sa han "alla", eller några?`, '', ''],
  ]);
  // Counts come in where the same vote is counted in another window.
  await page.keyboard.press('v');
  assert.equal(await page.locator('dialog .tally input').first().inputValue(), '12');
  await row(0).locator('input').first().fill('13');
  await page.waitForFunction(() => document.querySelector('dialog .tally input').value === '13');
  await go(page, ids[0]);
}));

test('a deck that was closed offers to go on where it was, with its votes, and whoever turns a page has declined', () => inDeck(async (page, {context, ids}) => {
  const {first} = await chain(page);
  await type(page, first + 1);
  await at(page, ids[first]);
  await page.keyboard.press('v');
  await page.locator('dialog .tally input').first().fill('7');
  const {counts} = await kept(page);
  await page.close();
  const again = await context.newPage();
  await open(again, fileUrl(DECK));
  await at(again, ids[0]);
  const offer = again.locator('.offer');
  assert.match(await offer.innerText(), new RegExp(` ${first + 1}, \\d\\d[.:]\\d\\d`));
  await again.keyboard.press('ArrowRight');
  await at(again, ids[1]);
  assert.equal(await offer.count(), 0);
  await again.close();
  const third = await context.newPage();
  await open(third, fileUrl(DECK));
  // The showing that was left at its second slide is the last one now; the one before it is no longer offered.
  assert.match(await third.locator('.offer').innerText(), / 2, /);
  await third.locator('.offer button').first().click();
  await at(third, ids[1]);
  assert.equal(await third.locator('.offer').count(), 0);
  assert.deepEqual(Object.values(counts), [[7]]);
}));

test('a clicker turns the page while hands are counted and while a line is parked', () => inDeck(async (page, {context, ids}) => {
  const {first} = await chain(page);
  await type(page, first + 1);
  await at(page, ids[first]);
  const desk = await presenter(page, context);
  await desk.locator('.desk-form input').first().fill('9');
  await desk.keyboard.press('PageDown');
  await at(page, ids[first + 1]);
  await desk.locator('.desk-parked input').fill('Sedan');
  await desk.keyboard.press('PageUp');
  await at(page, ids[first]);
  await page.keyboard.press('v');
  await page.locator('dialog .tally input').first().focus();
  await page.keyboard.press('PageDown');
  await at(page, ids[first + 1]);
  assert.equal(await page.locator('dialog').count(), 0);
}));
