// Courses that tests write themselves, built.

import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {scratch} from './browser.mjs';
import {PROGRAM} from './site.mjs';

/** Builds a curriculum; where its decks are, and what was told about it. */
export function build(curriculum, name, ...more) {
  const output = path.join(scratch, name);
  const done = spawnSync(PROGRAM, ['build', '--curriculum', curriculum, '--output', output, ...more], {encoding: 'utf8', env: {...process.env, NO_COLOR: '1', LANG: 'en_US.UTF-8', LC_ALL: ''}});
  const decks = fs.readdirSync(output, {recursive: true}).map(String).filter((it) => path.basename(it) === 'deck.html').sort();
  return {output, decks: decks.map((it) => path.join(output, it)), told: done.stdout + done.stderr, status: done.status};
}
