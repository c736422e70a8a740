// `tvartom watch` while somebody writes: the page follows, a mistake is told over the last good page, strangers stay out.

import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';
import {test} from 'node:test';
import {PATIENCE, inBrowser, scratch} from './browser.mjs';
import {CURRICULUM, PROGRAM} from './site.mjs';

const PAGE = 'larstilar/sv/larstilar/handout.html';
const SOURCE = path.join('larstilar', '01-larstilar.md');

const freePort = () => new Promise((resolve) => {
  const server = net.createServer().listen(0, '127.0.0.1', () => {
    const {port} = server.address();
    server.close(() => resolve(port));
  });
});

/** Watches a copy of the curriculum, and ends with the test. */
async function watching(act, ...more) {
  const root = fs.mkdtempSync(path.join(scratch, 'watch-'));
  const curriculum = path.join(root, 'curriculum');
  fs.cpSync(CURRICULUM, curriculum, {recursive: true});
  const port = await freePort();
  const child = spawn(PROGRAM, ['watch', '--port', String(port), '--curriculum', curriculum, '--output', path.join(root, 'output'), ...more],
    {cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: {...process.env, LANG: 'en_US.UTF-8', NO_COLOR: '1'}});
  try {
    const url = await new Promise((resolve, reject) => {
      let said = '';
      const late = setTimeout(() => reject(new Error(`watch does not serve: ${said}`)), PATIENCE);
      const hear = (chunk) => {
        said += chunk;
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
        if (found) {
          clearTimeout(late);
          resolve(found[0]);
        }
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.on('exit', (code) => reject(new Error(`watch ended with ${code}: ${said}`)));
    });
    await act({url, port, source: path.join(curriculum, SOURCE)});
  } finally {
    child.kill();
  }
}

const edit = (file, change) => fs.writeFileSync(file, change(fs.readFileSync(file, 'utf8')));

test('an edit is seen in the open page; a mistake is told over it until it is mended', () => watching(async ({url, source}) => {
  await inBrowser({}, async (page) => {
    await page.goto(`${url}/${PAGE}`);
    const sound = fs.readFileSync(source, 'utf8');
    const title = (await page.locator('h1').innerText()).trim();
    assert.ok(sound.includes(title));
    await page.evaluate(() => (window.before = true));
    edit(source, (it) => it.replace(title, 'Ett alldeles nytt namn'));
    await page.waitForFunction(() => document.querySelector('h1')?.textContent.trim() === 'Ett alldeles nytt namn', null, {timeout: PATIENCE});
    assert.equal(await page.evaluate(() => 'before' in window), false, 'the page was loaded anew');
    assert.equal(await page.locator('tvartom-findings').count(), 0);
    edit(source, (it) => it.replace(/^---\n/, '---\nsurprise: [\n'));
    await page.locator('tvartom-findings').waitFor({state: 'attached'});
    const told = await page.evaluate(() => document.querySelector('tvartom-findings').shadowRoot.textContent);
    assert.match(told, /01-larstilar\.md:\d+:\d+/);
    assert.equal((await page.locator('h1').innerText()).trim(), 'Ett alldeles nytt namn', 'the last good page stays');
    fs.writeFileSync(source, sound);
    await page.locator('tvartom-findings').waitFor({state: 'detached'});
    await page.waitForFunction((it) => document.querySelector('h1')?.textContent.trim() === it, title, {timeout: PATIENCE});
  });
}));

/** Shows the deck of the module that is edited, at its sixth slide, and gives its title a new name. */
async function editTitle(page, url, source) {
  await page.goto(`${url}/trainer/${PAGE.replace('handout', 'deck')}`);
  await page.waitForFunction(() => 'tvartom' in window);
  await page.keyboard.type('6');
  await page.keyboard.press('Enter');
  const {slide} = await page.evaluate(() => window.tvartom.position());
  assert.notEqual(slide, 'title');
  await page.evaluate(() => (window.before = true));
  edit(source, (it) => it.replace(/^title:.*$/m, 'title: Ett alldeles nytt namn'));
  await page.waitForFunction(() => /Ett alldeles nytt namn/.test(document.querySelector('#title .title').textContent), null, {timeout: PATIENCE});
  assert.ok(await page.evaluate(() => 'before' in window), 'the new slides came without a new page, so nothing flashed');
  return slide;
}

const slideOf = (page) => page.evaluate(() => window.tvartom.position().slide);

test('a deck follows the author to the slide that is edited', () => watching(async ({url, source}) => {
  await inBrowser({}, async (page) => {
    await editTitle(page, url, source);
    await page.waitForFunction(() => window.tvartom.position().slide === 'title', null, {timeout: PATIENCE});
  });
}));

test('told to stay, a deck keeps its slide when it is built anew', () => watching(async ({url, source}) => {
  await inBrowser({}, async (page) => {
    const slide = await editTitle(page, url, source);
    assert.equal(await slideOf(page), slide);
  });
}, '--stay'));

test('the preview answers no foreign name, and no path out of its folder', () => watching(async ({port}) => {
  const ask = (host, asked) => new Promise((resolve, reject) => {
    http.get({host: '127.0.0.1', port, path: asked, headers: {host}}, (answer) => {
      let body = '';
      answer.on('data', (it) => (body += it));
      answer.on('end', () => resolve({status: answer.statusCode, body, policy: answer.headers['content-security-policy'] || ''}));
    }).on('error', reject);
  });
  const own = await ask(`127.0.0.1:${port}`, `/${PAGE}`);
  assert.equal(own.status, 200);
  assert.match(own.policy, /default-src 'none'/);
  for (const host of ['evil.example', `evil.example:${port}`, `127.0.0.1.evil.example:${port}`]) {
    const answer = await ask(host, `/${PAGE}`);
    assert.ok(answer.status >= 400 && answer.status < 500, `${host}: ${answer.status}`);
    assert.ok(!answer.body.includes('<main'));
  }
  for (const asked of ['/../curriculum/larstilar/course.yaml', '/%2e%2e/curriculum/larstilar/course.yaml', '/..%2fcurriculum/larstilar/course.yaml', '/.tvartom/manifest.json']) {
    const answer = await ask(`127.0.0.1:${port}`, asked);
    assert.ok(answer.status >= 400 && answer.status < 500, `${asked}: ${answer.status}`);
  }
}));
