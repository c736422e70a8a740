// The language server, driven as an editor drives it: by Microsoft's own client library, over standard input and output.

import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {after, test} from 'node:test';
import {pathToFileURL} from 'node:url';
import protocol from 'vscode-languageserver-protocol/node';

const {StreamMessageReader, StreamMessageWriter, createProtocolConnection} = protocol;
const PROGRAM = path.resolve(process.env.TVARTOM_PROGRAM ?? '../../target/release/tvartom');
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'tvartom-lsp-å '));
after(() => fs.rmSync(scratch, {recursive: true, force: true}));

const FILES = {
  'kurs/course.yaml': 'title: Kurs\nlang: sv\ntranslations: [en]\n',
  'kurs/facts.yaml': `- id: forecast-won
  statement: Av affärerna i prognosen vanns 47 %
  value: {point: 47, low: 40, high: 55, unit: percent, of: affärerna}
  sources: [berg2020]
  year: 2020
  n: 1400
  grade: C
  status: disputed
  disputed_by: [berg2020]
  caveat: Ett genomsnitt.
`,
  'kurs/sources.yaml': 'berg2020:\n  type: book\n  title: Prognosen håller\n  author: Berg, Åsa\n  date: 2020\n',
  'kurs/01-prognosen.md': `---
title: Prognosen 😀
objectives:
  - id: o1
    level: analyze
    text: Skilja steget från sannolikheten
misconceptions:
  - id: stage
    text: Steget är sannolikheten
    belief: late-stage
---

<!-- tvartom: allow claim-incomplete -->
## Å 😀 affärerna på 90 % blir av {.belief #late-stage minutes=8 objective=o1}

Ja, 😀 åäö [=forecast-won] säger [@berg2020, s. 12].

## Så ser det ut {.reality}

😀😀 Bara [[=forecast-won]] vanns, se [början](#late-stage).

**Prognosen är en gissning.**

\`\`\`chart
kind: waffle
fact: forecast-won
\`\`\`
`,
  'kurs/01-prognosen.quiz.yaml': `questions:
  - id: q1
    kind: truth
    claim: late-stage
    objective: o1
    answer: false
  - id: q2
    kind: single
    question: Vad är [=forecast-won]?
    options:
      - text: En mätning
        misconception: stage
        why: Nej.
      - text: En gissning
        correct: true
        why: Ja.
`,
  'kurs/en/course.yaml': 'title: Course\n',
  'kurs/en/facts.yaml': '- id: forecast-won\n  statement: 47% of the deals forecast were won\n  value: {of: the deals}\n  caveat: An average.\n',
  'kurs/en/01-prognosen.md': `---
title: The forecast 😀
objectives:
  - id: o1
    text: Tell stage from probability
misconceptions:
  - id: stage
    text: Stage is probability
---

## Å 😀 deals at 90% will be won {#late-stage}

Yes, 😀 [=forecast-won] says [@berg2020].

## How it is

Only [[=forecast-won]] were won, see [the start](#late-stage).

**A forecast is a guess.**

\`\`\`chart
kind: waffle
fact: forecast-won
\`\`\`
`,
  'kurs/en/translated.yaml': '"01-prognosen.md":\n  "_start": "0000000000000000"\n  "late-stage": "0000000000000000"\n',
};

/** How long findings may take to come true. Nothing waits this long unless it fails. */
const PATIENCE = 60000;

let count = 0;

/** An editor with a course of its own. */
async function editor(files, act, capabilities = {}, more = {}) {
  const root = path.join(scratch, String(count++));
  for (const [file, text] of Object.entries({...FILES, ...files})) {
    fs.mkdirSync(path.dirname(path.join(root, file)), {recursive: true});
    fs.writeFileSync(path.join(root, file), text);
  }
  const server = spawn(PROGRAM, ['lsp'], {stdio: 'pipe', env: {...process.env, LC_ALL: 'C.UTF-8', RUST_BACKTRACE: '0'}});
  let complaints = '';
  server.stderr.on('data', (it) => { complaints += it; });
  const over = new Promise((resolve) => server.on('exit', resolve));
  const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  const uri = (file) => pathToFileURL(path.join(root, file)).href;
  const published = new Map();
  const waiting = [];
  connection.onNotification('textDocument/publishDiagnostics', (it) => {
    published.set(it.uri, it);
    for (const [idx, {file, test: holds, resolve}] of [...waiting.entries()].reverse()) {
      if (it.uri === uri(file) && holds(it.diagnostics)) { waiting.splice(idx, 1); resolve(it); }
    }
  });
  const registered = new Promise((resolve) => connection.onRequest('client/registerCapability', (it) => { resolve(it); return null; }));
  connection.listen();
  const texts = new Map();
  const self = {
    root, uri, connection, published, server, registered,
    ask: (method, params) => connection.sendRequest(method, params),
    /** The findings of a file, as soon as they are so. */
    until: (file, holds) => new Promise((resolve, reject) => {
      const known = published.get(uri(file));
      if (known && holds(known.diagnostics)) return void resolve(known);
      const late = setTimeout(() => reject(new Error(`not so: ${JSON.stringify(published.get(uri(file))?.diagnostics)}`)), PATIENCE);
      waiting.push({file, test: holds, resolve: (it) => { clearTimeout(late); resolve(it); }});
    }),
    open: async (file, text = fs.readFileSync(path.join(root, file), 'utf8')) => {
      texts.set(file, text);
      await connection.sendNotification('textDocument/didOpen', {textDocument: {uri: uri(file), languageId: 'markdown', version: 1, text}});
    },
    change: async (file, text) => {
      texts.set(file, text);
      await connection.sendNotification('textDocument/didChange', {textDocument: {uri: uri(file), version: 2}, contentChanges: [{text}]});
    },
    text: (file) => texts.get(file) ?? fs.readFileSync(path.join(root, file), 'utf8'),
    /** The place of `|` after words, in UTF-16 units as JavaScript counts. */
    at: (file, words) => {
      const text = self.text(file);
      const start = text.indexOf(words.replace('|', ''));
      assert.ok(start >= 0, words);
      const before = text.slice(0, start + words.indexOf('|')).split('\n');
      return {textDocument: {uri: uri(file)}, position: {line: before.length - 1, character: before.at(-1).length}};
    },
    /** The words of a range. */
    words: (file, {start, end}) => {
      const lines = self.text(file).split('\n');
      if (start.line === end.line) return lines[start.line].slice(start.character, end.character);
      return [lines[start.line].slice(start.character), ...lines.slice(start.line + 1, end.line), lines[end.line].slice(0, end.character)].join('\n');
    },
    file: (address) => Object.keys({...FILES, ...files}).find((it) => uri(it) === address) ?? address,
  };
  const {capabilities: can} = await self.ask('initialize', {processId: process.pid, rootUri: pathToFileURL(root).href, locale: 'sv', capabilities, ...more});
  self.can = can;
  await connection.sendNotification('initialized', {});
  try {
    await act(self);
  } finally {
    await self.ask('shutdown');
    await connection.sendNotification('exit');
    const status = await over;
    connection.dispose();
    assert.equal(complaints, '');
    assert.equal(status, 0);
  }
}

const MODULE = 'kurs/01-prognosen.md';
const QUIZ = 'kurs/01-prognosen.quiz.yaml';

test('findings come while one types, in the editor\'s language, and go when they are mended', () => editor({}, async (it) => {
  assert.equal(it.can.positionEncoding, 'utf-16');
  await it.open(MODULE);
  await it.change(MODULE, it.text(MODULE).replace('😀 åäö [=forecast-won]', '😀 åäö [=forecats-won]').replace('#late-stage minutes', '#late-stage minuets=5 minutes'));
  const {diagnostics, version} = await it.until(MODULE, (found) => found.length >= 2);
  assert.equal(version, 2);
  const fact = diagnostics.find(({code}) => code === 'unknown-fact');
  assert.equal(it.words(MODULE, fact.range), 'forecats-won');
  assert.equal(fact.severity, 1);
  assert.equal(fact.source, 'tvartom');
  assert.match(fact.message, /det finns inget faktum `forecats-won`.*\nmenade du `forecast-won`\?/s);
  const key = diagnostics.find(({code}) => code === 'unknown-attribute');
  assert.equal(it.words(MODULE, key.range), 'minuets');
  await it.change(MODULE, FILES[MODULE]);
  await it.until(MODULE, (found) => found.length === 0);
}));

test('a finding shows the other places that explain it, also in files that are not open', () => editor({}, async (it) => {
  await it.open('kurs/facts.yaml');
  await it.change('kurs/facts.yaml', `${FILES['kurs/facts.yaml']}- id: forecast-won\n  statement: Å\n  grade: A\n`);
  const {diagnostics} = await it.until('kurs/facts.yaml', (found) => found.some(({code}) => code === 'duplicate-id'));
  const [related] = diagnostics.find(({code}) => code === 'duplicate-id').relatedInformation;
  assert.equal(it.words('kurs/facts.yaml', related.location.range), 'forecast-won');
  assert.equal(related.message, 'först definierat här');
  await it.change('kurs/facts.yaml', '');
  await it.until(MODULE, (found) => found.some(({code}) => code === 'unknown-fact'));
  await it.connection.sendNotification('textDocument/didClose', {textDocument: {uri: it.uri('kurs/facts.yaml')}});
  await it.until(MODULE, (found) => found.length === 0);
}));

test('a light bulb puts the one certain mend in', () => editor({}, async (it) => {
  await it.open(MODULE);
  await it.change(MODULE, it.text(MODULE).replace('{.reality}', '{.realty}'));
  const {diagnostics: [finding]} = await it.until(MODULE, (found) => found.some(({code}) => code === 'unknown-role'));
  const actions = await it.ask('textDocument/codeAction', {textDocument: {uri: it.uri(MODULE)}, range: finding.range, context: {diagnostics: [finding]}});
  const [action] = actions.filter(({diagnostics}) => diagnostics[0].code === 'unknown-role');
  assert.equal(action.title, 'Byt `realty` mot `reality`');
  assert.equal(action.kind, 'quickfix');
  const [edit] = action.edit.changes[it.uri(MODULE)];
  assert.equal(it.words(MODULE, edit.range), 'realty');
  assert.equal(edit.newText, 'reality');
}));

test('a name that may be meant is offered too, after what is certain', () => editor({}, async (it) => {
  await it.open(MODULE);
  await it.change(MODULE, it.text(MODULE).replace('{.reality}', '{.realityy}').replace('se [början](#late-stage)', 'se [början](#lat-stge)'));
  const {diagnostics} = await it.until(MODULE, (found) => found.length === 2);
  const whole = {start: {line: 0, character: 0}, end: {line: 99, character: 0}};
  const actions = await it.ask('textDocument/codeAction', {textDocument: {uri: it.uri(MODULE)}, range: whole, context: {diagnostics}});
  assert.deepEqual(actions.map(({title, isPreferred}) => [title, isPreferred]), [
    ['Byt `realityy` mot `reality`', true], ['Byt `lat-stge` mot `late-stage`', false],
  ]);
}));

test('what others change is seen, if the editor tells of it', () => editor({}, async (it) => {
  const {registrations: [{method, registerOptions}]} = await it.registered;
  assert.equal(method, 'workspace/didChangeWatchedFiles');
  assert.match(registerOptions.watchers[0].globPattern, /md,yaml/);
  await it.open(MODULE);
  fs.writeFileSync(path.join(it.root, 'kurs/facts.yaml'), '');
  await it.connection.sendNotification('workspace/didChangeWatchedFiles', {changes: [{uri: it.uri('kurs/facts.yaml'), type: 2}]});
  await it.until(MODULE, (found) => found.some(({code}) => code === 'unknown-fact'));
}, {workspace: {didChangeWatchedFiles: {dynamicRegistration: true}}}));

test('hovering tells what a name means', () => editor({}, async (it) => {
  await it.open(MODULE);
  const hover = async (file, words) => (await it.ask('textDocument/hover', it.at(file, words)))?.contents.value ?? '';
  const fact = await hover(MODULE, '😀 åäö [=fore|cast-won]');
  for (const words of ['**47\u00a0%**', '40–55', 'Av affärerna i prognosen vanns', 'C: ', 'Ett genomsnitt', '1400', 'Berg', '*Prognosen håller*']) {
    assert.ok(fact.includes(words), `${words} in ${fact}`);
  }
  assert.match(await hover(MODULE, '[@berg|2020'), /Berg.*\*Prognosen håller\*/);
  assert.match(await hover(MODULE, '(#late|-stage)'), /affärerna på 90/);
  assert.match(await hover(MODULE, '{.bel|ief'), /Påståendet/);
  assert.match(await hover(MODULE, 'min|utes=8'), /`minutes`/);
  assert.match(await hover(MODULE, 'objective=o|1'), /Skilja steget/);
  assert.match(await hover(MODULE, 'miscon|ceptions:'), /`misconceptions`/);
  assert.match(await hover(QUIZ, 'misconception: sta|ge'), /Steget är sannolikheten/);
  assert.match(await hover(QUIZ, 'cla|im:'), /`claim`/);
  assert.match(await hover('kurs/en/01-prognosen.md', '[=fore|cast-won] says'), /47% of the deals/);
  assert.equal(await hover(MODULE, '**Progn|osen'), '');
}));

test('what can be written is offered where it can be written', () => editor({}, async (it) => {
  await it.open(MODULE);
  await it.open(QUIZ);
  await it.open('kurs/course.yaml');
  /** Types words in the place of others, and gives what is offered at `|`. */
  const offered = async (file, old, words) => {
    await it.change(file, FILES[file].replace(old, words.replace('|', '')));
    const items = await it.ask('textDocument/completion', it.at(file, words));
    return items.map((item) => ({...item, replaces: it.words(file, item.textEdit.range)}));
  };
  const labels = async (...words) => (await offered(...words)).map(({label}) => label);
  const [fact] = await offered(MODULE, '😀 åäö [=forecast-won]', '😀 åäö [=fo|');
  assert.equal(fact.label, 'forecast-won');
  assert.equal(fact.replaces, 'fo');
  assert.equal(fact.detail, '47\u00a0%');
  assert.match(fact.documentation.value, /prognosen vanns/);
  assert.deepEqual(await labels(MODULE, '😀 åäö [=forecast-won]', '😀 åäö [=forecast-won.|'), ['range', 'n', 'year']);
  assert.deepEqual(await labels(MODULE, '[@berg2020, s. 12]', '[@|'), ['berg2020']);
  assert.deepEqual(await labels(MODULE, '(#late-stage)', '(#|'), ['late-stage', 'sa-ser-det-ut']);
  assert.deepEqual(await labels(MODULE, '(#late-stage)', '(01|'), ['01-prognosen.md']);
  assert.ok((await labels(MODULE, '{.reality}', '{.|')).includes('illusion'));
  assert.ok((await labels(MODULE, '{.reality}', '{.reality pri|')).includes('priority'));
  assert.deepEqual(await labels(MODULE, '{.reality}', '{.reality priority=|'), ['must', 'should', 'could']);
  assert.deepEqual(await labels(MODULE, '{.reality}', '{.reality objective=|'), ['o1']);
  assert.ok((await labels(MODULE, '**Prognosen är en gissning.**', '::: gu|')).includes('guide'));
  assert.deepEqual(await labels(MODULE, 'level: analyze', 'level: |'), ['remember', 'understand', 'apply', 'analyze', 'evaluate', 'create']);
  assert.ok((await labels(MODULE, 'title: Prognosen 😀', 'title: Prognosen 😀\nle|')).includes('lead'));
  assert.ok((await labels(MODULE, 'kind: waffle', 'kind: |')).includes('slope'));
  assert.deepEqual(await labels(MODULE, 'fact: forecast-won', 'fact: |'), ['forecast-won']);
  assert.ok(!(await labels(MODULE, 'title: Prognosen 😀', 'title: Prognosen 😀\n|')).includes('title'));
  assert.deepEqual(await labels(QUIZ, 'misconception: stage', 'misconception: |'), ['stage']);
  assert.deepEqual(await labels(QUIZ, 'claim: late-stage', 'claim: |'), ['late-stage', 'sa-ser-det-ut']);
  assert.ok((await labels(QUIZ, 'kind: single', 'kind: |')).includes('estimate'));
  assert.deepEqual(await labels(QUIZ, '😀', '😀|').catch(() => []), []);
  assert.ok((await labels('kurs/course.yaml', 'lang: sv', 'lang: sv\nschedule:\n  |')).includes('lunch'));
}));

test('one goes from a name to its description, in the language one writes in', () => editor({}, async (it) => {
  const goes = async (file, words) => {
    const found = await it.ask('textDocument/definition', it.at(file, words));
    return found.map(({uri, range}) => `${it.file(uri)}: ${it.words(it.file(uri), range)}`);
  };
  assert.deepEqual(await goes(MODULE, '😀 åäö [=fore|cast-won]'), ['kurs/facts.yaml: forecast-won']);
  assert.deepEqual(await goes('kurs/en/01-prognosen.md', '[=fore|cast-won] says'), ['kurs/en/facts.yaml: forecast-won']);
  assert.deepEqual(await goes('kurs/en/01-prognosen.md', '[@be|rg2020]'), ['kurs/sources.yaml: berg2020']);
  assert.deepEqual(await goes(MODULE, '(#late|-stage)'), [`${MODULE}: late-stage`]);
  assert.deepEqual(await goes(QUIZ, 'misconception: st|age'), [`${MODULE}: stage`]);
  assert.deepEqual(await goes(QUIZ, 'objective: o|1'), [`${MODULE}: o1`]);
  assert.deepEqual(await goes(QUIZ, 'kind: si|ngle'), []);
}));

test('every use of a name is found, in all files and languages', () => editor({}, async (it) => {
  const used = async (file, words, includeDeclaration) => {
    const found = await it.ask('textDocument/references', {...it.at(file, words), context: {includeDeclaration}});
    return found.map(({uri, range}) => `${it.file(uri)}:${range.start.line + 1}:${it.words(it.file(uri), range)}`).sort();
  };
  assert.deepEqual(await used('kurs/facts.yaml', 'id: fore|cast', false), [
    'kurs/01-prognosen.md:16:forecast-won', 'kurs/01-prognosen.md:20:forecast-won', 'kurs/01-prognosen.md:26:forecast-won',
    'kurs/01-prognosen.quiz.yaml:9:forecast-won', 'kurs/en/01-prognosen.md:13:forecast-won',
    'kurs/en/01-prognosen.md:17:forecast-won', 'kurs/en/01-prognosen.md:23:forecast-won',
  ]);
  assert.equal((await used('kurs/facts.yaml', 'id: fore|cast', true)).length, 9);
}));

/** What the files are after an edit. */
function edited(it, {changes}) {
  const after = {};
  for (const [uri, edits] of Object.entries(changes)) {
    const file = it.file(uri);
    const lines = it.text(file).split('\n');
    const offset = ({line, character}) => lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, 0) + character;
    let text = it.text(file);
    for (const {range, newText} of [...edits].sort((a, b) => offset(b.range.start) - offset(a.range.start))) {
      text = text.slice(0, offset(range.start)) + newText + text.slice(offset(range.end));
    }
    after[file] = text;
  }
  return after;
}

test('a name is changed everywhere at once, and then everything still holds', () => editor({}, async (it) => {
  const renames = [
    ['kurs/facts.yaml', 'id: fore|cast', 'won', 'forecast-won', 5],
    [QUIZ, 'claim: late-|stage', 'sen-affär', 'late-stage', 4],
    [MODULE, 'id: st|age', 'steget', 'stage', 3],
    [QUIZ, 'objective: o|1', 'mål1', 'o1', 3],
    ['kurs/en/01-prognosen.md', '[@be|rg2020]', 'berg', 'berg2020', 4],
  ];
  let files = {...FILES};
  for (const [file, words, name, old, n_files] of renames) {
    const {placeholder} = await it.ask('textDocument/prepareRename', it.at(file, words));
    assert.equal(placeholder, old);
    const after = edited(it, await it.ask('textDocument/rename', {...it.at(file, words), newName: name}));
    assert.equal(Object.keys(after).length, n_files, `${old}: ${Object.keys(after)}`);
    for (const text of Object.values(after)) assert.doesNotMatch(text, new RegExp(`(?:[#=@"]|: )${old}\\b(?!-)`));
    files = {...files, ...after};
    for (const [at, text] of Object.entries(after)) {
      fs.writeFileSync(path.join(it.root, at), text);
      await it.connection.sendNotification('workspace/didChangeWatchedFiles', {changes: [{uri: it.uri(at), type: 2}]});
    }
  }
  await it.open(MODULE);
  await it.change(MODULE, `${it.text(MODULE)}\n[](#nowhere)\n`);
  // Nothing is wrong but what was just typed.
  const {diagnostics} = await it.until(MODULE, (found) => found.length > 0);
  assert.deepEqual(diagnostics.map(({code}) => code), ['unknown-section']);
  for (const [uri, {diagnostics: found}] of it.published) if (uri !== it.uri(MODULE)) assert.deepEqual(found, []);
}));

test('a heading without a name gets one, and a name that is taken or none is refused', () => editor({}, async (it) => {
  const after = edited(it, await it.ask('textDocument/rename', {...it.at(MODULE, '## Så ser| det'), newName: 'verkligheten'}));
  assert.match(after[MODULE], /## Så ser det ut \{#verkligheten \.reality\}/);
  const refused = async (name) => it.ask('textDocument/rename', {...it.at(MODULE, '#late|-stage'), newName: name}).then(() => 'done', (error) => error.message);
  assert.match(await refused('sa-ser-det-ut'), /det finns redan/);
  assert.match(await refused('två ord'), /kan inte vara ett namn/);
  assert.equal(await it.ask('textDocument/prepareRename', it.at(MODULE, '**Progn|osen')), null);
}));

test('an outline shows sections with their roles, questions and facts', () => editor({}, async (it) => {
  const outline = async (file) => {
    const symbols = await it.ask('textDocument/documentSymbol', {textDocument: {uri: it.uri(file)}});
    for (const {range, selectionRange} of symbols) {
      assert.ok(range.start.line <= selectionRange.start.line && selectionRange.end.line <= range.end.line);
    }
    return symbols.map(({name, detail}) => [name, detail]);
  };
  assert.deepEqual(await outline(MODULE), [
    ['o1', undefined], ['stage', undefined],
    ['Å 😀 affärerna på 90 % blir av', '.belief'], ['Så ser det ut', '.reality'],
  ]);
  const questions = await outline(QUIZ);
  assert.deepEqual(questions.map(([, detail]) => detail), ['truth', 'single']);
  assert.match(questions[0][0], /affärerna på 90/);
  assert.deepEqual((await outline('kurs/facts.yaml')).map(([name]) => name), ['forecast-won']);
  assert.deepEqual((await outline('kurs/sources.yaml')).map(([name]) => name), ['berg2020']);
}));

test('an editor that counts bytes is told bytes', () => editor({}, async (it) => {
  assert.equal(it.can.positionEncoding, 'utf-8');
  const [{range}] = await it.ask('textDocument/definition', {textDocument: {uri: it.uri(QUIZ)}, position: {line: 3, character: 14}});
  const line = Buffer.from(FILES[MODULE].split('\n')[range.start.line]);
  assert.equal(line.subarray(range.start.character, range.end.character).toString(), 'late-stage');
  assert.notEqual(line.toString().slice(range.start.character, range.end.character), 'late-stage');
}, {general: {positionEncodings: ['utf-16', 'utf-8']}}));

/** Starts a server, sends it bytes, and gives how it ended. */
function ended(...messages) {
  const server = spawn(PROGRAM, ['lsp'], {stdio: 'pipe', env: {...process.env, LC_ALL: 'C.UTF-8', RUST_BACKTRACE: '0'}});
  let complaints = '';
  server.stderr.on('data', (it) => { complaints += it; });
  server.stdin.on('error', () => {});
  for (const it of messages) {
    const text = typeof it === 'string' ? it : JSON.stringify({jsonrpc: '2.0', ...it});
    server.stdin.write(typeof it === 'string' ? it : `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }
  server.stdin.end();
  return new Promise((resolve) => server.on('exit', (status, signal) => resolve({status, signal, complaints})));
}

test('an editor that goes without a word, or does not speak the protocol, leaves no server behind', async () => {
  const hello = {id: 1, method: 'initialize', params: {processId: null, rootUri: null, capabilities: {}}};
  assert.deepEqual(await ended(hello, {method: 'initialized', params: {}}), {status: 1, signal: null, complaints: ''});
  assert.deepEqual(await ended({...hello, params: 7}, {method: 'exit'}), {status: 1, signal: null, complaints: ''});
  assert.deepEqual(await ended(hello, {id: 2, method: 'shutdown'}, {id: 3, method: 'textDocument/hover', params: {}}, {method: 'exit'}), {status: 0, signal: null, complaints: ''});
  for (const nonsense of ['', 'nonsense\r\n\r\n', 'Content-Length: 5\r\n\r\n{]}{}', 'Content-Length: 99999999\r\n\r\n{}']) {
    const {status, complaints} = await ended(nonsense);
    assert.ok([1, 3].includes(status), `${nonsense}: ${status}`);
    assert.match(complaints, /^error: /);
    assert.doesNotMatch(complaints, /panicked/);
  }
});

test('odd editors are survived', () => editor({}, async (it) => {
  const place = (line, character, uri = it.uri(MODULE)) => ({textDocument: {uri}, position: {line, character}});
  const failed = (promise) => promise.then(() => 'done', (error) => error.code);
  assert.equal(await failed(it.ask('textDocument/hover', {nonsense: true})), -32602);
  assert.equal(await failed(it.ask('tvartom/unknown', {})), -32601);
  for (const [line, character] of [[0, 99999], [99999, 0], [4294967295, 4294967295], [14, 5], [14, 6]]) {
    assert.equal(await failed(it.ask('textDocument/hover', place(line, character))), 'done');
    assert.equal(await failed(it.ask('textDocument/completion', place(line, character))), 'done');
  }
  for (const uri of ['untitled:Untitled-1', 'file:///nowhere/at/all.md', 'https://example.org/a.md', it.uri('kurs/img/none.md')]) {
    assert.equal(await failed(it.ask('textDocument/definition', place(0, 0, uri))), 'done');
    assert.equal(await failed(it.ask('textDocument/documentSymbol', {textDocument: {uri}})), 'done');
    await it.connection.sendNotification('textDocument/didOpen', {textDocument: {uri, languageId: 'x', version: 1, text: '😀'}});
  }
  // Parts though whole texts were asked for, a change of what was never opened, a message without sense, texts that are torn.
  await it.open(MODULE);
  const {position} = it.at(MODULE, '[=forecast-|won] säger');
  const end = {...position, character: position.character + 3};
  await it.connection.sendNotification('textDocument/didChange', {textDocument: {uri: it.uri(MODULE), version: 2}, contentChanges: [{range: {start: position, end}, text: 'lst'}]});
  const {diagnostics} = await it.until(MODULE, (found) => found.some(({code}) => code === 'unknown-fact'));
  assert.match(diagnostics.find(({code}) => code === 'unknown-fact').message, /forecast-lst/);
  await it.connection.sendNotification('textDocument/didChange', {textDocument: {uri: it.uri(QUIZ), version: 1}, contentChanges: [{text: '}}] : - [\n😀'}]});
  await it.connection.sendNotification('textDocument/didChange', {contentChanges: 7});
  await it.connection.sendNotification('$/nonsense', {});
  for (let at = 0; at < FILES[MODULE].length; at += 37) await it.change(MODULE, FILES[MODULE].slice(0, at));
  assert.equal(await failed(it.ask('textDocument/hover', place(12, 3))), 'done');
  await it.change(MODULE, FILES[MODULE]);
  await it.change(QUIZ, FILES[QUIZ]);
  await it.until(MODULE, (found) => found.length === 0);
}));
