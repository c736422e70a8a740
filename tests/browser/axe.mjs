// axe, the same for every test that asks it.

import fs from 'node:fs';
import {createRequire} from 'node:module';

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** What axe finds in a page as it stands, a line for each; by all its rules, or by some. */
export async function violations(page, where, rules = null) {
  // Through the debugger, so that a strict policy does not stop it; once a page. It must not fetch style sheets anew.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const found = await page.evaluate(async ([type, values]) => {
    const {violations} = await window.axe.run(document, {runOnly: {type, values}, resultTypes: ['violations'], preload: false});
    return violations.map((it) => `${it.id} (${it.nodes.length}): ${it.nodes[0].target.join(' ')} ${it.nodes[0].failureSummary.split('\n')[1] || ''}`);
  }, rules ? ['rule', rules] : ['tag', TAGS]);
  return found.map((it) => `${where}: ${it}`);
}
