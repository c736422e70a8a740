// Three ways to print from one file: slides, slides with their notes, and three to a sheet with lines to write on.

import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import path from 'node:path';
import {test} from 'node:test';
import {inBrowser, none, open, scratch} from './browser.mjs';
import {DECK, OTHER, inDeck} from './decks.mjs';
import {fileUrl, pagesOf} from './site.mjs';

const A4 = [595, 842];
const WIDE = [960, 540];

/** Prints a page, and tells its sheets: their sizes, words, and where the words stand. */
async function printed(page) {
  const file = path.join(scratch, 'printed.pdf');
  await page.pdf({path: file, preferCSSPageSize: true, printBackground: true, tagged: true});
  const run = (program, ...more) => execFileSync(program, [...more, file, ...(program === 'pdftotext' ? ['-'] : [])], {encoding: 'utf8'});
  const sizes = [...run('pdfinfo', '-l', '999').matchAll(/Page +\d+ size: +([\d.]+) x ([\d.]+)/g)].map(([, ...size]) => size.map((it) => Math.round(Number(it))));
  const texts = run('pdftotext', '-raw').split('\f').slice(0, -1).map((it) => it.replace(/\s+/g, ' '));
  const words = run('pdftotext', '-bbox').split('<page ').slice(1)
    .map((sheet) => [...sheet.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)/g)]
      .map(([, left, top, right, bottom, text]) => ({left: +left, top: +top, right: +right, bottom: +bottom, text})));
  assert.ok(sizes.length > 0 && sizes.length === texts.length && texts.length === words.length);
  return {sizes, texts, words};
}

/** Canaries: some words of each slide's notes, and the count of slides. */
const notesOf = (page) => page.evaluate(() => [...document.querySelectorAll('.deck > .slide')].map((slide) => {
  const words = (slide.querySelector('.notes p:not(.guide-label)')?.textContent || '').trim().replace(/\s+/g, ' ');
  // Only words that the slides do not have themselves, and that no line's end has hyphenated.
  return words.length > 24 && !document.querySelector('main').cloneNode(true).textContent.startsWith(words) ? words.split(' ').slice(0, 4).join(' ') : '';
}));

const close = ([a, b], [c, d]) => Math.abs(a - c) <= 1 && Math.abs(b - d) <= 1;

for (const name of [DECK, OTHER]) {
  test(`slides with their notes are one A4 sheet each, and hold the notes: ${name}`, () => inDeck(async (page) => {
    const notes = await notesOf(page);
    assert.ok(notes.filter(Boolean).length > 5);
    await page.goto(`${fileUrl(name)}?print=notes`);
    await page.waitForFunction(() => 'tvartom' in window);
    const {sizes, texts, words} = await printed(page);
    assert.ok(sizes.every((it) => close(it, A4)), `sizes ${sizes[0]}`);
    assert.ok(sizes.length >= notes.length && sizes.length <= notes.length + 3, `${sizes.length} sheets for ${notes.length} slides`);
    none(notes.filter((it) => it && !texts.some((text) => text.includes(it))), 'notes that were not printed');
    // A slide as wide as the sheet between its margins: nothing was made smaller to fit.
    const number = words[1].find((it) => it.text === String(notes.length));
    assert.ok(number.right > 490 && number.bottom < 350, `the slide's number stands at ${number.right}, ${number.bottom}`);
  }, name));

  test(`three to a sheet, with lines and without a word of the trainer's: ${name}`, () => inDeck(async (page) => {
    const notes = await notesOf(page);
    await page.goto(`${fileUrl(name)}?print=three`);
    await page.waitForFunction(() => 'tvartom' in window);
    assert.equal(await page.evaluate(() => document.querySelectorAll('.sheets .notes, .sheets .guide-note').length), 0);
    const {sizes, texts, words} = await printed(page);
    assert.ok(sizes.every((it) => close(it, A4)), `sizes ${sizes[0]}`);
    assert.equal(sizes.length, Math.ceil(notes.length / 3));
    const own = await page.evaluate(() => [...document.querySelectorAll('.deck > .slide')].map((it) => it.querySelector('.content').textContent).join(' ').replace(/\s+/g, ' '));
    none(notes.filter((it) => it && !own.includes(it) && texts.some((text) => text.includes(it))), "trainer's words");
    assert.ok(words[0].every((it) => it.right < 330), 'the right half is left to write in');
    assert.ok(Math.max(...words[0].map((it) => it.bottom)) > 560, 'three slides fill a sheet');
  }, name));
}

test('help prints in each way, and the deck is itself again afterwards', () => inDeck(async (page) => {
  await page.evaluate(() => {
    window.asked = [];
    window.print = () => {
      window.asked.push(document.documentElement.dataset.print);
      window.dispatchEvent(new Event('afterprint'));
    };
  });
  for (let n = 0; n < 3; n += 1) {
    await page.keyboard.press('?');
    await page.locator('.print-menu button').nth(n).click();
    await page.locator('dialog').waitFor({state: 'detached'});
  }
  assert.deepEqual(await page.evaluate(() => window.asked), ['slides', 'notes', 'three']);
  assert.equal(await page.evaluate(() => document.querySelectorAll('.sheets').length), 0);
  assert.ok((await printed(page)).sizes.every((it) => close(it, WIDE)));
}));

test('a dark room, large words and a black screen are not printed', () => inDeck(async (page) => {
  const before = await printed(page);
  for (const key of ['d', 'l', 'b']) await page.keyboard.press(key);
  await page.evaluate(() => {
    window.looks = [];
    addEventListener('beforeprint', () => window.looks.push([document.documentElement.dataset.room, document.querySelectorAll('.slide.on-ink:not([data-ink])').length]));
  });
  const after = await printed(page);
  assert.deepEqual(await page.evaluate(() => window.looks), [['', 0]]);
  assert.deepEqual(after, before);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.room), 'dark', 'on the screen all is as it was');
}));

test('on a sheet of another size nothing is printed smaller than the sheet asks', async () => {
  const found = [];
  await inBrowser({viewport: {width: 640, height: 900}}, async (page) => {
    for (const name of pagesOf('deck')) {
      for (const query of ['', '?print=notes', '?print=three']) {
        await open(page, fileUrl(name) + query);
        await page.emulateMedia({media: 'print'});
        const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
        if (wide > room) found.push(`${name}${query}: ${wide} in ${room}`);
        await page.emulateMedia({media: null});
      }
    }
  });
  none(found, 'decks wider than the paper');
});
