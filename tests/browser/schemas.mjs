// What programs and editors read of ours is what we say it is: findings in three forms, and a JSON Schema for every file.

import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import {createRequire} from 'node:module';
import os from 'node:os';
import path from 'node:path';
import {after, test} from 'node:test';
import Ajv from 'ajv';
import Ajv4 from 'ajv-draft-04';
import {parse} from 'yaml';

const PROGRAM = path.resolve(process.env.TVARTOM_PROGRAM ?? '../../target/release/tvartom');
const CURRICULUM = path.resolve(process.env.TVARTOM_CURRICULUM ?? '../../curriculum');
const CASES = path.resolve(import.meta.dirname, '../cases');
const KINDS = ['course', 'module', 'quiz', 'facts', 'sources', 'glossary', 'theme', 'brand'];
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'tvartom-schemas-'));
after(() => fs.rmSync(scratch, {recursive: true, force: true}));

function run(...words) {
  const done = spawnSync(PROGRAM, words, {cwd: scratch, encoding: 'utf8', env: {...process.env, LC_ALL: 'en_US.UTF-8'}});
  assert.ok([0, 1].includes(done.status), `${words.join(' ')}: ${done.stderr}`);
  return done.stdout;
}

/** Writes a curriculum of texts and gives its folder. */
function curriculum(name, files) {
  for (const [file, text] of Object.entries(files)) {
    const target = path.join(scratch, name, file);
    fs.mkdirSync(path.dirname(target), {recursive: true});
    fs.writeFileSync(target, text);
  }
  return name;
}

const BROKEN = {
  'k/course.yaml': 'title: Å, "100 %"\nlang: sv\nlicence: MIT\n',
  'k/01-å, b: c.md': '---\ntitle: A\n---\n\n## 😀 Å {.beleif #late}\n\nText [=nothing].\n\n<!-- tvartom: allow alt-missing -->\n\n## Å {#late}\n\n- x\n',
};

function schema(kind, ...more) {
  const ajv = new Ajv({strict: false, allErrors: true});
  return ajv.compile(JSON.parse(run('schema', kind, ...more)));
}

test('findings as JSON are what `schema findings` says, and nothing else is', () => {
  const folder = curriculum('json', BROKEN);
  const validate = schema('findings');
  for (const root of [folder, CURRICULUM]) {
    const report = JSON.parse(run('check', '--format', 'json', '--curriculum', root));
    assert.ok(validate(report), JSON.stringify(validate.errors, null, 1));
  }
  const report = JSON.parse(run('check', '--format', 'json', '--curriculum', folder));
  assert.ok(report.findings.length >= 5);
  assert.ok(report.findings.some((it) => it.fix?.replacement === 'belief'));
  assert.ok(report.findings.some((it) => it.related.length > 0));
  report.findings[0].line = 'one';
  assert.ok(!validate(report));
});

test('findings as SARIF hold against its public schema', () => {
  const file = createRequire(import.meta.url).resolve('@microsoft/jest-sarif').replace(/lib.*$/, 'lib/schemas/sarif-2.1.0-rtm.5.json');
  // Its formats are addresses and times; that the former are addresses is seen below.
  const validate = new Ajv4({strict: false, allErrors: true, unicodeRegExp: false, formats: {uri: true, 'uri-reference': true, 'date-time': true}})
    .compile(JSON.parse(fs.readFileSync(file, 'utf8')));
  const folder = curriculum('sarif', BROKEN);
  for (const messages of ['en', 'sv']) {
    const log = JSON.parse(run('check', '--format', 'sarif', '--messages', messages, '--curriculum', folder));
    assert.ok(validate(log), JSON.stringify(validate.errors, null, 1));
    assert.ok(log.runs[0].results.some((it) => it.fixes));
    const addresses = log.runs[0].results.flatMap((it) => it.locations ?? []).map((it) => it.physicalLocation.artifactLocation.uri);
    addresses.forEach((it) => assert.doesNotThrow(() => new URL(it, 'file:///')));
    assert.ok(addresses.includes('sarif/k/01-%C3%A5%2C%20b%3A%20c.md'), addresses.join('\n'));
    log.runs[0].results[0].level = 'bad';
    assert.ok(!validate(log));
  }
});

/** Reads a workflow command as the runner does: properties and message, unescaped. */
function command(line) {
  const [, name, properties, message] = /^::(\w+) ?(.*?)::(.*)$/.exec(line) ?? assert.fail(line);
  const unescape = (text) => text.replace(/%0D/g, '\r').replace(/%0A/g, '\n').replace(/%3A/g, ':').replace(/%2C/g, ',').replace(/%25/g, '%');
  const pairs = properties.split(',').map((it) => it.split('=')).map(([key, value]) => [key, unescape(value)]);
  return {name, ...Object.fromEntries(pairs), message: unescape(message)};
}

test('findings as workflow commands are a line each, and read back as they were', () => {
  const folder = curriculum('github', BROKEN);
  const lines = run('check', '--format', 'github', '--curriculum', folder).trimEnd().split('\n');
  const report = JSON.parse(run('check', '--format', 'json', '--curriculum', folder));
  assert.equal(lines.length, report.findings.length);
  for (const [idx, finding] of report.findings.entries()) {
    const read = command(lines[idx]);
    assert.equal(read.name, finding.severity);
    assert.equal(read.title, finding.code);
    assert.equal(read.file ?? null, finding.file);
    assert.equal(read.line ?? null, finding.line === null ? null : String(finding.line));
    assert.ok(read.message.startsWith(finding.message), read.message);
  }
});

/** The kind of a file of a course, and whether it is a translation's. */
function kindOf(file, files = {}) {
  const [, folder, name] = /^[^/]+\/(?:(sv|en)\/)?([^/]+)$/.exec(file) ?? [];
  if (!name || /^[_.]|^README/.test(name) || name === 'translated.yaml') return null;
  const translation = Boolean(folder);
  const own = /^(course|facts|sources|glossary)\.yaml$/.exec(name);
  if (own) return {kind: own[1], translation};
  if (name.endsWith('.quiz.yaml')) return {kind: 'quiz', translation};
  // Other files are no modules unless the course lists them.
  const listed = files[`${file.split('/')[0]}/course.yaml`]?.includes(name.replace(/\.\w+$/, ''));
  return /\.(yaml|md)$/.test(name) && (/^\d/.test(name) || listed) ? {kind: 'module', translation} : null;
}

function valueOf(file, text) {
  const bare = text.replace(/^\ufeff/, '');
  return parse(file.endsWith('.md') ? bare.split(/^---\s*$/m)[1] ?? '' : bare);
}

const validators = new Map();
function validator({kind, translation}) {
  const name = `${kind}${translation}`;
  if (!validators.has(name)) validators.set(name, schema(kind, ...(translation ? ['--translation'] : [])));
  return validators.get(name);
}

/** What the schemas say against the files of a course. */
function complaints(files) {
  const found = [];
  for (const [file, text] of Object.entries(files)) {
    const kind = kindOf(file, files);
    if (!kind) continue;
    const validate = validator(kind);
    if (!validate(valueOf(file, text))) found.push(`${file}: ${JSON.stringify(validate.errors, null, 1)}`);
  }
  return found;
}

function filesUnder(folder) {
  const names = fs.readdirSync(folder, {recursive: true, withFileTypes: true}).filter((it) => it.isFile());
  const paths = names.map((it) => path.relative(folder, path.join(it.parentPath ?? it.path, it.name)).replaceAll('\\', '/'));
  return Object.fromEntries(paths.filter((it) => /\.(md|yaml)$/.test(it)).map((it) => [it, fs.readFileSync(path.join(folder, it), 'utf8')]));
}

test('every file of the shipped courses is as its schema says', () => {
  const files = filesUnder(CURRICULUM);
  assert.ok(Object.keys(files).filter((it) => kindOf(it)).length > 20);
  assert.deepEqual(complaints(files), []);
});

/** The files of a case, if it is stored plainly and nothing is wrong with it. */
function caseFiles(text) {
  if (/(error|warning)\[[a-z0-9-]+\]: /.test(text)) return {};
  const parts = text.split(/^--- (file|theme|expect): (.*)\n/m);
  const files = {};
  for (let at = 1; at < parts.length; at += 3) {
    if (parts[at] === 'file' && !/ \((latin1|large|crlf)\)$/.test(parts[at + 1])) files[parts[at + 1].replace(' (bom)', '')] = parts[at + 2];
  }
  return files;
}

test('every file of a case that reads cleanly is as its schema says', () => {
  let seen = 0;
  for (const name of fs.readdirSync(CASES, {recursive: true}).filter((it) => String(it).endsWith('.txt'))) {
    const files = caseFiles(fs.readFileSync(path.join(CASES, name), 'utf8'));
    seen += Object.keys(files).filter((it) => kindOf(it)).length;
    assert.deepEqual(complaints(files), [], name);
  }
  assert.ok(seen > 60, `${seen} files`);
});

test('a misspelt key is refused wherever it stands, and so is a kind that is none', () => {
  const wrong = {
    'k/course.yaml': ['titel: Å\nlang: sv\n', 'title: Å\nlang: sv\naudience: {woh: x}\n', 'title: Å\n'],
    'k/01-a.md': ['---\ntitle: Å\nobjectives:\n  - {id: o1, txt: x}\n---\n', '---\ntitle: Å\nobjectives:\n  - {id: o1, level: analyse, text: x}\n---\n'],
    'k/01-a.yaml': ['title: Å\nsections:\n  - {title: x, rol: belief}\n', 'title: Å\nsections:\n  - {title: x, role: beleif}\n'],
    'k/01-a.quiz.yaml': ['questions:\n  - {id: q, kind: singel, question: x}\n', 'questions:\n  - {id: q, kind: order, question: x, items: [a, b], option: 1}\n', 'questions:\n  - {id: q, kind: truth, question: x}\n'],
    'k/facts.yaml': ['- {id: f, statement: x, grade: F}\n', '- {id: f, statement: x, grade: A, souces: [a]}\n'],
    'k/sources.yaml': ['a: {type: book, titel: x}\n', 'a: {title: x}\n', 'a: {type: article, title: x, parent: {typ: book}}\n'],
    'k/glossary.yaml': ['a: [b]\n'],
    'k/en/01-a.quiz.yaml': ['questions:\n  - {quetsion: x}\n'],
  };
  for (const [file, texts] of Object.entries(wrong)) {
    for (const text of texts) assert.equal(complaints({[file]: text}).length, 1, `${file}: ${text}`);
  }
});

test('a brand and a theme are as their schemas say, and a slip in a theme is refused', () => {
  const [brand, theme] = ['brand', 'theme'].map((kind) => schema(kind));
  const read = (file) => parse(fs.readFileSync(path.resolve(import.meta.dirname, file), 'utf8'));
  assert.ok(brand(read('../pdf/brand/_brand.yml')), JSON.stringify(brand.errors));
  assert.ok(theme(read('../../themes/default/theme.yaml')), JSON.stringify(theme.errors));
  assert.ok(brand({'defaults': {}, logo: {images: {mark: {path: 'a.svg', alt: 'A'}}, medium: 'mark'}, color: {background: {light: '#fff', dark: '#000'}}}), JSON.stringify(brand.errors));
  assert.ok(!theme({colours: {ink: '#000'}}) && !theme({colors: {inc: '#000'}}) && !theme({sheet: 'a3'}));
  assert.ok(!brand({color: {palette: {moss: ['#1f5c3a']}}}) && !brand({typography: {fonts: [{source: 'file'}]}}));
});

test('`new theme` leads an editor to the schema beside the themes', () => {
  run('new', 'theme', 'our-looks');
  const text = fs.readFileSync(path.join(scratch, 'themes/our-looks/theme.yaml'), 'utf8');
  const [, to] = /^# yaml-language-server: \$schema=(\S+)/.exec(text) ?? assert.fail(text);
  const written = JSON.parse(fs.readFileSync(path.join(scratch, 'themes/our-looks', to), 'utf8'));
  assert.ok(new Ajv({strict: false}).compile(written)(parse(text)));
});

test('every schema holds for its own examples and says what each field is for', () => {
  const seen = new Set();
  for (const kind of KINDS) {
    const text = JSON.parse(run('schema', kind));
    const walk = (node, at) => {
      if (Array.isArray(node)) return node.forEach((it, idx) => walk(it, `${at}/${idx}`));
      if (!node || typeof node !== 'object') return;
      if (node.examples && !seen.has(JSON.stringify(node))) {
        seen.add(JSON.stringify(node));
        const validate = new Ajv({strict: false}).compile({...node, definitions: text.definitions});
        for (const example of node.examples) assert.ok(validate(example), `${at}: ${JSON.stringify(example)} ${JSON.stringify(validate.errors)}`);
      }
      if (node.properties && kind !== 'sources') {
        for (const [name, field] of Object.entries(node.properties)) assert.ok(field.description || field.const, `${at}: ${name}`);
      }
      for (const [name, inner] of Object.entries(node)) if (name !== 'examples') walk(inner, `${at}/${name}`);
    };
    walk(text, kind);
  }
});
