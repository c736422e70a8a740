// What a deck weighs: its script, its style, and twenty slides of it, without the faces and pictures it carries; and that what it
// left out to be light is missed by nobody.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import vm from 'node:vm';
import {gzipSync} from 'node:zlib';
import ts from 'typescript';
import {build} from './built.mjs';
import {none, scratch} from './browser.mjs';
import {DECK, OTHER, inDeck, presenter} from './decks.mjs';
import {OUTPUT, pagesOf} from './site.mjs';

/** In bytes. Twenty slides: of a shipped deck with all its notes and evidence, and of bullets, tables, code and quotations. */
const BUDGET = {script: 9_000, style: 10_000, slides: 85_000, plain: 60_000};

const ASSETS = fileURLToPath(new URL('../../themes/default/assets', import.meta.url));
const ours = (ending) => fs.readdirSync(ASSETS).filter((it) => it.endsWith(ending)).map((it) => [it, fs.readFileSync(path.join(ASSETS, it), 'utf8')]);

const packed = (text) => gzipSync(text, {level: 9}).length;

/** The parts of a deck, without faces and pictures. */
function parts(file) {
  const page = fs.readFileSync(file, 'utf8');
  const [, style] = /<style>(.*?)<\/style>/s.exec(page);
  const [, script] = /<script>(.*?)<\/script>/s.exec(page);
  const bare = style.replace(/@font-face\s*\{.*?\}/gs, '');
  assert.ok(style.length > bare.length && script.length > 10_000 && bare.length > 10_000, 'something was weighed');
  const slides = page.split('<section class="slide').slice(1, 21).join('').replace(/<svg.*?<\/svg>/gs, '').replace(/"data:[^"]*"/g, '""');
  return {style, bare, script, twenty: bare.length + script.length + slides.length};
}

test('a deck\'s script stays within 8.5 KB and its style within 10 KB, as they are sent, and twenty slides within 85 KB', () => {
  const found = [];
  for (const name of pagesOf('deck')) {
    const {bare, script, twenty} = parts(path.join(OUTPUT, name));
    for (const [what, weight] of [['script', packed(script)], ['style', packed(bare)], ['slides', twenty]]) {
      if (weight > BUDGET[what]) found.push(`${name}: ${what} weighs ${weight}`);
    }
  }
  none(found, 'decks over their budget');
});

test('twenty slides of bullets, tables, code and quotations, with notes, stay within 60 KB', () => {
  const root = path.join(scratch, 'plain');
  fs.mkdirSync(path.join(root, 'c'), {recursive: true});
  fs.writeFileSync(path.join(root, 'c', 'course.yaml'), 'title: Meetings\nlang: en\n');
  const bodies = [
    '- Nobody has read the paper\n- The aim is not said\n- The wrong people are there',
    '| Paper | Read by | Led to |\n|---|---|---|\n| Headings | 24% | Another meeting |\n| Questions | 61% | A decision the same day |',
    '```rust\nlet cost = people * hours * rate;\nassert!(cost < value);\n```',
    '> One cannot decide on what nobody has read. One can only nod.',
  ];
  const sections = Array.from({length: 18}, (_, n) => `## What to do, part ${n + 1} {#s${n}${n % 4 ? '' : ' reveal=steps'}}\n\n${bodies[n % 4]}\n\n`
    + '::: guide\nSay this in your own words, with an example from your own work, and ask who recognises it.\n:::\n');
  fs.writeFileSync(path.join(root, 'c', '01-a.md'), `---\ntitle: Meetings that decide\n---\n\n${sections.join('\n')}`);
  const {decks, told} = build(root, 'plain-out');
  const page = fs.readFileSync(decks[0], 'utf8');
  assert.equal(page.split('<section class="slide').length - 1, 20, told);
  const {twenty} = parts(decks[0]);
  assert.ok(twenty > 30_000 && twenty <= BUDGET.plain, `it weighs ${twenty}`);
});

/** What a program says to others, and others to it: its texts, classes, keys and events, and the names of what it asks objects for. */
function said(text) {
  /** @type {Set<string>} */
  const found = new Set();
  const visit = (node) => {
    const isText = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node);
    const {parent} = node;
    const isName = ts.isIdentifier(node) && ((ts.isPropertyAccessExpression(parent) && parent.name === node)
      || ((ts.isPropertyAssignment(parent) || ts.isShorthandPropertyAssignment(parent)) && parent.name === node)
      || (ts.isBindingElement(parent) && ts.isObjectBindingPattern(parent.parent) && (parent.propertyName ?? parent.name) === node));
    if (isText || isName || ts.isRegularExpressionLiteral(node)) found.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('deck.js', text, ts.ScriptTarget.Latest, true));
  return found;
}

test('the script that a deck carries is one program of its own, without comments, and keeps every name that others know it by', () => {
  const {script} = parts(path.join(OUTPUT, DECK));
  // That it can be read at all.
  assert.ok(new vm.Script(script));
  const {statements} = ts.createSourceFile('deck.js', script, ts.ScriptTarget.Latest, true);
  assert.deepEqual(statements.map((it) => ts.SyntaxKind[it.kind]), ['ExpressionStatement', 'ExpressionStatement'], 'it gives the page no names');
  assert.match(script, /^(["'])use strict\1;/);
  const here = said(script);
  for (const name of ['tvartom', 'position', 'tvartom:goto', 'tvartom:renew', 'deck-data', 'tvartom/', '#presenter=']) assert.ok(here.has(name), name);
  const lost = [];
  for (const [name, text] of ours('.js').filter(([it]) => it.startsWith('deck'))) {
    const written = said(text);
    assert.ok(written.size > 10, `${name} says something`);
    lost.push(...[...written].filter((it) => !here.has(it)).map((it) => `${name}: ${it}`));
    const comments = [...text.matchAll(/^\s*(?:\/\/|\/\*\*|\*) *(\S.{8,}?)(?: \*\/)?$/gm)].map(([, it]) => it);
    none(comments.filter((it) => script.includes(it)), 'comments that decks carry');
  }
  none(lost, 'texts and names of the theme that the deck lost');
});

/** Runs in the page: the rules of a style, each with where it stands and one of its selectors. */
function rulesOf(text) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  const found = [];
  const walk = (rules, where) => {
    for (const rule of rules) {
      if (rule instanceof CSSStyleRule) {
        // Commas inside brackets do not part selectors.
        const selectors = rule.selectorText.split(/,(?![^(]*\))/).map((it) => it.trim());
        for (const it of selectors) found.push({selector: it, key: `${where} ${it} {${rule.style.cssText}}`});
      } else if (rule.cssRules) walk(rule.cssRules, `${where} ${rule.cssText.slice(0, rule.cssText.indexOf('{')).trim()}`);
      else found.push({selector: '', key: `${where} ${rule.cssText}`});
    }
  };
  walk(sheet.cssRules, '');
  // Where a value holds a variable, its spaces are the writer's.
  return found.map(({selector, key}) => ({selector, key: key.replace(/\s*([,:()])\s*/g, '$1')}));
}

for (const name of [DECK, OTHER]) {
  test(`the rules that a deck leaves out would change nothing, whatever is shown: ${name}`, () => inDeck(async (page, {context, ids}) => {
    const {style} = parts(path.join(OUTPUT, name));
    const all = ours('.css').filter(([it]) => /^(tokens|chart|deck.*)\.css$/.test(it)).map(([, text]) => text).join('\n');
    const rules = {kept: await page.evaluate(rulesOf, style.replace(/@font-face\s*\{.*?\}/gs, '')), all: await page.evaluate(rulesOf, all)};
    const written = new Set(rules.all.map((it) => it.key));
    none(rules.kept.map((it) => it.key).filter((it) => !written.has(it) && !it.includes('@layer brand')), 'rules that nobody wrote');
    const kept = new Set(rules.kept.map((it) => it.key));
    const left = [...new Set(rules.all.filter((it) => !kept.has(it.key)).map((it) => it.selector.replace(/::?(before|after|hover|focus-visible|focus|active|backdrop|first-child|marker)\b(\([^)]*\))?/g, '')))];
    assert.ok(left.length > 20, `${left.length} were left out`);
    const missed = new Set();
    const look = async (where) => {
      for (const it of await where.evaluate((list) => list.filter((it) => it && document.querySelector(it)), left)) missed.add(it);
    };
    const desk = await presenter(page, context);
    for (let turn = 0; turn < 200; turn += 1) {
      await look(page);
      if (turn % 10 === 0) await look(desk);
      const {slide, step} = await page.evaluate(() => window.tvartom.position());
      await page.keyboard.press('ArrowRight');
      const now = await page.evaluate(() => window.tvartom.position());
      if (slide === now.slide && step === now.step) break;
      assert.ok(turn < 199, 'the end was reached');
    }
    for (const key of ['d', 'd', 'l', 'g', 'b', 'b', 'w', 'w', 'o', 'Escape', '?', 'Escape', '7']) {
      await page.keyboard.press(key);
      await look(page);
    }
    for (const mode of ['notes', 'three']) {
      await page.goto(`${page.url().split('#')[0].split('?')[0]}?print=${mode}`);
      await page.waitForFunction(() => 'tvartom' in window);
      await look(page);
    }
    none([...missed], 'rules that are missed');
    assert.ok(ids.length > 20);
  }, name));
}
