// What the program writes into an author's folder: mends, and new courses with what their editor needs. It takes nothing away.

import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {after, test} from 'node:test';
import Ajv from 'ajv';
import {parse} from 'yaml';

const PROGRAM = path.resolve(process.env.TVARTOM_PROGRAM ?? '../../target/release/tvartom');
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'tvartom-author-'));
after(() => fs.rmSync(scratch, {recursive: true, force: true}));

function run(folder, ...words) {
  const env = {...process.env, LC_ALL: 'en_US.UTF-8', NO_COLOR: '1'};
  return spawnSync(PROGRAM, words, {cwd: path.join(scratch, folder), encoding: 'utf8', env});
}

/** A folder with a curriculum of texts. */
function folder(name, files) {
  fs.mkdirSync(path.join(scratch, name));
  for (const [file, text] of Object.entries(files)) {
    const target = path.join(scratch, name, file);
    fs.mkdirSync(path.dirname(target), {recursive: true});
    fs.writeFileSync(target, text);
  }
  return name;
}

const read = (...parts) => fs.readFileSync(path.join(scratch, ...parts), 'utf8');
const MODULE = 'curriculum/k/01-a.md';
const SLIPS = {
  'curriculum/k/course.yaml': 'title: Å\nlang: sv\nlicence: MIT\n',
  [MODULE]: '\ufeff---\r\ntitel: Å 😀\r\n---\r\n\r\n## 😀 Å {.realty #late-stage}\r\n\r\n**Å** [å](#late-stge).\r\n\r\n<!-- tvartom: allow alt-missing -->\r\n\r\n- å [](#o2)\r\n',
};
const MENDED = SLIPS[MODULE].replace('titel', 'title').replace('realty', 'reality').replace('late-stge', 'late-stage')
  .replace('<!-- tvartom: allow alt-missing -->\r\n', '');

test('what has one certain mend is shown and mended, and the rest is told', () => {
  const at = folder('mend', SLIPS);
  fs.chmodSync(path.join(scratch, at, MODULE), 0o640);
  const {stdout, stderr, status} = run(at, 'check', '--fix');
  assert.equal(read(at, MODULE), MENDED);
  assert.equal(read(at, 'curriculum/k/course.yaml'), 'title: Å\nlang: sv\nlicense: MIT\n');
  assert.equal(fs.statSync(path.join(scratch, at, MODULE)).mode & 0o777, 0o640);
  assert.ok(stdout.includes(`--- ${MODULE}`) && stdout.includes('-titel: Å 😀') && stdout.includes('+title: Å 😀'), stdout);
  assert.ok(stdout.includes('error[unknown-section]: there is no section `#o2`'), stdout);
  assert.ok(!stdout.includes('unknown-role') && !stdout.includes('unused-allow'), stdout);
  assert.equal(stderr, '');
  assert.equal(status, 1);
  // Nothing is left that is certain, so nothing is written again.
  const written = fs.statSync(path.join(scratch, at, MODULE)).mtimeMs;
  assert.match(run(at, 'check', '--fix').stderr, /nothing can be mended with certainty/);
  assert.equal(fs.statSync(path.join(scratch, at, MODULE)).mtimeMs, written);
  assert.deepEqual(fs.readdirSync(path.join(scratch, at, 'curriculum/k')).sort(), ['01-a.md', 'course.yaml']);
});

test('a program that reads the findings is not disturbed by the diff', () => {
  const at = folder('json', SLIPS);
  const {stdout, stderr} = run(at, 'check', '--fix', '--format', 'json');
  assert.deepEqual(JSON.parse(stdout).findings.map(({code}) => code), ['unknown-section']);
  assert.match(stderr, /\+title: Å 😀/);
  assert.equal(read(at, MODULE), MENDED);
});

test('without being asked nothing is mended, and what is write-protected is left', () => {
  const at = folder('protected', SLIPS);
  run(at, 'check');
  assert.equal(read(at, MODULE), SLIPS[MODULE]);
  fs.chmodSync(path.join(scratch, at, MODULE), 0o440);
  const {stderr, status} = run(at, 'check', '--fix');
  assert.equal(status, 3);
  assert.match(stderr, /01-a\.md is write-protected/);
  assert.equal(read(at, MODULE), SLIPS[MODULE]);
});

/** The files under a folder that begin with the line for editors, each with the schema that the line leads to. */
function withSchemas(at) {
  const names = fs.readdirSync(path.join(scratch, at), {recursive: true}).map(String).filter((it) => it.endsWith('.yaml') && !it.endsWith('translated.yaml'));
  return names.map((name) => {
    const text = read(at, name);
    const [, leads] = /^# yaml-language-server: \$schema=(.*)\n/.exec(text) ?? assert.fail(name);
    assert.equal(text.match(/yaml-language-server/g).length, 1, name);
    return [name, text, path.join(path.dirname(name), leads)];
  });
}

test('new files lead their editor to schemas that are there and that they keep to', () => {
  const at = folder('new', {});
  assert.equal(run(at, 'new', 'course', 'kurs').status, 0);
  fs.appendFileSync(path.join(scratch, at, 'curriculum/kurs/course.yaml'), 'translations: [sv]\n');
  assert.equal(run(at, 'new', 'translation', 'kurs/sv').status, 0);
  const files = withSchemas(at);
  assert.ok(files.length >= 7, files.map(([name]) => name).join());
  for (const [name, text, schema] of files) {
    const validate = new Ajv({strict: false}).compile(JSON.parse(read(at, schema)));
    assert.ok(validate(parse(text)), `${name}: ${JSON.stringify(validate.errors)}`);
  }
  assert.equal(run(at, 'check').stdout, 'nothing to remark in 1 module\n');
});

test('schemas of an earlier version are written anew, and a file of somebody else\'s is not', () => {
  const at = folder('refresh', {
    'curriculum/.tvartom/schema/course.json': '{"mine": true}\n',
    'curriculum/.tvartom/schema/quiz.json': '{"$comment": "Written by tvartom 0.0.1."}\n',
  });
  fs.writeFileSync(path.join(scratch, at, 'curriculum/.tvartom/schema/quiz.json'), '{\n  "$comment": "Written by tvartom 0.0.1."\n}\n');
  assert.equal(run(at, 'new', 'course', 'kurs').status, 0);
  assert.equal(read(at, 'curriculum/.tvartom/schema/course.json'), '{"mine": true}\n');
  assert.ok(JSON.parse(read(at, 'curriculum/.tvartom/schema/quiz.json')).properties.questions);
});
