// What comes out of the printer: nothing is cut off, folded away, blank, or stranded at the foot of a page.

import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import path from 'node:path';
import {test} from 'node:test';
import {inBrowser, none, open, scratch} from './browser.mjs';
import {PAGES, fileUrl, kindOf, pagesOf} from './site.mjs';

const KINDS = [...new Set(PAGES.map(kindOf))].filter((it) => it !== 'deck').sort();

/** Prints a page as the browser's own Print does, and reads the pages back. */
async function print(page, name) {
  await open(page, fileUrl(name));
  await page.emulateMedia({media: 'print'});
  const closed = await page.evaluate(() => [...document.querySelectorAll('details:not([open])')].length);
  const headings = await page.evaluate(() => [...document.querySelectorAll('h1, h2, h3, h4, h5')]
    .map((it) => it.innerText.trim().replace(/\s+/g, ' ')).filter(Boolean));
  const file = path.join(scratch, 'paper.pdf');
  await page.pdf({path: file, preferCSSPageSize: true, format: 'A4', printBackground: false});
  await page.emulateMedia({media: null});
  const boxes = execFileSync('pdftotext', ['-bbox', file, '-'], {encoding: 'utf8', maxBuffer: 1 << 28});
  const sheets = boxes.split('<page ').slice(1).map((it) => {
    const [width, height] = ['width', 'height'].map((side) => Number(new RegExp(`${side}="([\\d.]+)"`).exec(it)[1]));
    const words = [...it.matchAll(/xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)</g)]
      .map(([, left, top, right, bottom, text]) => ({left: Number(left), top: Number(top), right: Number(right), bottom: Number(bottom), text}));
    return {width, height, words};
  });
  return {closed, headings, sheets};
}

/**
 * Headings that do stand alone at a sheet's foot today, by the words there: Chromium does not keep a heading with what follows
 * where that is laid out in columns. The list may only shrink: one that is no longer met fails the last test.
 */
const KNOWN = new Set([
  'shows that matching helps',
  'Where do learning styles live on in your course?',
  'Var i din kurs bor lärstilarna kvar?',
  'When the old belief is right',
  'kostar att låta bli, den andra vad som skulle göra det tryggt att ändra. (poängsätts inte)',
]);
const met = new Set();

/** What is wrong with a printed page. */
function faults({closed, headings, sheets}) {
  const found = closed ? [`${closed} closed details`] : [];
  sheets.forEach(({width, height, words}, idx) => {
    const where = `sheet ${idx + 1} of ${sheets.length}`;
    if (words.length === 0) found.push(`${where} is blank`);
    for (const it of words) {
      if (it.left < 0 || it.right > width || it.top < 0 || it.bottom > height) found.push(`${where}: “${it.text}” is cut off`);
    }
    // The running foot stands in the lowest twelfth.
    const body = words.filter((it) => it.bottom < height * 0.92);
    const last = Math.max(...body.map((it) => it.bottom));
    const line = body.filter((it) => it.bottom > last - 3).map((it) => unescaped(it.text)).join(' ');
    const stranded = body.length > 0 && last > height * 0.7 && headings.some((it) => it === line || (line.length > 8 && it.endsWith(line)));
    if (!stranded || idx + 1 === sheets.length) return;
    if (KNOWN.has(line)) met.add(line);
    else found.push(`${where}: the heading “${line}” stands alone at its foot`);
  });
  return found;
}

const unescaped = (text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

for (const kind of KINDS) {
  test(`the ${kind} prints whole`, async () => {
    const found = [];
    await inBrowser({}, async (page) => {
      for (const name of pagesOf(kind)) {
        const printed = await print(page, name);
        if (kind === 'agenda' && printed.sheets.length > 1) found.push(`${name}: ${printed.sheets.length} sheets instead of one`);
        found.push(...faults(printed).map((it) => `${name}: ${it}`));
      }
    });
    none(found, 'faults');
  });
}

test('the printed handout numbers its pages and has lines to write on', async () => {
  await inBrowser({}, async (page) => {
    const {sheets} = await print(page, pagesOf('handout').find((it) => it.includes('75-90')));
    assert.ok(sheets.length > 2);
    sheets.forEach(({height, words}, idx) => {
      const foot = words.filter((it) => it.top > height * 0.92).map((it) => it.text);
      assert.ok(foot.includes(String(idx + 1)) && foot.includes(String(sheets.length)), `sheet ${idx + 1}: ${foot.join(' ')}`);
    });
    const lines = await page.evaluate(() => [...document.querySelectorAll('.lines .line')].filter((it) => it.getBoundingClientRect().height > 10).length);
    assert.ok(lines > 3);
  });
});

test('every heading that is known to stand alone still does', () => {
  assert.deepEqual([...KNOWN].filter((it) => !met.has(it)), []);
});
