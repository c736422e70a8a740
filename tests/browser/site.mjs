// The built output under test: its pages by kind and language, and a server for it on this machine alone.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import {pathToFileURL} from 'node:url';

/** The folder `tests/run` has built the shipped courses into. */
export const OUTPUT = required('TVARTOM_OUTPUT');
/** The program that built it. */
export const PROGRAM = required('TVARTOM_PROGRAM');
/** The curriculum it was built from. */
export const CURRICULUM = required('TVARTOM_CURRICULUM');

/** A folder name with a space, so that nothing rests on lying at the root or on plain names. */
const PREFIX = '/some%20sub%20path/';

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'";
/**
 * A deck is one file, with its style, script and fonts inside; it names their hashes in a policy of its own, which holds
 * together with the header. A header without hashes would forbid them all, so for decks it leaves them to the deck.
 */
const DECK_POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:";

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8', '.tsv': 'text/tab-separated-values; charset=utf-8',
  '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.txt': 'text/plain; charset=utf-8', '.png': 'image/png', '.jpg': 'image/jpeg',
};

function required(name) {
  const value = process.env[name];
  assert.ok(value && fs.existsSync(value), `${name} must name something that exists; tests/run sets it`);
  return path.resolve(value);
}

/** Every page, as a path with slashes inside the output. */
export const PAGES = fs.readdirSync(OUTPUT, {recursive: true}).map((it) => it.split(path.sep).join('/'))
  .filter((it) => it.endsWith('.html')).sort();
assert.ok(PAGES.length > 100, `only ${PAGES.length} pages were built`);

/** What kind of page it is: the product's name, without the mode of a quiz or the variant of an agenda. */
export function kindOf(page) {
  if (page === 'index.html') return 'catalogue';
  if (page === 'trainer/index.html') return 'trainer-index';
  const name = path.posix.basename(page, '.html');
  if (name === 'index') return 'course-page';
  return name.replace(/^(quiz-paper|agenda)-.*/, '$1');
}

export const languageOf = (page) => (/(?:^|\/)(sv|en)\//.exec(page) || [])[1] || 'sv';
export const pagesOf = (kind) => PAGES.filter((it) => kindOf(it) === kind);
export const isDeck = (page) => kindOf(page) === 'deck';
export const fileUrl = (page) => pathToFileURL(path.join(OUTPUT, page)).href;

/** A page of a kind and language; every kind must have one. */
export function aPage(kind, language) {
  const found = pagesOf(kind).find((it) => languageOf(it) === language);
  assert.ok(found, `no ${kind} in ${language} was built`);
  return found;
}

/** Serves the output under `PREFIX`, with the policy a strict organisation would set. */
export async function serve() {
  const server = http.createServer((request, response) => {
    const asked = request.url.split('?')[0];
    const inside = asked.startsWith(PREFIX) ? path.join(OUTPUT, decodeURIComponent(asked.slice(PREFIX.length))) : OUTPUT;
    const isFile = inside.startsWith(OUTPUT + path.sep) && fs.existsSync(inside) && fs.statSync(inside).isFile();
    if (!isFile) return response.writeHead(404).end();
    response.writeHead(200, {
      'content-type': TYPES[path.extname(inside)] || 'application/octet-stream',
      'content-security-policy': isDeck(asked.slice(PREFIX.length)) ? DECK_POLICY : POLICY,
      'cache-control': 'no-store',
    });
    response.end(request.method === 'HEAD' ? undefined : fs.readFileSync(inside));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const root = `http://127.0.0.1:${server.address().port}${PREFIX}`;
  return {urlOf: (page) => root + page, close: () => server.close()};
}
