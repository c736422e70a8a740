// The deck in the room: keys, steps, gaps, presenter's window, votes, reload; from a file, as it is used.

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {none, open} from './browser.mjs';
import {DECK, OTHER, at, atSlide, go, inDeck, position, presenter, spokenOn} from './decks.mjs';
import {fileUrl} from './site.mjs';

test('the keys of people and clickers move the deck', () => inDeck(async (page, {ids}) => {
  // Slides without steps, so that every key moves a whole slide.
  const steps = async () => (await position(page)).step;
  await at(page, ids[0]);
  for (const key of ['ArrowRight', ' ', 'PageDown', 'ArrowDown', 'Enter', 'n']) {
    const before = await position(page);
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    const now = await position(page);
    assert.notDeepEqual(now, before, `${key} goes forward`);
    assert.ok(ids.indexOf(now.slide) > ids.indexOf(before.slide) || now.step > before.step, `${key} goes forward`);
  }
  for (const key of ['ArrowLeft', 'Backspace', 'PageUp', 'ArrowUp', 'Shift+Space', 'p']) {
    const before = await position(page);
    await page.keyboard.press(key);
    const now = await position(page);
    assert.ok(ids.indexOf(now.slide) < ids.indexOf(before.slide) || now.step < before.step, `${key} goes back`);
  }
  await at(page, ids[0]);
  await page.keyboard.press('End');
  await at(page, ids.at(-1), await steps());
  await page.keyboard.press('ArrowRight');
  await at(page, ids.at(-1), await steps());
  await page.keyboard.press('Home');
  await at(page, ids[0]);
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await at(page, ids[11]);
  await page.keyboard.type('3');
  await page.keyboard.press('Escape');
  await at(page, ids[11]);
  assert.equal(await page.locator('dialog[open]').count(), 0, 'Escape takes digits back before it opens anything');
}));

test('full screen, darkness, overview and help have their keys', () => inDeck(async (page, {ids}) => {
  await page.keyboard.press('f');
  await page.waitForFunction(() => document.fullscreenElement !== null);
  await page.keyboard.press('f');
  await page.waitForFunction(() => document.fullscreenElement === null);
  for (const [key, shade] of [['b', 'black'], ['.', 'black'], ['w', 'white'], [',', 'white']]) {
    await page.keyboard.press(key);
    await page.waitForFunction((it) => document.documentElement.classList.contains(it), shade);
    const covered = await page.evaluate(() => document.elementFromPoint(640, 300)?.closest('.slide .content') === null
      || getComputedStyle(document.querySelector('.slide.current')).visibility === 'hidden');
    assert.ok(covered, `${shade} covers the slide`);
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction((it) => !document.documentElement.classList.contains(it), shade);
    await at(page, ids[0]);
  }
  for (const key of ['o', 'Escape']) {
    await page.keyboard.press(key);
    await page.locator('dialog[open] .thumbs button').nth(4).waitFor();
    assert.equal(await page.locator('dialog[open] .thumbs button').count(), ids.length);
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({state: 'detached'});
  }
  await page.keyboard.press('o');
  await page.locator('dialog[open] .thumbs button').nth(4).focus();
  await page.keyboard.press('Enter');
  await at(page, ids[4]);
  await page.keyboard.press('?');
  await page.locator('dialog[open] dl').waitFor();
}));

test('Space and Enter on something focused act on that, and leave the deck where it is', () => inDeck(async (page) => {
  const id = await page.evaluate(() => [...document.querySelectorAll('.slide')].find((it) => it.querySelector('.timer'))?.id);
  await go(page, id);
  await at(page, id);
  for (const key of ['Space', 'Enter']) {
    const toggle = page.locator('.slide.current .timer-toggle');
    const before = await toggle.textContent();
    await toggle.focus();
    await page.keyboard.press(key);
    await page.waitForFunction((it) => document.querySelector('.slide.current .timer-toggle').textContent !== it, before);
    await at(page, id);
  }
}));

test('controls of every sort win over the keys of the deck, and letters are typed where one can type', () => inDeck(async (page, {ids}) => {
  await page.keyboard.press('ArrowRight');
  await at(page, ids[1]);
  await page.evaluate(() => {
    window.acted = [];
    const holder = document.createElement('div');
    holder.style.cssText = 'position: absolute; inset: 0 0 auto; z-index: 9';
    holder.innerHTML = '<button id="t-button">B</button><a id="t-link" href="#t-link">A</a><input id="t-radio" type="radio"><input id="t-tick" type="checkbox">'
      + '<details><summary id="t-summary">S</summary>D</details><input id="t-text"><textarea id="t-area"></textarea><select id="t-select"><option>1<option>2</select>';
    for (const it of holder.querySelectorAll('[id]')) it.addEventListener('click', (event) => (window.acted.push(it.id), it.matches('a') && event.preventDefault()));
    document.querySelector('.slide.current .content').append(holder);
  });
  for (const [id, ...keys] of [['t-button', 'Space', 'Enter'], ['t-link', 'Enter'], ['t-radio', 'Space'], ['t-tick', 'Space'], ['t-summary', 'Space', 'Enter']]) {
    for (const key of keys) {
      await page.evaluate(() => (window.acted = []));
      await page.focus(`#${id}`);
      await page.keyboard.press(key);
      assert.deepEqual(await page.evaluate(() => window.acted), [id], `${key} on ${id} acts once`);
      await at(page, ids[1]);
    }
  }
  for (const [id, typed] of [['t-text', 'b 12.o'], ['t-area', 'wn 3,d']]) {
    await page.focus(`#${id}`);
    await page.keyboard.type(typed);
    for (const key of ['ArrowLeft', 'Home', 'End']) await page.keyboard.press(key);
    assert.equal(await page.inputValue(`#${id}`), typed, `typed into ${id}`);
    await at(page, ids[1]);
  }
  await page.focus('#t-select');
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.evaluate(() => document.getElementById('t-select').selectedIndex), 1);
  await at(page, ids[1]);
  assert.equal(await page.evaluate(() => document.documentElement.matches('.black, .white') || document.querySelector('dialog') !== null), false);
}));

test('a clicker starts and stops with F5 and Escape, and its dark key leaves nothing to be seen', () => inDeck(async (page, {ids}) => {
  await page.keyboard.press('PageDown');
  await at(page, ids[1]);
  // The browser answers to F5, and the deck is where it was.
  assert.ok(await page.evaluate(() => document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'F5', bubbles: true, cancelable: true}))), 'F5 is left to the browser');
  await page.reload();
  await at(page, ids[1]);
  await page.keyboard.press('Escape');
  await page.locator('dialog[open] .thumbs').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({state: 'detached'});
  await at(page, ids[1]);
  /** All colors that are seen. */
  const colors = async () => page.evaluate(async (shot) => {
    const picture = new Image();
    picture.src = `data:image/png;base64,${shot}`;
    await picture.decode();
    const canvas = Object.assign(document.createElement('canvas'), {width: picture.width, height: picture.height});
    const context = canvas.getContext('2d');
    context.drawImage(picture, 0, 0);
    const seen = new Set(new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer));
    return [...seen].map((it) => (it & 0xffffff).toString(16));
  }, (await page.screenshot()).toString('base64'));
  assert.ok((await colors()).length > 8, 'a slide has colors');
  for (const [key, color] of [['.', '0'], [',', 'ffffff']]) {
    await page.keyboard.press(key);
    await page.waitForFunction(() => document.documentElement.matches('.black, .white'));
    assert.deepEqual(await colors(), [color]);
    await page.keyboard.press(key);
    await page.waitForFunction(() => !document.documentElement.matches('.black, .white'));
    await at(page, ids[1]);
    assert.ok((await colors()).length > 8, 'the slide is back');
  }
}));

test('steps come one by one, forward and back, and are not read aloud before', () => atSlide('[data-steps]', async (page, {id, context}) => {
  const texts = () => page.evaluate(() => [...document.querySelectorAll('.slide.current .unrevealed')].map((it) => it.textContent.trim()));
  const hidden = await texts();
  assert.ok(hidden.length > 1, 'a slide with steps begins with hidden parts');
  const spoken = await spokenOn(context, page);
  none(hidden.filter((it) => it && spoken.includes(it)), 'hidden parts in the accessibility tree');
  await page.keyboard.press('ArrowRight');
  await at(page, id, 1);
  assert.ok((await texts()).length < hidden.length);
  assert.ok((await spokenOn(context, page)).includes(hidden[0]), 'a part that is shown is in the accessibility tree');
  await page.keyboard.press('ArrowLeft');
  await at(page, id, 0);
  assert.deepEqual(await texts(), hidden);
}));

test('a gap opens by key and by hand', () => atSlide(':has(.content .gap-filling)', async (page, {id, context}) => {
  const words = await page.evaluate(() => [...document.querySelectorAll('.slide.current .content .gap-filling')].map((it) => it.textContent.trim()));
  const before = await spokenOn(context, page);
  none(words.filter((it) => before.split(/[^\p{L}\p{N}-]+/u).includes(it)), 'gap words in the accessibility tree');
  const cover = page.locator('.slide.current .content .gap-button:visible').last();
  await cover.focus();
  await page.keyboard.press('Space');
  await page.waitForFunction((n) => document.querySelectorAll('.slide.current .content .gap-filling.unrevealed').length === n - 1, words.length);
  await at(page, id, 0);
  for (let step = 0; step < words.length; step += 1) {
    await page.keyboard.press('ArrowRight');
  }
  const left = await page.locator('.slide.current .content .gap-filling.unrevealed').count();
  const now = await position(page);
  assert.ok(now.slide !== id || left === 0, 'all gaps are open before the deck goes on');
}));

test('before the second vote, nothing of what comes after is seen or read aloud', () => inDeck(async (page, {context}) => {
  const claims = await page.evaluate(() => [...document.querySelectorAll('.slide.layout-vote[data-round="1"]')].map((it) => it.id));
  assert.ok(claims.length > 0);
  for (const id of claims) {
    await go(page, id);
    await at(page, id);
    const spoken = await spokenOn(context, page);
    const later = await page.evaluate((here) => {
      const slides = [...document.querySelectorAll('.deck > .slide')];
      const own = document.getElementById(here).textContent;
      return slides.slice(slides.findIndex((it) => it.id === here) + 1)
        .flatMap((it) => [...it.querySelectorAll('.content p, .content li, .content h2, .notes p')].map((at) => at.textContent.trim()))
        .filter((it) => it.length > 12 && !own.includes(it));
    }, id);
    assert.ok(later.length > 20);
    none(later.filter((it) => spoken.includes(it)), `texts of later slides on ${id}`);
    const visible = await page.evaluate(() => [...document.querySelectorAll('.deck > .slide')].filter((it) => it.checkVisibility({visibilityProperty: true})).map((it) => it.id));
    assert.deepEqual(visible, [id]);
    const notes = await page.evaluate(() => [...document.querySelectorAll('.notes')].filter((it) => it.checkVisibility({visibilityProperty: true})).length);
    assert.equal(notes, 0, 'notes are for the presenter');
  }
}));

test('reload brings back slide, step, darkness and counts', () => atSlide('[data-steps]', async (page, {id}) => {
  await page.keyboard.press('ArrowRight');
  await at(page, id, 1);
  await page.keyboard.press('b');
  await page.reload();
  await at(page, id, 1);
  await page.waitForFunction(() => document.documentElement.classList.contains('black'));
}));

test('a deck opens at its start where the address names no slide of it', () => inDeck(async (page, {ids}) => {
  for (const hash of ['#no-such', '#100%', '#999']) {
    await page.goto('about:blank');
    await open(page, `${fileUrl(DECK)}${hash}`);
    await page.waitForFunction(() => 'tvartom' in window);
    await at(page, ids[0]);
  }
}));

test('the presenter window runs in step with the deck, both ways', () => inDeck(async (page, {context, ids}) => {
  await page.keyboard.press('ArrowRight');
  const desk = await presenter(page, context);
  await at(desk, (await position(page)).slide);
  await page.keyboard.press('End');
  await at(desk, ids.at(-1), (await position(page)).step);
  await desk.keyboard.press('Home');
  await at(page, ids[0]);
  await desk.keyboard.press('ArrowRight');
  await at(page, ids[1]);
  await desk.keyboard.press('b');
  await page.waitForFunction(() => document.documentElement.classList.contains('black'));
  assert.ok(await desk.evaluate(() => !document.documentElement.classList.contains('black')), 'the presenter goes on seeing');
  await page.keyboard.press('b');
  const noted = await page.evaluate(() => [...document.querySelectorAll('.deck > .slide')].find((it) => it.querySelector('.notes p'))?.id);
  await go(page, noted);
  await at(desk, noted);
  const words = await page.evaluate((it) => document.querySelector(`#${CSS.escape(it)} .notes`).textContent.trim().slice(0, 40), noted);
  assert.ok((await desk.locator('.desk-notes').textContent()).includes(words));
  assert.ok(await desk.locator('.desk-next .frame').isVisible(), 'what comes next is seen');
  await desk.reload();
  await at(desk, noted);
}));

test('two decks that are open at once leave each other alone', () => inDeck(async (page, {context, ids}) => {
  const other = await context.newPage();
  await open(other, fileUrl(OTHER));
  await other.keyboard.press('End');
  await other.waitForFunction(() => /end/.test(window.tvartom.position().slide));
  const same = await context.newPage();
  await open(same, fileUrl(DECK));
  await same.keyboard.press('ArrowRight');
  await at(same, ids[1]);
  // What a window says reaches the others before the answer to this does.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await at(page, ids[0]);
}));

test('hands are counted in the presenter window and become the shift; never per cent right before vote 2', () => inDeck(async (page, {context}) => {
  const desk = await presenter(page, context);
  const ids = await page.evaluate(() => {
    const of = (selector) => [...document.querySelectorAll(selector)].map((it) => ({id: it.id, claim: it.dataset.claim}));
    const shift = of('.layout-shift')[0];
    const vote = (n) => of(`.layout-vote[data-round="${n}"]`).find((it) => it.claim === shift.claim).id;
    return {shift: shift.id, first: vote(1), second: vote(2), correct: Number(document.querySelector('.layout-shift').dataset.correct)};
  });
  const fill = async (column, hands) => {
    const inputs = desk.locator('.desk-form tbody tr');
    assert.equal(await inputs.count(), hands.length + 3, 'options, and how sure they are');
    for (const [idx, n] of hands.entries()) await inputs.nth(idx).locator('input').nth(column).fill(String(n));
  };
  const [wrong, right] = ids.correct === 0 ? [1, 0] : [0, 1];
  const before = Object.assign([0, 0], {[wrong]: 15, [right]: 5});
  const after = Object.assign([0, 0], {[wrong]: 3, [right]: 17});
  await go(page, ids.first);
  await at(desk, ids.first);
  await fill(0, before);
  assert.equal(await desk.locator('.desk-form tbody').first().locator('input').count(), 2, 'the second vote is not asked for before it is reached');
  const advice = await desk.locator('.desk-form .advice').textContent();
  assert.ok(advice.length > 10 && !/[%\d]/.test(advice), `advice without a number: ${advice}`);
  assert.ok(!/[^\d](15|25\s*%)/.test(await page.locator('.slide.current .content').innerText()), 'the room sees no count');
  await page.reload();
  await at(page, ids.first);
  await go(page, ids.second);
  await at(desk, ids.second);
  await fill(1, after);
  await go(page, ids.shift);
  await at(desk, ids.shift);
  await page.locator('.slide.current .shift-flow').waitFor();
  const bars = await page.evaluate(() => [...document.querySelectorAll('.slide.current .shift-right .shift-bar')].map((it) => it.getBoundingClientRect().height));
  assert.equal(bars.length, 2);
  assert.ok(Math.abs(bars[1] / bars[0] - 17 / 5) < 0.05, `bars as high as the votes: ${bars}`);
  const words = await page.locator('.slide.current .shift-words').textContent();
  for (const n of ['5', '20', '17', '12']) assert.match(words, new RegExp(`\\b${n}\\b`), words);
}));

test('a countdown goes on across slides and is kept over a reload', () => inDeck(async (page) => {
  const id = await page.evaluate(() => [...document.querySelectorAll('.slide')].find((it) => it.querySelector('.timer'))?.id);
  await go(page, id);
  await at(page, id);
  const face = () => page.evaluate((it) => document.querySelector(`#${CSS.escape(it)} .timer-face`).textContent, id);
  await page.keyboard.press('t');
  await page.waitForFunction((it) => /^\d+:\d\d$/.test(document.querySelector(`#${CSS.escape(it)} .timer-face`).textContent), id);
  const before = await face();
  await page.keyboard.press('Home');
  await page.waitForFunction(([it, was]) => document.querySelector(`#${CSS.escape(it)} .timer-face`).textContent < was, [id, before]);
  await page.reload();
  await page.waitForFunction(([it, was]) => {
    const text = document.querySelector(`#${CSS.escape(it)} .timer-face`).textContent;
    return /^\d+:\d\d$/.test(text) && text < was;
  }, [id, before]);
}));
