// The markup is what the standard says: the Nu checker and html-validate read every page.

import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {createRequire} from 'node:module';
import path from 'node:path';
import {test} from 'node:test';
import {FileSystemConfigLoader, HtmlValidate} from 'html-validate';
import {none} from './browser.mjs';
import {OUTPUT, PAGES} from './site.mjs';

const require = createRequire(import.meta.url);

test('the Nu HTML checker finds no error', () => {
  const jar = path.join(path.dirname(require.resolve('vnu-jar/package.json')), 'build', 'dist', 'vnu.jar');
  // The checker's CSS parser does not know nesting and layers, which browsers have had for years.
  const filter = 'CSS: .*';
  const run = spawnSync('java', ['-Xss4m', '-jar', jar, '--skip-non-html', '--format', 'gnu', '--filterpattern', filter, OUTPUT],
    {encoding: 'utf8', maxBuffer: 1 << 28});
  assert.equal(run.error, undefined, 'java is needed');
  const lines = run.stderr.split('\n').filter((it) => /: (info warning|error|fatal)/.test(it));
  none(lines.filter((it) => !it.includes('info warning')).map((it) => it.replaceAll(OUTPUT, '')), 'errors');
  assert.ok(run.status === 0, run.stderr.slice(0, 2000));
});

test('html-validate finds no error', async () => {
  const validate = new HtmlValidate(new FileSystemConfigLoader({
    root: true,
    extends: ['html-validate:standard', 'html-validate:a11y'],
    // Everything lies beside the page, so there is nothing to verify the integrity of; the others are matters of taste.
    rules: {'require-sri': 'off', 'doctype-style': 'off', 'no-trailing-whitespace': 'off', 'wcag/h32': 'off'},
  }));
  const found = [];
  for (const name of PAGES) {
    const report = await validate.validateFile(path.join(OUTPUT, name));
    for (const {messages} of report.results) {
      found.push(...messages.filter((it) => it.severity === 2).map((it) => `${name}:${it.line} ${it.ruleId}: ${it.message}`));
    }
  }
  none(found, 'errors');
});
