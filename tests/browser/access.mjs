// Everybody can read it: axe on every kind of product in both languages, wide and narrow; reflow; a visible focus.

import {test} from 'node:test';
import {violations} from './axe.mjs';
import {inBrowser, none, open} from './browser.mjs';
import {PAGES, aPage, fileUrl, isDeck, kindOf, languageOf, pagesOf} from './site.mjs';

const WIDTHS = [1280, 375];
const KINDS = [...new Set(PAGES.map(kindOf))].sort();

for (const kind of KINDS) {
  test(`axe finds nothing in the ${kind}, in both languages, wide and narrow`, async () => {
    const found = [];
    const whole = ['catalogue', 'trainer-index'].includes(kind);
    // A course of Markdown and one of YAML, so that every kind of block is met.
    const names = whole ? pagesOf(kind) : ['sv', 'en'].flatMap((language) => {
      const all = pagesOf(kind).filter((it) => languageOf(it) === language);
      return [...new Set([aPage(kind, language), all.find((it) => it.includes('75-90')), all.at(-1)])].filter(Boolean);
    });
    for (const width of WIDTHS) {
      await inBrowser({viewport: {width, height: 800}}, async (page) => {
        for (const name of names) {
          await open(page, fileUrl(name));
          found.push(...(await violations(page, `${name} at ${width}`)));
        }
      });
    }
    none(found, 'violations');
  });
}

test('axe finds nothing on any slide', async () => {
  const found = [];
  for (const name of pagesOf('deck').filter((it) => /75-90|anpassa/.test(it))) {
    await inBrowser({}, async (page) => {
      await open(page, fileUrl(name));
      const ids = await page.evaluate(() => [...document.querySelectorAll('.slide')].map((it) => it.id));
      for (const id of ids) {
        await page.evaluate((it) => document.dispatchEvent(new CustomEvent('tvartom:goto', {detail: {id: `${it}/99`}})), id);
        found.push(...(await violations(page, `${name}#${id}`)));
      }
    });
  }
  none(found, 'violations');
});

test('no page scrolls sideways at 320 pixels, nor with wide text spacing', async () => {
  const found = [];
  await inBrowser({viewport: {width: 320, height: 640}}, async (page) => {
    for (const name of PAGES) {
      await open(page, fileUrl(name));
      for (const spaced of [false, true]) {
        found.push(...(await page.evaluate(wide, spaced)).map((it) => `${name}${spaced ? ' with wide spacing' : ''}: ${it}`));
      }
    }
  });
  none(found, 'pages');
});

/** Runs in the page: whether it scrolls sideways, and on account of what. */
function wide(spaced) {
  if (spaced) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
      p { margin-block-end: 2em !important; }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth + 1) return [];
  const scrolls = (it) => it && it !== document.body && (/auto|scroll|hidden|clip/.test(getComputedStyle(it).overflowX) || scrolls(it.parentElement));
  const culprit = [...document.querySelectorAll('body *')].find((it) => it.getBoundingClientRect().right > root.clientWidth + 1 && !scrolls(it.parentElement));
  return [`${root.scrollWidth} wide, on account of ${culprit?.tagName}.${culprit?.getAttribute('class')} ${(culprit?.textContent || '').trim().slice(0, 50)}`];
}

test('every Tab stop shows its focus', async () => {
  const found = [];
  for (const kind of KINDS) {
    await inBrowser({}, async (page) => {
      const name = pagesOf(kind)[0];
      await open(page, fileUrl(name));
      if (isDeck(name)) await page.keyboard.press('End');
      let last = -1;
      for (let stops = 0; stops < 150; stops += 1) {
        await page.keyboard.press('Tab');
        const stop = await page.evaluate(focused);
        if (stop === null || stop.place <= last) break;
        last = stop.place;
        if (!stop.seen) found.push(`${name}: ${stop.what}`);
      }
      if (last < 0) found.push(`${name}: nothing takes the focus`);
    });
  }
  none(found, 'stops without a visible focus');
});

/** Runs in the page: what has the focus, and whether that shows. */
function focused() {
  const it = document.activeElement;
  if (!it || it === document.body) return null;
  // A radio button or tick may show it on the label around it.
  const shows = [it, it.closest('label'), it.parentElement].some((at) => {
    const style = at && getComputedStyle(at);
    return style && ((style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== 'none');
  });
  return {place: [...document.querySelectorAll('*')].indexOf(it), seen: shows, what: `${it.tagName} ${(it.textContent || '').trim().slice(0, 40)}`};
}
