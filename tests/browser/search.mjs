// Courses and modules are found: by words in other forms, by their beginning, by what they say of themselves; and without script.

import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import zlib from 'node:zlib';
import {violations} from './axe.mjs';
import {inBrowser, none, open, scratch} from './browser.mjs';
import {OUTPUT, PROGRAM, aPage, fileUrl, serve} from './site.mjs';

const count = (page) => page.locator('.find-count').textContent();
const titles = (page) => page.locator('.hits:not([hidden]) .hit-title').allTextContents();
const search = (page, words) => page.getByRole('searchbox').fill(words);

test('words are found in other forms and by their beginning, and are marked', async () => {
  await inBrowser({}, async (page) => {
    await open(page, fileUrl('index.html'));
    const found = async (words) => {
      await search(page, words);
      return (await titles(page)).sort();
    };
    for (const [one, other] of [['säljprocessen', 'säljprocesser'], ['konkurrenten', 'konkurrenter'], ['competitor', 'competitors'], ['lärstil', 'lärstilarna']]) {
      const hits = await found(one);
      assert.ok(hits.length > 0, `${one} is found`);
      assert.deepEqual(await found(other), hits, `${other} finds what ${one} finds`);
    }
    assert.ok((await found('säljpro')).length > 0, 'the beginning of a word');
    assert.ok((await page.locator('.hit mark').allTextContents()).every((it) => it.toLowerCase().startsWith('säljpro')));
    // A letter of its own is not another with a mark on it.
    assert.deepEqual(await found('saljprocessen'), []);
    assert.match(await count(page), /^Inga träffar/);
    assert.deepEqual(await found('xyzzy'), []);
  });
});

test('every hit leads to a place that is there', async () => {
  const site = await serve();
  try {
    await inBrowser({}, async (page, {heard}) => {
      await open(page, site.urlOf('index.html'));
      await search(page, 'vad');
      const targets = await page.locator('.hits a').evaluateAll((all) => all.map((it) => it.href));
      assert.ok(targets.length > 5, `${targets.length} links`);
      for (const target of [...new Set(targets)]) {
        await open(page, target);
        const id = decodeURIComponent(new URL(target).hash.slice(1));
        if (id) assert.equal(await page.locator(`[id="${id}"]`).count(), 1, target);
      }
      none(heard, 'complaints');
    });
  } finally {
    site.close();
  }
});

test('a course page finds its own modules alone', async () => {
  await inBrowser({}, async (page) => {
    await open(page, fileUrl('tvartom/sv/index.html'));
    await search(page, 'vi');
    const targets = await page.locator('.hits .hit-title a').evaluateAll((all) => all.map((it) => it.href));
    assert.ok(targets.length > 0 && targets.every((it) => it.includes('/tvartom/sv/')), targets.join(' '));
  });
});

test('what is narrowed down is counted, and cleared again', async () => {
  await inBrowser({}, async (page, {heard}) => {
    await open(page, fileUrl('index.html'));
    const cards = page.locator('.parts > .cards > .card:visible');
    const whole = await cards.count();
    await page.getByLabel('Ämne').selectOption('lärande');
    const some = await cards.count();
    assert.ok(some > 0 && some < whole, `${some} of ${whole}`);
    assert.equal(await count(page), `${some} av ${whole} visas`);
    await page.getByRole('button', {name: 'Rensa'}).press('Enter');
    await page.waitForFunction(() => document.querySelector('.find-count').textContent === '');
    assert.equal(await cards.count(), whole);
    none(heard, 'complaints');
  });
});

test('the count is told, and the keyboard goes from the words to the hits', async () => {
  await inBrowser({}, async (page) => {
    await open(page, fileUrl('index.html'));
    assert.equal(await page.locator('.find-count').getAttribute('role'), 'status');
    await page.getByRole('searchbox').focus();
    await page.keyboard.type('process');
    assert.match(await count(page), /^\d+ träff/);
    await page.keyboard.press('Enter');
    for (let stops = 0; stops < 10; stops += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement.matches('.hits a'))) return;
    }
    assert.fail('Tab does not come to the hits');
  });
});

for (const name of ['index.html', aPage('course-page', 'en')]) {
  test(`axe finds nothing among the hits of ${name}, and they do not scroll sideways`, async () => {
    await inBrowser({viewport: {width: 320, height: 700}}, async (page) => {
      await open(page, fileUrl(name));
      await search(page, 'process');
      none(await violations(page, name), 'violations');
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1));
    });
  });
}

test('without script the catalogue is whole, and shows no form that does nothing', async () => {
  await inBrowser({javaScriptEnabled: false}, async (page) => {
    await page.goto(fileUrl('index.html'));
    assert.equal(await page.locator('.find:visible').count(), 0);
    assert.equal(await page.locator('.parts > .cards > .card:visible').count(), await page.locator('.parts > .cards > .card').count());
  });
});

test('the index leads to nothing of the trainer', () => {
  const index = fs.readFileSync(path.join(OUTPUT, 'search.js'), 'utf8');
  assert.ok(index.startsWith('window.tvartomSearch = ['));
  assert.ok(!index.includes('trainer/'));
});

test('index and script of a hundred modules weigh at most 60 kB as they are sent', () => {
  const root = fs.mkdtempSync(path.join(scratch, 'hundred-'));
  const course = path.join(root, 'curriculum', 'stor');
  fs.mkdirSync(course, {recursive: true});
  fs.writeFileSync(path.join(course, 'course.yaml'), 'title: En stor kurs\nlang: sv\naudience: {who: Alla}\n');
  // Words that differ from module to module, so that they cannot be packed away as repetitions.
  let seed = 7;
  const next = (n) => (seed = (seed * 48271) % 2147483647) % n;
  const part = () => ['ka', 'ro', 'mi', 'st', 'el', 'än', 'fö', 'rsk', 'ot', 'la', 'vi', 'do', 'prå', 'ne', 'tt'][next(15)];
  const word = () => Array.from({length: 2 + next(3)}, part).join('');
  const sentence = (n) => Array.from({length: n}, word).join(' ');
  for (let n = 1; n <= 100; n += 1) {
    const objectives = [1, 2, 3].map((it) => `  - {id: o${it}, text: ${sentence(9)}}`).join('\n');
    const sections = Array.from({length: 12}, () => `## ${sentence(6)}\n\n- ${sentence(20)}\n`).join('\n');
    fs.writeFileSync(path.join(course, `${String(n).padStart(3, '0')}-${word()}${n}.md`),
      `---\ntitle: ${sentence(4)}\nobjectives:\n${objectives}\n---\n\n${sections}`);
  }
  const output = path.join(root, 'output');
  execFileSync(PROGRAM, ['build', '--curriculum', path.join(root, 'curriculum'), '--output', output, '--only', 'handout'], {cwd: root, stdio: 'pipe'});
  const script = fs.readdirSync(path.join(output, 'assets')).find((it) => /^find-.*\.js$/.test(it));
  const files = [path.join(output, 'search.js'), path.join(output, 'assets', script)];
  const index = fs.readFileSync(files[0], 'utf8');
  assert.equal(index.split('"u":').length - 1, 101);
  const weight = files.reduce((sum, it) => sum + zlib.gzipSync(fs.readFileSync(it)).length, 0);
  assert.ok(weight <= 60 * 1024, `${weight} bytes`);
});
