// Every page loads by itself: from a folder and from a server with a strict policy, without a complaint or a broken link.

import fs from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {inBrowser, none, open} from './browser.mjs';
import {OUTPUT, PAGES, fileUrl, kindOf, serve} from './site.mjs';

async function load(urlOf) {
  const complaints = [];
  const seen = {};
  await inBrowser({}, async (page, {heard}) => {
    for (const name of PAGES) {
      const before = heard.length;
      await open(page, urlOf(name));
      seen[name] = await page.evaluate(links);
      complaints.push(...heard.slice(before).map((it) => `${name}: ${it}`));
    }
  });
  return {complaints, seen};
}

/** What a page points at and what can be pointed at in it. Runs in the page. */
function links() {
  const attributes = [...document.querySelectorAll('[href], [src]')]
    .map((it) => it.getAttribute('href') ?? it.getAttribute('src'));
  // What an interactive quiz links to only after an answer.
  const key = document.getElementById('quiz-key')?.textContent?.trim();
  if (key) {
    const bytes = Uint8Array.from(atob(key), (it) => it.charCodeAt(0));
    const {misconceptions} = JSON.parse(new TextDecoder().decode(bytes));
    attributes.push(...Object.values(misconceptions).map((it) => it.href));
    attributes.push(JSON.parse(document.getElementById('quiz-settings').textContent).handout);
  }
  const ids = [...document.querySelectorAll('[id]')].map((it) => it.id);
  return {
    targets: attributes.filter((it) => it && !/^(data:|mailto:)/.test(it)).map((it) => new URL(it, location.href).href),
    base: location.href, ids, title: document.title, lang: document.documentElement.lang,
  };
}

/** Links that lead nowhere, two elements with one id, and pages without a title or language. */
function broken(seen, urlOf) {
  const found = [];
  const root = urlOf('');
  for (const [name, {targets, ids, title, lang}] of Object.entries(seen)) {
    if (!title || !/^(sv|en)$/.test(lang)) found.push(`${name}: title ${title}, language ${lang}`);
    for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) found.push(`${name}: #${id} twice`);
    for (const target of targets) {
      const [address, fragment] = target.split('#');
      if (!address.startsWith(root)) {
        if (!/^https?:/.test(address) || address.startsWith('http://127.0.0.1')) found.push(`${name}: leads out of the output: ${target}`);
        continue;
      }
      const file = decodeURIComponent(address.slice(root.length));
      if (!fs.existsSync(path.join(OUTPUT, file)) || !path.extname(file)) found.push(`${name}: no such file: ${file}`);
      else if (fragment && seen[file] && !seen[file].ids.includes(decodeURIComponent(fragment))) {
        found.push(`${name}: no #${fragment} in ${file}`);
      }
    }
  }
  return found;
}

test('every page opens from a folder, without complaints, requests elsewhere or broken links', async () => {
  const {complaints, seen} = await load(fileUrl);
  none([...complaints, ...broken(seen, fileUrl)], 'complaints');
});

test('every page opens from a server under a sub-path and a strict policy', async () => {
  const site = await serve();
  try {
    const {complaints, seen} = await load(site.urlOf);
    none([...complaints, ...broken(seen, site.urlOf)], 'complaints');
  } finally {
    site.close();
  }
});

test('the strict policy holds: a page cannot run a script that was written into it', async () => {
  const site = await serve();
  try {
    await inBrowser({}, async (page, {heard}) => {
      await open(page, site.urlOf(PAGES.find((it) => kindOf(it) === 'handout')));
      await page.evaluate(() => {
        const script = document.createElement('script');
        script.textContent = 'window.intruder = true';
        document.body.append(script);
      });
      const ran = await page.evaluate(() => 'intruder' in window);
      none(ran || !heard.some((it) => /Content Security Policy/.test(it)) ? ['it ran'] : [], 'scripts');
    });
  } finally {
    site.close();
  }
});
