// The deck in Firefox, which keeps files apart more strictly: keys, windows in step, votes, and paper.

import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {after, test} from 'node:test';
import puppeteer from 'puppeteer-core';
import {PATIENCE, none, scratch} from './browser.mjs';
import {chain, kept, position, slideIds, type} from './decks.mjs';
import {fileUrl, pagesOf} from './site.mjs';

const executablePath = ['/usr/bin/firefox-esr', '/usr/bin/firefox', process.env.FIREFOX].findLast((it) => it && fs.existsSync(it));
assert.ok(executablePath, 'no Firefox; set FIREFOX');
const firefox = await puppeteer.launch({browser: 'firefox', executablePath, headless: true});
after(() => firefox.close());

const DECK = pagesOf('deck').find((it) => it.includes('sv/75-90'));

const at = (page, slide, step = 0) => page.waitForFunction((id, n) => {
  const here = window.tvartom.position();
  return here.slide === id && here.step === n;
}, {timeout: PATIENCE}, slide, step);

/** A deck in a window of its own, with an ear on its complaints. */
async function inDeck(act, query = '') {
  const context = await firefox.createBrowserContext();
  try {
    const page = await context.newPage();
    const heard = [];
    page.on('pageerror', (it) => heard.push(String(it)));
    page.on('console', (it) => it.type() === 'error' && heard.push(it.text()));
    await page.setViewport({width: 1280, height: 720});
    await page.goto(fileUrl(DECK) + query);
    await page.waitForFunction(() => 'tvartom' in window, {timeout: PATIENCE});
    await act(page, {ids: await slideIds(page), context});
    none(heard, 'complaints');
  } finally {
    await context.close();
  }
}

test('Firefox: keys of people and clickers', () => inDeck(async (page, {ids}) => {
  for (const key of ['ArrowRight', 'PageDown', ' ']) {
    const before = await position(page);
    await page.keyboard.press(key);
    assert.notDeepEqual(await position(page), before, key);
  }
  await page.keyboard.press('Home');
  await at(page, ids[0]);
  await type(page, 2);
  await at(page, ids[1]);
  for (const shade of ['black', 'white']) {
    await page.keyboard.press(shade === 'black' ? '.' : ',');
    await page.waitForFunction((it) => document.documentElement.classList.contains(it), {timeout: PATIENCE}, shade);
    await page.keyboard.press('PageUp');
    await page.waitForFunction((it) => !document.documentElement.classList.contains(it), {timeout: PATIENCE}, shade);
  }
  await page.keyboard.press('End');
  await at(page, ids.at(-1));
  await page.keyboard.press('o');
  await page.waitForSelector('dialog[open] .thumbs button');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => !document.querySelector('dialog'));
}));

test('Firefox: the presenter window keeps in step from a file, both ways, and after a reload', () => inDeck(async (page, {ids, context}) => {
  await page.keyboard.press('s');
  const target = await context.waitForTarget((it) => it.url().includes('#presenter='), {timeout: PATIENCE});
  const desk = await target.page();
  await desk.waitForFunction(() => document.querySelector('.desk-now .frame'), {timeout: PATIENCE});
  await page.keyboard.press('End');
  await at(desk, ids.at(-1));
  await desk.keyboard.press('Home');
  await at(page, ids[0]);
  await desk.keyboard.press('ArrowRight');
  await at(page, ids[1]);
  for (const window of [page, desk]) {
    await window.reload();
    await window.waitForFunction(() => 'tvartom' in window, {timeout: PATIENCE});
    await at(window, ids[1]);
  }
  await page.keyboard.press('Home');
  await at(desk, ids[0]);
  await desk.keyboard.press('ArrowRight');
  await at(page, ids[1]);
}));

test('Firefox: nobody comes past a vote, and what is shown is kept', () => inDeck(async (page) => {
  const {first, second, shift, ids} = await chain(page);
  await type(page, shift + 1);
  await at(page, ids[first]);
  await type(page, shift + 1);
  await at(page, ids[second]);
  await type(page, shift + 1);
  await at(page, ids[shift]);
  await page.keyboard.press('d');
  await page.reload();
  await page.waitForFunction(() => document.documentElement.dataset.room === 'dark', {timeout: PATIENCE});
  await at(page, ids[shift]);
  assert.deepEqual((await kept(page)).held.slice(0, 2), [ids[first], ids[second]]);
}));

for (const [query, size, sheets] of [['', '960 x 540', (n) => n], ['?print=notes', '59\\d(\\.\\d+)? x 84\\d', (n) => n], ['?print=three', '59\\d(\\.\\d+)? x 84\\d', (n) => Math.ceil(n / 3)]]) {
  test(`Firefox: a deck${query} is printed whole`, () => inDeck(async (page, {ids}) => {
    const file = path.join(scratch, 'firefox.pdf');
    await page.pdf({path: file, landscape: !query, ...(!query && {width: '7.5in', height: '13.333in'}), printBackground: true});
    const info = execFileSync('pdfinfo', [file], {encoding: 'utf8'});
    assert.match(info, new RegExp(`Pages: +${sheets(ids.length)}\\n`), info);
    assert.match(info, new RegExp(`Page size: +${size}`), info);
    const pages = execFileSync('pdftotext', ['-raw', file, '-'], {encoding: 'utf8'}).split('\f').slice(0, -1);
    none(pages.map((it, idx) => (it.trim() ? '' : `page ${idx + 1}`)).filter(Boolean), 'blank pages');
  }, query));
}

test('Firefox: a handout keeps what is written, lets its fields grow, and takes Letter', async () => {
  const context = await firefox.createBrowserContext();
  try {
    const page = await context.newPage();
    const heard = [];
    page.on('pageerror', (it) => heard.push(String(it)));
    page.on('console', (it) => it.type() === 'error' && heard.push(it.text()));
    const url = fileUrl(pagesOf('handout').find((it) => it.includes('sv/60-procent')));
    await page.goto(url);
    await page.waitForSelector('.field-lines', {timeout: PATIENCE});
    const before = await page.$eval('.field-lines', (it) => it.getBoundingClientRect().height);
    await page.type('.field-lines', 'rad\n'.repeat(20));
    await page.click('.ballot-tick input');
    await page.select('[data-do="paper"]', 'letter');
    await page.reload();
    await page.waitForSelector('.field-lines', {timeout: PATIENCE});
    const kept = await page.evaluate(() => ({
      words: document.querySelector('.field-lines').value,
      height: document.querySelector('.field-lines').getBoundingClientRect().height,
      ticked: document.querySelector('.ballot-tick input').checked,
      letter: document.querySelector('link[data-letter]').media,
    }));
    assert.equal(kept.words, 'rad\n'.repeat(20));
    assert.ok(kept.height > before * 2, `${before} → ${kept.height}`);
    assert.deepEqual([kept.ticked, kept.letter], [true, 'print']);
    none(heard, 'complaints');
  } finally {
    await context.close();
  }
});
