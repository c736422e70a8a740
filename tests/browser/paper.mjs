// What comes out of the printer: nothing is cut off, folded away, blank, or stranded at the foot of a page.

import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import path from 'node:path';
import {test} from 'node:test';
import {inBrowser, none, open, scratch} from './browser.mjs';
import {PAGES, fileUrl, kindOf, pagesOf} from './site.mjs';

/** The width between the margins of an upright A4, and of one that lies down, in CSS pixels and rounded down. */
const [UPRIGHT, LYING] = [640, 1040];

const KINDS = [...new Set(PAGES.map(kindOf))].filter((it) => it !== 'deck').sort();

/** Prints a page as the browser's own Print does, and reads the pages back. */
async function print(page, name) {
  await open(page, fileUrl(name));
  await page.emulateMedia({media: 'print'});
  const closed = await page.evaluate(() => [...document.querySelectorAll('details:not([open])')].length);
  // Under some questions there are drawn lines to write on, which have no words to find.
  const headings = await page.evaluate(() => [...document.querySelectorAll('h1, h2, h3, h4, h5')]
    .filter((it) => !it.parentElement.querySelector('.lines, .write-box')).map((it) => it.innerText.trim().replace(/\s+/g, ' ')).filter(Boolean));
  const file = path.join(scratch, 'paper.pdf');
  await page.pdf({path: file, preferCSSPageSize: true, format: 'A4', printBackground: false});
  const boxes = execFileSync('pdftotext', ['-bbox', file, '-'], {encoding: 'utf8', maxBuffer: 1 << 28});
  const sheets = boxes.split('<page ').slice(1).map((it) => {
    const [width, height] = ['width', 'height'].map((side) => Number(new RegExp(`${side}="([\\d.]+)"`).exec(it)[1]));
    const words = [...it.matchAll(/xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)</g)]
      .map(([, left, top, right, bottom, text]) => ({left: Number(left), top: Number(top), right: Number(right), bottom: Number(bottom), text}));
    return {width, height, words};
  });
  // Chromium makes everything smaller when something is too wide for the paper, so the sheets do not tell.
  await page.setViewportSize({width: sheets[0].width > sheets[0].height ? LYING : UPRIGHT, height: 900});
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await page.setViewportSize({width: 1280, height: 720});
  await page.emulateMedia({media: null});
  return {closed, headings, sheets, excess};
}

/** What is wrong with a printed page. */
function faults({closed, headings, sheets, excess}) {
  const found = closed ? [`${closed} closed details`] : [];
  if (excess > 1) found.push(`${excess} pixels wider than the paper`);
  sheets.forEach(({width, height, words}, idx) => {
    const where = `sheet ${idx + 1} of ${sheets.length}`;
    if (words.length === 0) found.push(`${where} is blank`);
    for (const it of words) {
      if (it.left < 0 || it.right > width || it.top < 0 || it.bottom > height) found.push(`${where}: “${it.text}” is cut off`);
    }
    // The running foot stands in the lowest twelfth.
    const body = words.filter((it) => it.bottom < height * 0.92);
    const lines = [...new Set(body.map((it) => it.bottom))].sort((one, other) => other - one)
      .map((bottom) => body.filter((it) => Math.abs(it.bottom - bottom) < 1).map((it) => unescaped(it.text)).join(' '));
    // A whole heading, of up to three lines; the end of a table's row may well read like the end of one.
    const ends = [1, 2, 3].map((n) => lines.slice(0, n).reverse().join(' '));
    const stranded = headings.find((it) => ends.includes(it));
    if (stranded && idx + 1 < sheets.length) found.push(`${where}: the heading “${stranded}” stands alone at its foot`);
  });
  return found;
}

/** Moments that have room on a sheet. */
const ON_A_SHEET = 34;

/** A short day is one sheet for the pocket; a longer one takes more rather than be set under 8 pt or lose what to bring. The sheet for the wall lies down and is one. */
async function agendaFaults(page, {sheets}) {
  await page.emulateMedia({media: 'print'});
  const {rows, smallest, hidden} = await page.evaluate(() => {
    const cells = [...document.querySelectorAll('.timetable :is(th, td), .agenda .list li')];
    return {
      rows: document.querySelectorAll('.timetable tbody tr:not(.timetable-module)').length - 1,
      smallest: Math.min(...cells.map((it) => parseFloat(getComputedStyle(it).fontSize) * 0.75)),
      hidden: cells.filter((it) => getComputedStyle(it).display === 'none').length,
    };
  });
  await page.emulateMedia({media: null});
  const found = [];
  const most = Math.ceil(rows / ON_A_SHEET);
  const [pocket, wall] = [sheets.filter((it) => it.height > it.width), sheets.filter((it) => it.width > it.height)];
  if (pocket.length > most) found.push(`${pocket.length} sheets for ${rows} rows instead of ${most}`);
  if (wall.length !== 1) found.push(`${wall.length} sheets for the wall`);
  if (smallest < 7.99) found.push(`words of ${smallest} pt`);
  if (hidden > 0) found.push(`${hidden} cells are left out`);
  return found;
}

const unescaped = (text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

for (const kind of KINDS) {
  test(`the ${kind} prints whole`, async () => {
    const found = [];
    await inBrowser({}, async (page) => {
      for (const name of pagesOf(kind)) {
        const printed = await print(page, name);
        if (kind === 'agenda') found.push(...(await agendaFaults(page, printed)).map((it) => `${name}: ${it}`));
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
    await page.emulateMedia({media: 'print'});
    const lines = await page.evaluate(() => [...document.querySelectorAll('.lines .line')].filter((it) => it.getBoundingClientRect().height > 10).length);
    assert.ok(lines > 3);
  });
});
