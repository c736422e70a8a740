// What a deck weighs: its script, its style, and twenty slides of it. The faces and pictures it carries are not counted.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {gzipSync} from 'node:zlib';
import {none} from './browser.mjs';
import {OUTPUT, pagesOf} from './site.mjs';

/** In bytes. */
const BUDGET = {script: 10_000, style: 10_000, slides: 100_000};

const packed = (text) => gzipSync(text, {level: 9}).length;

test('script and style of a deck stay within 10 KB each, as they are sent, and twenty slides within 100 KB', () => {
  const found = [];
  for (const name of pagesOf('deck')) {
    const page = fs.readFileSync(path.join(OUTPUT, name), 'utf8');
    const [, style] = /<style>(.*?)<\/style>/s.exec(page);
    const [, script] = /<script>(.*?)<\/script>/s.exec(page);
    const bare = style.replace(/@font-face\s*\{.*?\}/gs, '');
    assert.ok(style.length > bare.length && script.length > 10_000 && bare.length > 10_000, 'something was weighed');
    const slides = page.split('<section class="slide').slice(1, 21).join('').replace(/<svg.*?<\/svg>/gs, '').replace(/"data:[^"]*"/g, '""');
    for (const [what, weight] of [['script', packed(script)], ['style', packed(bare)], ['slides', bare.length + script.length + slides.length]]) {
      if (weight > BUDGET[what]) found.push(`${name}: ${what} weighs ${weight}`);
    }
  }
  none(found, 'decks over their budget');
});
