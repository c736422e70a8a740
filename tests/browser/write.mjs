// Writing on a handout: every place takes words, keeps them, prints them, saves them, and lets go of them when asked.
// And the trainer's count of papers, which reckons what became of each belief.

import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {violations} from './axe.mjs';
import {inBrowser, none, open, scratch} from './browser.mjs';
import {OUTPUT, fileUrl, languageOf, pagesOf, serve} from './site.mjs';

const HANDOUTS = pagesOf('handout');
const A_HANDOUT = HANDOUTS.find((it) => it.includes('sv/60-procent'));
const A_KEY = pagesOf('key').find((it) => it.includes('en/konkurrenten'));

/** Writes in every place; the words say which one it is. */
const writeEverywhere = (page) => page.evaluate(() => {
  const fields = [...document.querySelectorAll('main :is(.field-text, .field-lines, .field-cell)')];
  fields.forEach((field, idx) => {
    field.value = `w${idx}`;
    field.dispatchEvent(new Event('input', {bubbles: true}));
  });
  const boxes = [...document.querySelectorAll('main input.tick')].filter((_, idx) => idx % 3 === 0);
  boxes.forEach((box) => box.click());
  return fields.length;
});

const writtenOn = (page) => page.evaluate(() => [...document.querySelectorAll('main :is(.field-text, .field-lines, .field-cell)')].map((it) => it.value));
const tickedOn = (page) => page.evaluate(() => [...document.querySelectorAll('main input.tick')].map((it) => it.checked));

test('every place to write or tick on a handout is a field with a name of its own', async () => {
  const found = [];
  await inBrowser({}, async (page, {heard}) => {
    for (const name of HANDOUTS) {
      await open(page, fileUrl(name));
      found.push(...(await page.evaluate(() => {
        const out = [];
        const empty = (selector, field) => [...document.querySelectorAll(`main ${selector}`)].filter((it) => !it.querySelector(field));
        for (const [selector, field] of [['.gap-blank', 'input'], ['.lines', 'textarea'], ['td.blank', 'textarea'], ['.guess-mine', 'input'], ['.ballot-tick', 'input'], ['.ballot .tick-choice', 'input']]) {
          out.push(...empty(selector, field).map((it) => `${selector} without ${field}: ${it.closest('.section')?.id}`));
        }
        for (const it of document.querySelectorAll('main :is(input, textarea)')) {
          if (!it.getAttribute('aria-label')?.trim()) out.push(`a ${it.localName} without a name in ${it.closest('.section')?.id}`);
        }
        if (document.querySelectorAll('main :is(input, textarea)').length < 5) out.push('hardly a place to write');
        return out;
      })).map((it) => `${name}: ${it}`));
    }
    none(heard, 'complaints');
  });
  none(found, 'faults');
});

test('what is written survives a reload, is told where it stays, and is deleted after a question', async () => {
  await inBrowser({}, async (page, {heard}) => {
    await open(page, fileUrl(A_HANDOUT));
    assert.ok(await page.locator('.desk-privacy').isVisible());
    const count = await writeEverywhere(page);
    const [words, ticks] = [await writtenOn(page), await tickedOn(page)];
    assert.ok(count > 15 && ticks.includes(true));
    await open(page, fileUrl(A_HANDOUT));
    assert.deepEqual(await writtenOn(page), words);
    assert.deepEqual(await tickedOn(page), ticks);
    // Another handout knows nothing of it.
    await open(page, fileUrl(HANDOUTS.find((it) => it.includes('sv/konkurrenten'))));
    assert.ok((await writtenOn(page)).every((it) => it === ''));
    await open(page, fileUrl(A_HANDOUT));
    await page.click('[data-do="clear"]');
    await page.click('[data-do="keep"]');
    assert.deepEqual(await writtenOn(page), words);
    await page.click('[data-do="clear"]');
    await page.click('[data-do="clear-now"]');
    assert.ok((await writtenOn(page)).every((it) => it === ''));
    assert.ok((await tickedOn(page)).every((it) => !it));
    assert.notEqual(await page.locator('.desk-status').textContent(), '');
    await open(page, fileUrl(A_HANDOUT));
    assert.ok((await writtenOn(page)).every((it) => it === ''));
    none(heard, 'complaints');
  });
});

test('words follow what is asked when a handout has changed, and none are lost', async () => {
  await inBrowser({}, async (page) => {
    await open(page, fileUrl(A_HANDOUT));
    const label = await page.evaluate(() => {
      const key = Object.keys(localStorage).find((it) => it.startsWith('tvartom-handout:')) || `tvartom-handout:${document.querySelector('.desk-handout').dataset.page}`;
      const field = [...document.querySelectorAll('.field-cell')].at(-1);
      const written = {'elsewhere/cell/99': {label: field.getAttribute('aria-label'), section: 'x', value: 'moved'}, 'gone/gap/1': {label: 'no such', section: 'Old', value: 'homeless'}};
      localStorage.setItem(key, JSON.stringify(written));
      return field.getAttribute('aria-label');
    });
    await open(page, fileUrl(A_HANDOUT));
    assert.equal(await page.evaluate((it) => [...document.querySelectorAll('.field-cell')].find((field) => field.getAttribute('aria-label') === it).value, label), 'moved');
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-do="save"]')]);
    const text = fs.readFileSync(await download.path(), 'utf8');
    assert.ok(text.includes('moved') && text.includes('homeless'));
  });
});

test('writing on a handout that has changed writes nothing over', async () => {
  await inBrowser({}, async (page) => {
    await open(page, fileUrl(A_HANDOUT));
    await writeEverywhere(page);
    const words = await writtenOn(page);
    // As if a place had been added before all of the last kind, and another taken away.
    await page.evaluate(() => {
      const key = Object.keys(localStorage).find((it) => it.startsWith('tvartom-handout:'));
      const written = JSON.parse(localStorage.getItem(key));
      const [first, second] = Object.keys(written).filter((it) => written[it].value.startsWith('w'));
      [written[first], written[second]] = [{label: 'no such', section: 'Old', value: 'homeless'}, written[first]];
      localStorage.setItem(key, JSON.stringify(written));
    });
    await open(page, fileUrl(A_HANDOUT));
    const after = await writtenOn(page);
    assert.equal(after[0], words[0], 'the words follow what was asked');
    assert.equal(after[1], '');
    await page.evaluate(() => {
      const field = document.querySelectorAll('main :is(.field-text, .field-lines, .field-cell)')[1];
      field.value = 'new';
      field.dispatchEvent(new Event('input', {bubbles: true}));
    });
    await open(page, fileUrl(A_HANDOUT));
    assert.deepEqual(await writtenOn(page), [words[0], 'new', ...words.slice(2)]);
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-do="save"]')]);
    assert.ok(fs.readFileSync(await download.path(), 'utf8').includes('homeless'));
  });
});

test('what is written is saved as a file that holds all of it under its headings', async () => {
  await inBrowser({}, async (page) => {
    await open(page, fileUrl(A_HANDOUT));
    await page.click('[data-do="save"]');
    assert.notEqual(await page.locator('.desk-status').textContent(), '', 'with nothing written it says so');
    const count = await writeEverywhere(page);
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-do="save"]')]);
    assert.match(download.suggestedFilename(), /60-procent.*\.txt$/);
    const text = fs.readFileSync(await download.path(), 'utf8');
    for (let idx = 0; idx < count; idx++) assert.match(text, new RegExp(`: w${idx}\\r\\n`), `w${idx}`);
    assert.ok(text.includes('Ganska säker') || text.includes('Gissar'));
  });
});

test('one tick a row; a tick can be taken back; the keyboard is enough', async () => {
  await inBrowser({}, async (page) => {
    await open(page, fileUrl(A_HANDOUT));
    const boxes = page.locator('.ballot-short tbody tr:first-child .ballot-tick input');
    await boxes.nth(0).focus();
    await page.keyboard.press('Space');
    assert.deepEqual([await boxes.nth(0).isChecked(), await boxes.nth(1).isChecked()], [true, false]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    assert.deepEqual([await boxes.nth(0).isChecked(), await boxes.nth(1).isChecked()], [false, true]);
    await page.keyboard.press('Space');
    assert.deepEqual([await boxes.nth(0).isChecked(), await boxes.nth(1).isChecked()], [false, false]);
  });
});

test('a field grows with what is written in it', async () => {
  await inBrowser({}, async (page) => {
    await open(page, fileUrl(A_HANDOUT));
    const area = page.locator('.field-lines').first();
    const before = (await area.boundingBox()).height;
    await area.fill(Array.from({length: 30}, (_, idx) => `rad ${idx}`).join('\n'));
    assert.ok((await area.boundingBox()).height > before * 3);
    assert.ok(await area.evaluate((it) => it.scrollHeight <= it.clientHeight + 1), 'nothing is hidden in it');
  });
});

test('what is written is printed once, and lines that are empty are ruled', async () => {
  await inBrowser({}, async (page) => {
    await open(page, fileUrl(A_HANDOUT));
    const count = await writeEverywhere(page);
    const file = path.join(scratch, 'written.pdf');
    await page.pdf({path: file, preferCSSPageSize: true});
    const words = execFileSync('pdftotext', [file, '-'], {encoding: 'utf8'}).split(/\s+/);
    for (let idx = 0; idx < count; idx++) assert.equal(words.filter((it) => it === `w${idx}`).length, 1, `w${idx}`);
    await page.emulateMedia({media: 'print'});
    assert.ok(await page.evaluate(() => [...document.querySelectorAll('.lines')].every((it) => [...it.querySelectorAll('.line')].every((line) => line.getBoundingClientRect().height > 10))));
    assert.ok(!(await page.locator('.desk').isVisible()));
  });
});

test('two windows with the same handout do not wipe out each other', async () => {
  await inBrowser({}, async (page, {context}) => {
    await open(page, fileUrl(A_HANDOUT));
    const other = await context.newPage();
    await open(other, fileUrl(A_HANDOUT));
    await page.locator('.field-lines').nth(0).fill('one');
    // A browser's windows hear of each other's storage a little later.
    await other.waitForFunction(() => document.querySelectorAll('.field-lines')[0].value === 'one');
    await other.locator('.field-lines').nth(1).fill('two');
    await page.waitForFunction(() => document.querySelectorAll('.field-lines')[1].value === 'two');
    await open(page, fileUrl(A_HANDOUT));
    assert.deepEqual((await page.locator('.field-lines').evaluateAll((all) => all.map((it) => it.value))).slice(0, 2), ['one', 'two']);
  });
});

test('without scripts the handout is whole, with lines and boxes and no tools', async () => {
  await inBrowser({javaScriptEnabled: false}, async (page) => {
    await page.goto(fileUrl(A_HANDOUT));
    assert.ok(!(await page.locator('.desk').isVisible()));
    assert.ok((await page.locator('main .line').count()) > 5);
    assert.equal(await page.locator('main :is(input, textarea)').count(), 0);
  });
});

test('writing breaks no strict policy, and axe finds nothing while words stand there, wide and narrow', async () => {
  const found = [];
  const server = await serve();
  try {
    for (const width of [1280, 375]) {
      await inBrowser({viewport: {width, height: 800}}, async (page, {heard}) => {
        for (const name of [A_HANDOUT, HANDOUTS.find((it) => it.includes('en/anpassa'))]) {
          await open(page, server.urlOf(name));
          await writeEverywhere(page);
          found.push(...(await violations(page, `${name} at ${width}`)));
          await page.click('[data-do="clear"]');
          found.push(...(await violations(page, `${name} at ${width}, asking`)));
          await page.click('[data-do="keep"]');
          await page.check('[data-do="large"]');
          found.push(...(await violations(page, `${name} at ${width}, large`)));
          await page.uncheck('[data-do="large"]');
        }
        found.push(...heard);
      });
    }
  } finally {
    server.close();
  }
  none(found, 'violations');
});

const sheets = (file) => [...execFileSync('pdfinfo', ['-f', '1', '-l', '99', file], {encoding: 'utf8'}).matchAll(/Page +\d+ size: +([\d.]+) x ([\d.]+)/g)].map((it) => [Math.round(it[1]), Math.round(it[2])]);

test('every page to print comes on A4 or Letter and in large print, and remembers which', async () => {
  const found = [];
  const kinds = ['handout', 'quiz-paper', 'key', 'guide', 'agenda', 'followup', 'cards', 'certificate', 'alignment', 'evaluation', 'manager'];
  await inBrowser({locale: 'sv-SE'}, async (page) => {
    const file = path.join(scratch, 'size.pdf');
    for (const kind of kinds) {
      const name = pagesOf(kind).find((it) => languageOf(it) === 'sv');
      await open(page, fileUrl(name));
      await page.selectOption('[data-do="paper"]', 'a4');
      await page.pdf({path: file, preferCSSPageSize: true});
      if (!sheets(file).every((it) => it.join() === '595,842' || it.join() === '842,595')) found.push(`${name}: not A4 but ${sheets(file)}`);
      await page.selectOption('[data-do="paper"]', 'letter');
      await open(page, fileUrl(name));
      await page.pdf({path: file, preferCSSPageSize: true});
      if (!sheets(file).every((it) => it.join() === '612,792' || it.join() === '792,612')) found.push(`${name}: not Letter but ${sheets(file)}`);
      await page.check('[data-do="large"]');
      await page.emulateMedia({media: 'print'});
      await page.setViewportSize({width: kind === 'agenda' ? 940 : 660, height: 900});
      const small = await page.evaluate(() => {
        const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
        const out = new Set();
        while (walker.nextNode()) {
          const parent = walker.currentNode.parentElement;
          if (!walker.currentNode.data.trim() || parent.closest('sup, svg, .visually-hidden') || !parent.checkVisibility()) continue;
          const size = parseFloat(getComputedStyle(parent).fontSize) * 0.75;
          if (size < 13.9) out.add(`${parent.localName}.${parent.className} ${size.toFixed(1)} pt`);
        }
        return [...out];
      });
      found.push(...small.slice(0, 4).map((it) => `${name}: ${it} in large print`));
      // Wide tables have a sheet of their own that lies down.
      const excess = await page.evaluate(() => {
        const lying = [...document.querySelectorAll('.table-scroll')].filter((it) => getComputedStyle(it).page === 'lying-sheet');
        const tooWide = lying.map((it) => it.scrollWidth - 940).filter((it) => it > 1);
        for (const it of lying) if (!document.body.matches('.agenda')) it.hidden = true;
        return Math.max(document.documentElement.scrollWidth - document.documentElement.clientWidth, ...tooWide);
      });
      if (excess > 1) found.push(`${name}: ${excess} pixels wider than the paper in large print`);
      await page.setViewportSize({width: 1280, height: 720});
      await page.emulateMedia({media: null});
      await page.uncheck('[data-do="large"]');
    }
  });
  none(found, 'faults');
});

test('large print does not make a phone scroll sideways', async () => {
  const found = [];
  await inBrowser({viewport: {width: 360, height: 640}}, async (page) => {
    for (const name of [...HANDOUTS, ...pagesOf('key'), ...pagesOf('agenda')]) {
      await open(page, fileUrl(name));
      await page.check('[data-do="large"]');
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (excess > 0) found.push(`${name}: ${excess} pixels`);
    }
  });
  none(found, 'pages');
});

test('a reader in the United States gets English pages on Letter and Swedish ones on A4', async () => {
  await inBrowser({locale: 'en-US'}, async (page) => {
    for (const [language, size] of [['en', 'letter'], ['sv', 'a4']]) {
      await open(page, fileUrl(HANDOUTS.find((it) => languageOf(it) === language)));
      assert.equal(await page.locator('[data-do="paper"]').inputValue(), size);
    }
  });
});

test('the first use of a term leads to its entry, and no heading, code or link does', async () => {
  const found = [];
  let links = 0;
  await inBrowser({}, async (page) => {
    for (const name of HANDOUTS) {
      await open(page, fileUrl(name));
      const seen = await page.evaluate(() => [...document.querySelectorAll('main a[href^="#term-"]')].map((it) => ({
        href: it.getAttribute('href'), leads: document.getElementById(decodeURIComponent(it.hash.slice(1)))?.localName,
        inside: it.parentElement.closest('h1, h2, h3, h4, code, a')?.localName,
      })));
      links += seen.length;
      for (const it of seen) if (it.leads !== 'dt' || it.inside) found.push(`${name}: ${JSON.stringify(it)}`);
      if (new Set(seen.map((it) => it.href)).size !== seen.length) found.push(`${name}: a term is linked twice`);
    }
  });
  none(found, 'faults');
  assert.ok(links > 8, `${links} links`);
});

test('the key reckons which belief survived, by hand-computed figures, and keeps the count', async () => {
  await inBrowser({}, async (page, {heard}) => {
    await open(page, fileUrl(A_KEY));
    const rows = page.locator('#survival .worksheet-table tbody tr');
    const places = await rows.first().locator('em').allTextContents();
    const [first, second] = places.map((it) => it.split(',').length);
    const fill = async (ticks) => {
      for (const [idx, value] of ticks.entries()) await rows.first().locator('input').nth(idx).fill(String(value));
    };
    const papers = page.locator('#survival .worksheet-fields input');
    await papers.nth(0).fill('20');
    await papers.nth(1).fill('10');
    const reckoned = () => rows.first().locator('.is-reckoned').allTextContents();
    // Half of the answers before, a fifth after: less than half of a half.
    await fill([10 * first, 2 * second]);
    assert.deepEqual(await reckoned(), ['50%', '20%', 'Fading']);
    await fill([10 * first, 3 * second]);
    assert.deepEqual(await reckoned(), ['50%', '30%', 'Lives on']);
    await fill([10 * first, 0]);
    assert.deepEqual(await reckoned(), ['50%', '0%', 'Gone']);
    await fill([0, second]);
    assert.deepEqual(await reckoned(), ['0%', '10%', 'Stronger than before']);
    await fill(['?', second]);
    assert.deepEqual(await reckoned(), ['', '10%', '']);
    await fill([10 * first, 3 * second]);
    await open(page, fileUrl(A_KEY));
    assert.deepEqual(await reckoned(), ['50%', '30%', 'Lives on']);
    none(await violations(page, 'the key'), 'violations');
    await page.click('[data-do="clear"]');
    await page.click('[data-do="clear-now"]');
    assert.deepEqual(await reckoned(), ['', '', '']);
    none(heard, 'complaints');
  });
});

test('no participant page carries the trainer\'s count', () => {
  const open = fs.readdirSync(path.join(OUTPUT, 'tvartom'), {recursive: true}).filter((it) => String(it).endsWith('.html'));
  assert.ok(open.every((it) => !fs.readFileSync(path.join(OUTPUT, 'tvartom', String(it)), 'utf8').includes('tally.js')));
});
