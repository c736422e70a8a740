// Every slide of every deck, on the canvas, on paper, on a phone and without a script.

import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import path from 'node:path';
import {test} from 'node:test';
import {inBrowser, none, open, scratch} from './browser.mjs';
import {fileUrl, pagesOf} from './site.mjs';

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

/** Runs in the page: goes through the deck step by step, and tells what does not fit. */
function walk() {
  const complaints = new Set();
  const seen = new Set();
  const slides = [...document.querySelectorAll('.deck > .slide')];
  const rects = (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return [...range.getClientRects()];
  };
  const hiddenText = (it) => it.closest('.visually-hidden, .process-list, .chart-data, .notes, .shift-empty, [hidden]') || !it.checkVisibility({visibilityProperty: false});
  const look = (slide) => {
    const content = slide.querySelector('.content');
    const footTop = slide.querySelector('.foot')?.getBoundingClientRect().top ?? 720;
    const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT, (it) =>
      (it.data.trim() && !hiddenText(it.parentElement) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP));
    while (walker.nextNode()) {
      const words = walker.currentNode.data.trim().slice(0, 30);
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      for (const box of range.getClientRects()) {
        if (box.width < 1) continue;
        if (box.left < -1 || box.right > 1281 || box.top < -1 || box.bottom > 721) complaints.add(`${slide.id}: “${words}” off the canvas`);
        else if (box.bottom > footTop + 4) complaints.add(`${slide.id}: “${words}” runs into the foot by ${Math.round(box.bottom - footTop)}`);
      }
    }
    for (const it of content.querySelectorAll('svg, img, table, .guess-slide, .timer, .options')) {
      const box = it.getBoundingClientRect();
      if (!hiddenText(it) && box.width && (box.bottom > 721 || box.right > 1281 || box.left < -1)) complaints.add(`${slide.id}: ${it.tagName} off the canvas`);
    }
    for (const it of [content, ...content.querySelectorAll('.body, .columns, .column')]) {
      if (it.scrollHeight > it.clientHeight + 2 && getComputedStyle(it).overflowY !== 'visible') complaints.add(`${slide.id}: .${it.classList[0]} is cut off`);
    }
    // What follows each other in the content must not lie on top of each other.
    const parts = [...content.children].filter((it) => getComputedStyle(it).position === 'static' && !hiddenText(it));
    parts.slice(1).forEach((it, idx) => {
      const above = rects(parts[idx]).filter((box) => box.width > 1);
      const below = rects(it).filter((box) => box.width > 1);
      const meet = above.some((a) => below.some((b) => a.bottom > b.top + 6 && b.bottom > a.top + 6 && a.right > b.left + 1 && b.right > a.left + 1));
      if (meet) complaints.add(`${slide.id}: .${it.classList[0]} lies over .${parts[idx].classList[0]}`);
    });
  };
  for (let presses = 0; presses < 500; presses += 1) {
    const {slide, step} = window.tvartom.position();
    if (seen.has(`${slide}/${step}`)) break;
    seen.add(`${slide}/${step}`);
    look(document.getElementById(slide));
    document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowRight', bubbles: true}));
  }
  return {complaints: [...complaints], states: seen.size, slides: slides.length};
}

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
  ['on a phone', {viewport: {width: 375, height: 667}}],
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
