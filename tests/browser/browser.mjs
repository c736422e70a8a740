// One Chromium for all tests, a fresh profile for each, and an ear on everything a page complains of or asks for.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {after} from 'node:test';
import {chromium} from 'playwright-core';

const executablePath = process.env.CHROMIUM || '/usr/bin/chromium';
assert.ok(fs.existsSync(executablePath), `no Chromium at ${executablePath}; set CHROMIUM`);

export const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});
/** Where tests put what they make. */
export const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'tvartom-browser-'));
after(async () => {
  await browser.close();
  fs.rmSync(scratch, {recursive: true, force: true});
});

/** How long a condition may take to come true. Nothing waits this long unless it fails. */
export const PATIENCE = 15000;

/**
 * Runs `act` with a profile of its own; `heard` gathers console errors, faults, and requests that leave the page's host.
 * No request leaves the machine, whatever a page tries.
 */
export async function inBrowser(options, act) {
  const context = await browser.newContext({viewport: {width: 1280, height: 720}, reducedMotion: 'reduce', ...options});
  context.setDefaultTimeout(PATIENCE);
  const heard = [];
  const listen = (page) => {
    page.on('console', (it) => it.type() === 'error' && heard.push(`console: ${it.text()}`));
    page.on('pageerror', (it) => heard.push(`fault: ${it}`));
    // What a page did not finish fetching before it was left is no fault of its own.
    page.on('requestfailed', (it) => it.failure()?.errorText !== 'net::ERR_ABORTED' && heard.push(`failed: ${it.url()} ${it.failure()?.errorText}`));
  };
  context.on('page', listen);
  await context.route((url) => !isOwn(url), (route) => {
    heard.push(`leaves: ${route.request().url()}`);
    return route.abort();
  });
  try {
    await act(await context.newPage(), {context, heard});
  } finally {
    await context.close();
  }
}

const isOwn = (url) => ['file:', 'data:', 'blob:', 'about:'].includes(url.protocol) || url.hostname === '127.0.0.1';

/** Opens a page with its fonts. */
export async function open(page, url) {
  await page.goto(url, {waitUntil: 'load'});
  await page.evaluate(() => document.fonts.ready.then(() => true));
}

/** Fails with every line of a list, if it has any. */
export function none(found, what) {
  assert.equal(found.length, 0, `${found.length} ${what}:\n  ${found.slice(0, 60).join('\n  ')}`);
}
