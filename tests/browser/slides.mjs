// Every slide of every deck, on the canvas, on paper, on a phone and without a script.

import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {inBrowser, none, open, scratch} from './browser.mjs';
import {OUTPUT, fileUrl, pagesOf} from './site.mjs';
import {walk} from './walk.mjs';

const DECKS = pagesOf('deck');

test('every slide fits the canvas, at every step', async () => {
  const found = new Set();
  await inBrowser({viewport: {width: 1280, height: 720}}, async (page) => {
    for (const name of DECKS) {
      await open(page, fileUrl(name));
      const {complaints, states, slides} = await page.evaluate(walk);
      assert.ok(states >= slides, `${name}: ${states} states of ${slides} slides were seen`);
      for (const it of complaints) found.add(`${name}#${it}`);
    }
  });
  none([...found], 'slides');
});

test('no chart, process or picture on a slide is pressed flat', async () => {
  const found = [];
  await inBrowser({viewport: {width: 1280, height: 720}}, async (page) => {
    for (const name of DECKS) {
      await open(page, fileUrl(name));
      found.push(...(await page.evaluate(() => [...document.querySelectorAll('.deck > .slide')].flatMap((slide) => {
        document.dispatchEvent(new CustomEvent('tvartom:goto', {detail: {id: `${slide.id}/99`}}));
        return [...slide.querySelectorAll('.content :is(.chart-svg, .process-svg, .picture-image)')].map((it) => it.getBoundingClientRect())
          .filter((it) => it.height < 48).map((it) => `${slide.id}: ${it.width} by ${it.height}`);
      }))).map((it) => `${name}#${it}`));
    }
  });
  none(found, 'pictures');
});

test('on paper every slide is one page, 13.333 by 7.5 inches, with all of its text', async () => {
  const found = [];
  await inBrowser({}, async (page) => {
    for (const name of DECKS) {
      await open(page, fileUrl(name));
      const slides = await page.evaluate(() => document.querySelectorAll('.deck > .slide').length);
      const items = await page.evaluate(() => [...document.querySelectorAll('.slide .content li, .slide .content h2')]
        .filter((it) => !it.querySelector('li, .gap') && !it.closest('.visually-hidden, .process-list, .chart-data, svg')).map((it) => it.textContent.replace(/\s+/g, '')));
      const file = path.join(scratch, 'deck.pdf');
      await page.pdf({path: file, preferCSSPageSize: true, printBackground: true});
      const info = execFileSync('pdfinfo', ['-l', '999', file], {encoding: 'utf8'});
      const sizes = [...info.matchAll(/Page\s+\d+ size:\s+([\d.]+) x ([\d.]+)/g)].map(([, width, height]) => [Number(width), Number(height)]);
      if (sizes.length !== slides) found.push(`${name}: ${sizes.length} pages for ${slides} slides`);
      if (sizes.some(([width, height]) => Math.abs(width - 960) > 1 || Math.abs(height - 540) > 1)) found.push(`${name}: a page is ${sizes[0].join(' x ')} points`);
      const text = execFileSync('pdftotext', ['-raw', file, '-'], {encoding: 'utf8'});
      text.split('\f').slice(0, -1).forEach((it, idx) => it.trim() || found.push(`${name}: page ${idx + 1} is blank`));
      const printed = text.replace(/\s+/g, '');
      found.push(...items.filter((it) => !printed.includes(it.slice(0, 20)) && !/\P{ASCII}/u.test(it.slice(0, 20))).map((it) => `${name}: not printed: ${it.slice(0, 40)}`));
    }
  });
  none(found, 'pages');
});

test('a printed deck keeps its links and its structure, and without a script it prints the same pages', async () => {
  const name = DECKS.find((it) => it.includes('sv/75-90'));
  const printed = async (options) => {
    let out;
    await inBrowser(options, async (page) => {
      await page.goto(fileUrl(name));
      const file = path.join(scratch, 'links.pdf');
      await page.pdf({path: file, preferCSSPageSize: true, printBackground: true, tagged: true, outline: true});
      const run = (...args) => execFileSync('pdfinfo', [...args, file], {encoding: 'utf8'});
      const info = run();
      out = {tagged: /Tagged: +yes/.test(info), pages: /Pages: +(\d+)/.exec(info)[1], size: /Page size: +([\d.]+ x [\d.]+)/.exec(info)[1],
        links: run('-url').split('\n').map((it) => it.trim().split(/\s+/).at(-1)).filter((it) => /^https?:/.test(it))};
    });
    return out;
  };
  const withScript = await printed({});
  const html = fs.readFileSync(path.join(OUTPUT, name), 'utf8');
  const slides = html.split('<section class="slide').length - 1;
  const links = [...html.replace(/<div class="notes">.*?<\/section>/gs, '').matchAll(/href="(https?:[^"]+)"/g)].map(([, it]) => it.replaceAll('&amp;', '&'));
  assert.ok(withScript.tagged);
  assert.equal(Number(withScript.pages), slides);
  assert.equal(withScript.size, '960 x 540');
  assert.ok(links.length > 0, 'the deck has links');
  none(links.filter((it) => !withScript.links.includes(it)), 'links that were lost on paper');
  assert.deepEqual(await printed({javaScriptEnabled: false}), withScript);
});

/** Runs in the page: what keeps the slides from being read one after another. */
function flow() {
  const found = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth + 1) found.push(`scrolls sideways: ${root.scrollWidth} in ${root.clientWidth}`);
  let last = -1;
  for (const slide of document.querySelectorAll('.deck > .slide')) {
    const box = slide.getBoundingClientRect();
    if (box.height < 20 || !slide.checkVisibility({visibilityProperty: true, opacityProperty: true})) found.push(`#${slide.id} is not shown`);
    if (box.top < last - 1) found.push(`#${slide.id} lies over the one before`);
    last = box.bottom;
    for (const it of slide.querySelectorAll('.content li, .content p')) {
      const words = it.textContent.trim();
      if (!words || it.closest('.visually-hidden, .shift-empty, svg, .guess-slide')) continue;
      const style = getComputedStyle(it);
      if (style.visibility === 'hidden') found.push(`#${slide.id}: not shown: ${words.slice(0, 30)}`);
      if (root.clientWidth < 600 && parseFloat(style.fontSize) < 16 && it.matches('.body *')) found.push(`#${slide.id}: ${style.fontSize} small: ${words.slice(0, 30)}`);
    }
    for (const it of slide.querySelectorAll('.notes')) if (it.checkVisibility()) found.push(`#${slide.id} shows its notes`);
  }
  return found;
}

for (const [what, options] of [
  ['on a phone', {viewport: {width: 390, height: 844}}],
  ['at 320 pixels', {viewport: {width: 320, height: 640}}],
  ['without a script', {javaScriptEnabled: false}],
  ['on a phone without a script', {javaScriptEnabled: false, viewport: {width: 375, height: 667}}],
]) {
  test(`${what} a deck is a page to read, with every slide in order`, async () => {
    const found = [];
    await inBrowser(options, async (page) => {
      for (const name of DECKS) {
        await page.goto(fileUrl(name));
        found.push(...(await page.evaluate(flow)).map((it) => `${name}: ${it}`));
      }
    });
    none(found, 'complaints');
  });
}

test('a deck that is read as a page has a list of its parts, which lead to them', async () => {
  await inBrowser({viewport: {width: 375, height: 667}}, async (page) => {
    for (const name of DECKS) {
      await open(page, fileUrl(name));
      const links = page.locator('.deck-contents a');
      const count = await links.count();
      assert.ok(count > 3, `${name}: ${count} parts`);
      const hash = await links.nth(count - 1).getAttribute('href');
      await links.nth(count - 1).click();
      await page.waitForFunction((it) => Math.abs(document.querySelector(it).getBoundingClientRect().top) < 2
        || document.documentElement.scrollHeight - innerHeight - scrollY < 2, hash);
    }
  });
  await inBrowser({}, async (page) => {
    await open(page, fileUrl(DECKS[0]));
    assert.equal(await page.locator('.deck-contents').isVisible(), false, 'in the room there is the overview');
  });
});
