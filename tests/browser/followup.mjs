// What follows a course: a calendar that calendars take, cards that fold and import, forms that fit their paper.

import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {inBrowser, none, open, scratch} from './browser.mjs';
import {OUTPUT, fileUrl} from './site.mjs';

const COURSES = ['tvartom/sv', 'tvartom/en', 'larstilar/sv', 'larstilar/en'].map((it) => `trainer/${it}`);
const read = (name) => fs.readFileSync(path.join(OUTPUT, name));

test('calendars keep to RFC 5545, and days follow the day of the course', () => {
  const found = [];
  for (const course of COURSES) {
    const bytes = read(`${course}/calendar.ics`);
    const text = bytes.toString('utf8');
    if (/[^\r]\n|\r[^\n]/.test(text)) found.push(`${course}: a line does not end in CR LF`);
    for (const line of text.split('\r\n')) if (Buffer.byteLength(line) > 75) found.push(`${course}: ${Buffer.byteLength(line)} octets`);
    const lines = text.replace(/\r\n[ \t]/g, '').trimEnd().split('\r\n');
    if (lines[0] !== 'BEGIN:VCALENDAR' || lines.at(-1) !== 'END:VCALENDAR') found.push(`${course}: not a calendar`);
    const values = (name) => lines.filter((it) => it.startsWith(name)).map((it) => it.slice(it.indexOf(':') + 1));
    const day = (it) => Date.UTC(Number(it.slice(0, 4)), Number(it.slice(4, 6)) - 1, Number(it.slice(6, 8))) / 86400000;
    const stamp = day(values('DTSTAMP')[0]);
    // A Saturday or Sunday gives way to the Monday; the first of January 1970 was a Thursday.
    const weekday = (it) => it + ({6: 2, 0: 1}[(it + stamp + 4) % 7] ?? 0);
    const days = [2, 7, 30].map(weekday);
    assert.deepEqual(values('DTSTART').map((it) => day(it) - stamp), days, course);
    assert.deepEqual(values('DTEND').map((it) => day(it) - stamp), days.map((it) => it + 1), course);
    assert.equal(new Set(values('SUMMARY')).size, 3, course);
    assert.equal(new Set(values('UID')).size, 3);
    for (const subject of values('SUMMARY')) if (!subject.trim() || /[”“]/.test(subject)) found.push(`${course}: subject ${subject}`);
  }
  none(found, 'faults');
});

test('cards for Anki have four columns, ids of their own and no loose marks', () => {
  const ids = [];
  for (const course of COURSES) {
    const lines = read(`${course}/cards.tsv`).toString('utf8').trimEnd().split('\n');
    assert.deepEqual(lines.slice(0, 4), ['#separator:tab', '#html:true', '#guid column:1', '#tags column:4']);
    for (const line of lines.filter((it) => !it.startsWith('#'))) {
      const fields = line.split('\t');
      assert.equal(fields.length, 4, line);
      assert.ok(fields.every((it) => it && !it.startsWith('"')), line);
      ids.push(fields[0]);
    }
  }
  assert.ok(ids.length > 60);
  assert.equal(new Set(ids).size, ids.length);
});

test('a printed card is whole on its page, its question and answer on either side of the fold', async () => {
  await inBrowser({viewport: {width: 657, height: 950}}, async (page) => {
    for (const course of COURSES) {
      await open(page, fileUrl(`${course}/cards.html`));
      await page.emulateMedia({media: 'print'});
      const sides = await page.evaluate(() => [...document.querySelectorAll('.flashcard')].map((it) => {
        const [front, back] = [...it.children].map((side) => side.getBoundingClientRect());
        return {front: front.right, back: back.left, height: it.getBoundingClientRect().height, width: document.documentElement.clientWidth};
      }));
      assert.ok(sides.length > 5);
      // One fold for all, in the middle of the sheet.
      for (const it of sides) {
        assert.ok(Math.abs(it.front - it.back) <= 1 && Math.abs(it.front - sides[0].front) <= 1, JSON.stringify(it));
        assert.ok(it.height < 900, `${course}: a card of ${it.height} pixels`);
      }
    }
  });
});

test('forms and certificates fill the sheets they are meant for', async () => {
  await inBrowser({}, async (page) => {
    for (const course of COURSES) {
      for (const [name, sheets] of [['manager', 1], ['evaluation', 1], ['certificate', 2], ['followup', 3]]) {
        await open(page, fileUrl(`${course}/${name}.html`));
        const file = path.join(scratch, 'followup.pdf');
        await page.pdf({path: file, preferCSSPageSize: true, format: 'A4'});
        const pages = /Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [file], {encoding: 'utf8'}))[1];
        assert.equal(Number(pages), sheets, `${course}/${name}`);
      }
    }
  });
});

test('a message opens as an e-mail whose subject is the fact', async () => {
  await inBrowser({}, async (page) => {
    await open(page, fileUrl('trainer/tvartom/sv/followup.html'));
    const mails = await page.locator('a[href^="mailto:"]').evaluateAll((all) => all.map((it) => it.href));
    assert.equal(mails.length, 3);
    for (const mail of mails) {
      const {searchParams} = new URL(mail);
      const subject = searchParams.get('subject');
      assert.ok(await page.getByText(`Ämne: ${subject}`).count(), subject);
      assert.match(searchParams.get('body'), /^Hej!\r\n[\s\S]*\r\nSvar\r\n1\. /);
    }
  });
});
