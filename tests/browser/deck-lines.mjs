// A slide looks the same on every screen: its lines break in the same places, however wide the window is.

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {none} from './browser.mjs';
import {DECK, OTHER, inDeck} from './decks.mjs';

/** From the narrowest window that shows slides to the widest wall. */
const WIDTHS = [600, 640, 768, 800, 1024, 1152, 1280, 1366, 1440, 1600, 1680, 1920, 2560, 3440, 3840];

/** Runs in the page: of each slide, with all its steps, the words that begin a line. */
function lines() {
  const found = {};
  for (const slide of document.querySelectorAll('.deck > .slide')) {
    document.dispatchEvent(new CustomEvent('tvartom:goto', {detail: {id: `${slide.id}/99`}}));
    const begin = [];
    const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT, (it) =>
      (it.data.trim() && !it.parentElement.closest('.notes, .visually-hidden, .process-list, .chart-data, svg') ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP));
    while (walker.nextNode()) {
      let last;
      for (const {0: word, index} of walker.currentNode.data.matchAll(/\S+/g)) {
        const range = document.createRange();
        range.setStart(walker.currentNode, index);
        range.setEnd(walker.currentNode, index + word.length);
        const boxes = range.getClientRects();
        if (!boxes.length) continue;
        const {top, height} = boxes[0];
        if (last === undefined || Math.abs(top - last) > height / 2) begin.push(word);
        last = boxes[boxes.length - 1].top;
        // A word that is divided at a line's end.
        if (boxes.length > 1) begin.push(`${word} in ${boxes.length}`);
      }
    }
    found[slide.id] = begin.join(' | ');
  }
  return found;
}

for (const name of [DECK, OTHER]) {
  test(`lines break in the same places in windows of fifteen widths: ${name}`, () => inDeck(async (page) => {
    const found = new Set();
    let first;
    for (const width of WIDTHS) {
      await page.setViewportSize({width, height: Math.round(width * 0.5625)});
      await page.waitForFunction((it) => Math.abs(Number(document.documentElement.style.getPropertyValue('--scale')) * 1280 - it) < 2, width);
      const now = await page.evaluate(lines);
      first ??= now;
      for (const [slide, words] of Object.entries(now)) if (words !== first[slide]) found.add(`#${slide} at ${width}: ${words} (was ${first[slide]})`);
    }
    const seen = Object.values(first).join(' | ').split(' | ').length;
    assert.ok(seen > 300, `${seen} lines were seen`);
    none([...found], 'slides whose lines break anew');
  }, name));
}
