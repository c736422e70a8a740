// Every kind of slide, block and chart there is, from a course made for it; and the check's word against the browser's on
// slides that are too full, and on slides that nearly are.

import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {violations} from './axe.mjs';
import {inBrowser, none, open, scratch} from './browser.mjs';
import {OUTPUT, PROGRAM, pagesOf} from './site.mjs';

const GALLERY = fileURLToPath(new URL('gallery', import.meta.url));

/** Builds a curriculum; where its decks are, and what was told about it. */
function build(curriculum, name, ...more) {
  const output = path.join(scratch, name);
  const done = spawnSync(PROGRAM, ['build', '--curriculum', curriculum, '--output', output, ...more], {encoding: 'utf8', env: {...process.env, NO_COLOR: '1', LANG: 'en_US.UTF-8', LC_ALL: ''}});
  const decks = fs.readdirSync(output, {recursive: true}).map(String).filter((it) => path.basename(it) === 'deck.html').sort();
  return {output, decks: decks.map((it) => path.join(output, it)), told: done.stdout + done.stderr, status: done.status};
}

const gallery = build(GALLERY, 'gallery', '--strict');

/** Runs in the page: by how much each slide is too full, at any step, and what stands outside. */
function measure() {
  const out = {};
  const parts = '.body, .column, .figure-words, .shift';
  for (let presses = 0; presses < 500; presses += 1) {
    const {slide, step} = window.tvartom.position();
    const at = `${slide}/${step}`;
    if (at === measure.last) break;
    measure.last = at;
    const element = document.getElementById(slide);
    const content = element.querySelector('.content');
    // Letters reach a little out of their lines, which is not too much.
    const slack = (it) => Math.ceil(parseFloat(getComputedStyle(it).fontSize) * 0.25);
    const overs = [content.scrollHeight - content.clientHeight - 1, content.scrollWidth - content.clientWidth - 1];
    for (const it of content.querySelectorAll(parts)) overs.push(it.scrollHeight - it.clientHeight - slack(it), it.scrollWidth - it.clientWidth - slack(it));
    const over = Math.max(0, ...overs);
    out[slide] = Math.max(out[slide] ?? 0, over);
    document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowRight', bubbles: true}));
  }
  return out;
}

async function measured(file) {
  let out = {};
  await inBrowser({viewport: {width: 1280, height: 720}}, async (page) => {
    await open(page, pathToFileURL(file).href);
    out = await page.evaluate(measure);
  });
  return out;
}

test('the course of every kind builds without a remark, and its decks hold every kind', () => {
  assert.equal(gallery.status, 0, gallery.told);
  assert.equal(gallery.decks.length, 4);
  for (const language of ['sv', 'en']) {
    const html = gallery.decks.filter((it) => it.includes(`${path.sep}${language}${path.sep}`)).map((it) => fs.readFileSync(it, 'utf8')).join('');
    const wanted = ['title', 'objectives', 'agenda', 'section', 'claim', 'vote', 'discuss', 'guess', 'figure', 'content', 'statement', 'inversion',
      'task', 'shift', 'recap', 'commitment', 'break', 'sources', 'end'].map((it) => `slide layout-${it} `);
    wanted.push('sole-picture', 'sole-quote', 'sole-code', 'sole-math', 'class="columns', 'class="callout', 'class="definitions', '<table', '<math',
      'chart-is-waffle', 'chart-twin', 'chart-is-bar', 'chart-is-range', 'chart-is-slope', 'chart-is-line', 'process-back', 'class="tick', 'qr-code');
    none(wanted.filter((it) => !html.includes(it)), `kinds are missing in ${language}`);
  }
});

test('every slide of every kind fits, at every step', async () => {
  const found = [];
  for (const file of gallery.decks) {
    for (const [slide, over] of Object.entries(await measured(file))) if (over > 0) found.push(`${path.relative(gallery.output, file)}#${slide}: ${over}`);
  }
  none(found, 'slides');
});

test('axe finds nothing on any kind of slide', async () => {
  const found = [];
  for (const file of gallery.decks) {
    await inBrowser({}, async (page) => {
      await open(page, pathToFileURL(file).href);
      for (const id of await page.evaluate(() => [...document.querySelectorAll('.slide')].map((it) => it.id))) {
        await page.evaluate((it) => document.dispatchEvent(new CustomEvent('tvartom:goto', {detail: {id: `${it}/99`}})), id);
        found.push(...(await violations(page, `${path.relative(gallery.output, file)}#${id}`)));
      }
    });
  }
  none(found, 'violations');
});

test('arrows, signs and marks have a face of the theme, not one of the machine', async () => {
  await inBrowser({}, async (page) => {
    await open(page, pathToFileURL(gallery.decks.find((it) => it.includes('innehall'))).href);
    const client = await page.context().newCDPSession(page);
    await client.send('DOM.enable');
    await client.send('CSS.enable');
    const {root} = await client.send('DOM.getDocument');
    await page.evaluate(() => document.dispatchEvent(new CustomEvent('tvartom:goto', {detail: {id: 'listor/99'}})));
    const {nodeId} = await client.send('DOM.querySelector', {nodeId: root.nodeId, selector: '#listor li:nth-child(3)'});
    const {fonts} = await client.send('CSS.getPlatformFontsForNode', {nodeId});
    assert.ok(fonts.length > 1, JSON.stringify(fonts));
    none(fonts.filter((it) => !it.isCustomFont).map((it) => `${it.familyName}: ${it.glyphCount}`), 'faces of the machine');
  });
});

/** Runs in the page: words on the slide of the turn that stand over its diagonal. */
function acrossTheTurn() {
  const found = [];
  for (const slide of document.querySelectorAll('.layout-inversion')) {
    document.dispatchEvent(new CustomEvent('tvartom:goto', {detail: {id: slide.id}}));
    // The edge of the ink at a height; its corner is cut from (249, 0) to (1280, 580).
    const edge = (y) => 249 + (y / 580) * 1031;
    const lines = (it) => {
      const range = document.createRange();
      range.selectNodeContents(it);
      return [...range.getClientRects()].filter((box) => box.width > 1);
    };
    // Letters begin some way below the top of their line, and end some way over its bottom.
    for (const box of lines(slide.querySelector('.title'))) if (box.right > edge(box.top + box.height * 0.2)) found.push(`#${slide.id}: the question leaves the ink`);
    const claim = slide.querySelector('.claim');
    if (claim) for (const box of lines(claim)) if (box.left < edge(box.bottom - box.height * 0.2)) found.push(`#${slide.id}: the claim stands on ink`);
  }
  return found;
}

test('on the slide of the turn the claim stands on paper and the question on ink', async () => {
  const found = [];
  for (const file of [...gallery.decks, ...pagesOf('deck').map((it) => path.join(OUTPUT, it))]) {
    await inBrowser({viewport: {width: 1280, height: 720}}, async (page) => {
      await open(page, pathToFileURL(file).href);
      found.push(...(await page.evaluate(acrossTheTurn)).map((it) => `${file}${it}`));
    });
  }
  none(found, 'lines');
});

test('on paper a box to write in and a term with its meaning stay whole, and a bullet stands at its line with gaps', async () => {
  const sheets = {};
  const strays = [];
  await inBrowser({}, async (page) => {
    for (const module of ['roller', 'innehall']) {
      await open(page, pathToFileURL(path.join(gallery.output, 'slag', 'sv', module, 'handout.html')).href);
      strays.push(...await page.evaluate(() => [...document.querySelectorAll('.list > li:has(> .gap)')].filter((it) => {
        const words = document.createRange();
        words.selectNodeContents(it);
        return words.getClientRects()[0].top - it.getBoundingClientRect().top > parseFloat(getComputedStyle(it).fontSize) / 2;
      }).map((it) => it.textContent)));
      const file = path.join(scratch, `${module}.pdf`);
      await page.pdf({path: file, preferCSSPageSize: true, format: 'A4'});
      sheets[module] = execFileSync('pdftotext', ['-layout', file, '-'], {encoding: 'utf8'}).split('\f');
    }
  });
  none(strays, 'lines under their bullets');
  const together = (module, ...words) => assert.ok(sheets[module].some((it) => words.every((word) => it.includes(word))), `${words.join(' … ')} is parted`);
  together('roller', 'Tre möten', 'Mötet jag ställer in', 'Vad jag skriver till dem');
  together('innehall', 'Protokoll', 'Vem som gör vad');
});

test('a course that is published shows where, and codes that are drawn in whole squares', async () => {
  await inBrowser({}, async (page) => {
    await open(page, pathToFileURL(gallery.decks.find((it) => it.includes(`sv${path.sep}roller`))).href);
    const shown = await page.evaluate(() => [...document.querySelectorAll('.layout-end .links li')].map((it) => it.textContent.replace(/\s+/g, ' ').trim()));
    assert.deepEqual(shown, [
      'Läs deltagarmaterialet kurs.example/varje-slag/slag/sv/roller/handout.html', 'Gör quizet kurs.example/varje-slag/slag/sv/roller/quiz.html']);
    assert.equal(await page.locator('.layout-end .qr-code title').first().textContent(), 'Läs deltagarmaterialet: https://kurs.example/varje-slag/slag/sv/roller/handout.html');
  });
});

// ——— The check's word against the browser's ———

const LONG = 'Den som ska genomföra beslutet var inte med när det fattades, och fick veta det en fredag';
const SHORT = 'Ett kort led';
const many = (n, line) => Array.from({length: n}, (_, idx) => line(idx)).join('\n');
const table = (rows, cell) => `| A | B | C |\n|---|---|---|\n${many(rows, () => `| ${cell} | ${SHORT} | ${cell} |`)}`;
const lists = (n, line) => many(n, () => `- ${line}`);

/** Sections with as much of one thing as is asked for; all that grows is `n`. */
const KINDS = {
  lists: (n) => lists(n, SHORT),
  long: (n) => lists(n, LONG),
  nested: (n) => many(n, () => `- ${SHORT}\n  - ${LONG}`),
  numbered: (n) => many(n, (idx) => `${idx + 1}. ${LONG}`),
  tables: (n) => table(n, SHORT),
  'wide-tables': (n) => table(n, LONG),
  code: (n) => `\`\`\`text\n${many(n, () => 'let decision = meeting.iter().filter(|it| it.is_read());')}\n\`\`\``,
  quotes: (n) => `> ${many(n, () => LONG).replaceAll('\n', ' ')}`,
  sentences: (n) => `**${many(n, () => LONG).replaceAll('\n', ' ')}**`,
  columns: (n) => `::: columns\n::: column\n${lists(n, LONG)}\n:::\n::: column\n${lists(n, SHORT)}\n:::\n:::`,
  'call-outs': (n) => many(n, () => `::: tip "Råd"\n${LONG}\n:::\n`),
  terms: (n) => many(n, () => `Ord\n: ${LONG}\n`),
  sheets: (n) => `\`\`\`worksheet\nfields:\n${many(n, () => `  - ${SHORT}`)}\n\`\`\``,
};
const COUNTS = [2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 16, 20];

test('no slide is said to fit that does not, and none that fits with room to spare is said not to', async () => {
  const root = path.join(scratch, 'tight');
  fs.mkdirSync(path.join(root, 'c'), {recursive: true});
  fs.writeFileSync(path.join(root, 'c', 'course.yaml'), 'title: T\nlang: sv\n');
  const sections = Object.entries(KINDS).flatMap(([name, write]) => COUNTS.map((n) => `## ${name} ${n} {#${name}-${n}}\n\n${write(n)}\n`));
  const tasks = COUNTS.map((n) => `## uppgift ${n} {.activity #task-${n} minutes=5}\n\n${lists(n, LONG)}\n`);
  const claims = [1, 2, 3, 4, 5].map((n) => `## ${many(n, () => LONG).replaceAll('\n', ' ')} {.belief #claim-${n}}\n\n${SHORT}\n\n## Så är det {.reality #real-${n}}\n\n**${SHORT}**\n`);
  fs.writeFileSync(path.join(root, 'c', '01-a.md'), `---\ntitle: A\n---\n\n${[...sections, ...tasks, ...claims].join('\n')}`);
  const {decks, told} = build(root, 'tight-out');
  const said = new Map([...told.matchAll(/\[slide-overflow\]: \S+ (\d+), .*? (\d+) pixels/g)].map(([, slide, over]) => [Number(slide), Number(over)]));
  assert.ok(said.size > 20, told.slice(0, 500));
  const real = Object.entries(await measured(decks[0]));
  const found = [];
  real.forEach(([slide, over], idx) => {
    const claimed = said.get(idx + 1) ?? 0;
    if (over > 0 && claimed === 0) found.push(`#${slide} is said to fit, but is ${over} too full`);
    // What is told may be a little more than what is; a line and a half at most.
    if (over === 0 && claimed > 48) found.push(`#${slide} fits, but is said to be ${claimed} too full`);
  });
  none(found, 'verdicts');
});

test('the shipped decks fit as the check says', async () => {
  const found = [];
  for (const name of pagesOf('deck')) {
    for (const [slide, over] of Object.entries(await measured(path.join(OUTPUT, name)))) if (over > 0) found.push(`${name}#${slide}: ${over}`);
  }
  none(found, 'slides');
});
