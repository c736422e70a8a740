// Finds courses and modules: by words in the index beside the catalogue, and by what a card says of itself.
'use strict';
(() => {
  /** @typedef {{u: string, s: string, l: string, n: string, c: string, t: string, o: string[], h: [string, string?][], a: string | null, m: number, k: string[]}} Entry */
  /** @typedef {{audience: string | null, minutes: number, languages: [string, string][], topics: string[]}} Facets */
  /** @typedef {{audience: string, minutes: string, language: string, topic: string}} Chosen */

  /** More would not be read; how many there are is said. */
  const MOST = 40;
  const LENGTHS = [15, 30, 45, 60, 90, 120, 180, 240, 360];

  // Endings from long to short. The same are taken from the index's words and from those that are typed, so both agree.
  /** @type {Record<string, string[]>} */
  const ENDINGS = {
    sv: ['heterna', 'hetens', 'heten', 'heter', 'arnas', 'ernas', 'ornas', 'andet', 'anden', 'arens', 'arna', 'erna', 'orna', 'aren', 'ande',
      'ende', 'aste', 'ades', 'het', 'are', 'ade', 'ast', 'ens', 'ets', 'ans', 'ars', 'ers', 'ors', 'ar', 'er', 'or', 'en', 'et', 'an',
      'at', 'as', 'es', 'a', 'e', 's'],
    en: ['ingly', 'edly', 'ings', 'ing', 'ies', 'ers', 'ed', 'es', 'er', 'ly', 's', 'e', 'y'],
  };

  /** Lower case; å, ä and ö are letters of their own, other accents fall away. @param {string} text */
  const fold = (text) => text.toLowerCase().normalize('NFC')
    .replace(/[^\u0000-\u007fåäö]/g, (it) => it.normalize('NFD').replace(/[\u0300-\u036f]/g, ''));

  /** A folded word without its ending. @param {string} word @param {string} language */
  function stem(word, language) {
    const ending = (ENDINGS[language] || []).find((it) => word.length - it.length >= 3 && word.endsWith(it) && !(it === 's' && word.endsWith('ss')));
    const rest = ending ? word.slice(0, -ending.length) : word;
    return rest.replace(/([^aeiouyåäö])\1$/, '$1');
  }

  /** @param {string} text */
  const words = (text) => text.match(/[\p{L}\p{N}]+/gu) || [];

  /** How well a word answers what was typed: itself, another form of it, or what begins so. @param {string} word @param {string} typed @param {string} language */
  function match(word, typed, language) {
    const [one, other] = [fold(word), fold(typed)];
    if (one === other) return 3;
    if (stem(one, language) === stem(other, language)) return 2;
    return other.length > 1 && one.startsWith(other) ? 1 : 0;
  }

  /** @param {string} text @param {string} typed @param {string} language */
  const best = (text, typed, language) => Math.max(0, ...words(text).map((it) => match(it, typed, language)));

  /** Every typed word must be there somewhere; titles count most. @param {Entry} entry @param {string[]} typed */
  function score(entry, typed) {
    let sum = 0;
    for (const word of typed) {
      const at = (/** @type {string[]} */ texts) => Math.max(0, ...texts.map((it) => best(it, word, entry.l)));
      const found = Math.max(8 * at([entry.t]), 4 * at(entry.h.map((it) => it[0])), 3 * at([...entry.o, ...entry.k]), at([entry.c]));
      if (!found) return 0;
      sum += found;
    }
    return sum;
  }

  /** Text with the words that were found marked. @param {Element} parent @param {string} text @param {string[]} typed @param {string} language */
  function writeMarked(parent, text, typed, language) {
    let end = 0;
    for (const it of text.matchAll(/[\p{L}\p{N}]+/gu)) {
      if (!typed.some((word) => match(it[0], word, language))) continue;
      parent.append(text.slice(end, it.index));
      parent.append(Object.assign(document.createElement('mark'), {textContent: it[0]}));
      end = it.index + it[0].length;
    }
    parent.append(text.slice(end));
  }

  /** @param {string} name @param {string} [className] */
  const element = (name, className) => Object.assign(document.createElement(name), className ? {className} : {});

  /** @param {Entry} entry @param {string[]} typed @param {string} root @param {string} language */
  function hit(entry, typed, root, language) {
    const item = element('li', 'hit');
    if (entry.l !== language) item.lang = entry.l;
    const link = /** @param {string} to @param {string} text */ (to, text) => {
      const it = Object.assign(document.createElement('a'), {href: root + to.split('/').map((part) => part.replace(/[%?]/g, encodeURIComponent)).join('/')});
      writeMarked(it, text, typed, entry.l);
      return it;
    };
    const title = element('h3', 'hit-title');
    title.append(link(entry.u, entry.t));
    const where = element('p', 'hit-where');
    where.textContent = [entry.c, entry.n].filter(Boolean).join(' · ');
    item.append(title, where);
    const isFound = (/** @type {string} */ text) => typed.some((word) => best(text, word, entry.l));
    const headings = entry.h.filter((it) => isFound(it[0])).slice(0, 4);
    const objectives = entry.o.filter(isFound).slice(0, 2);
    if (headings.length + objectives.length) {
      const list = element('ul', 'hit-parts');
      for (const [text, id] of headings) {
        const part = element('li');
        if (id) part.append(link(entry.u.split('#')[0] + '#' + id, text));
        else writeMarked(part, text, typed, entry.l);
        list.append(part);
      }
      for (const text of objectives) {
        const part = element('li');
        writeMarked(part, text, typed, entry.l);
        list.append(part);
      }
      item.append(list);
    }
    return item;
  }

  /** @param {Chosen} chosen @param {Facets} facets */
  const isChosen = (chosen, facets) => (!chosen.audience || facets.audience === chosen.audience)
    && (!chosen.minutes || facets.minutes <= Number(chosen.minutes))
    && (!chosen.language || facets.languages.some((it) => it[0] === chosen.language))
    && (!chosen.topic || facets.topics.includes(chosen.topic));

  /** @param {Entry} it @returns {Facets} */
  const facetsOf = (it) => ({audience: it.a, minutes: it.m, languages: [[it.l, it.n]], topics: it.k});

  /** Gives a choice its options, and hides it where there is nothing to choose. @param {HTMLSelectElement} select @param {[string, string][]} options */
  function offer(select, options) {
    const known = new Map(options);
    for (const [value, text] of known) select.append(new Option(text, value));
    const field = select.closest('p');
    if (field) field.hidden = known.size < 2;
  }

  /** @param {HTMLFormElement} form */
  function start(form) {
    const say = JSON.parse(form.dataset.find || '{}');
    const script = /** @type {HTMLScriptElement | null} */ (document.querySelector('script[data-index]'));
    const root = script ? new URL('.', script.src).href : '';
    const input = /** @type {HTMLInputElement} */ (form.querySelector('input'));
    const select = (/** @type {string} */ name) => /** @type {HTMLSelectElement} */ (form.querySelector('#find-' + name));
    const count = /** @type {HTMLElement} */ (document.querySelector('.find-count'));
    const clear = /** @type {HTMLElement} */ (form.querySelector('.find-clear'));
    const hits = /** @type {HTMLElement} */ (document.querySelector('.hits'));
    const list = /** @type {HTMLElement | null} */ (document.querySelector('.parts > .cards'));
    const cards = [...document.querySelectorAll('.parts > .cards > .card')].map((it) => {
      const card = /** @type {HTMLElement} */ (it);
      return {card, facets: /** @type {Facets} */ (JSON.parse(card.dataset.facets || '{}'))};
    });
    const index = /** @type {Entry[]} */ ((/** @type {any} */ (window)).tvartomSearch || []).filter((it) => it.s.startsWith(say.scope));
    const language = document.documentElement.lang;
    const facets = cards.map((it) => it.facets);
    const pairs = (/** @type {string[]} */ values) => /** @type {[string, string][]} */ ([...new Set(values)].sort((one, other) => one.localeCompare(other, language)).map((it) => [it, it]));
    offer(select('audience'), pairs(facets.flatMap((it) => it.audience ? [it.audience] : [])));
    offer(select('topic'), pairs(facets.flatMap((it) => it.topics)));
    offer(select('language'), facets.flatMap((it) => it.languages));
    // Only lengths that part the cards.
    const lengths = LENGTHS.filter((length) => facets.some((it) => it.minutes <= length) && facets.some((it) => it.minutes > length));
    offer(select('minutes'), lengths.map((it) => [String(it), say.atMost.replace('{n}', String(it))]));
    // One length parts the cards already.
    const minutes = select('minutes').closest('p');
    if (minutes) minutes.hidden = lengths.length < 1;

    const show = () => {
      const chosen = {audience: select('audience').value, minutes: select('minutes').value, language: select('language').value, topic: select('topic').value};
      const typed = words(input.value);
      const isNarrowed = Object.values(chosen).some(Boolean);
      clear.hidden = !isNarrowed && input.value === '';
      hits.replaceChildren();
      hits.hidden = typed.length === 0;
      if (list) list.hidden = typed.length > 0;
      if (typed.length) {
        const found = index.filter((it) => isChosen(chosen, facetsOf(it))).map((entry) => ({entry, points: score(entry, typed)}))
          .filter((it) => it.points > 0).sort((one, other) => other.points - one.points || Number(other.entry.l === language) - Number(one.entry.l === language));
        hits.append(...found.slice(0, MOST).map((it) => hit(it.entry, typed, root, language)));
        hits.hidden = found.length === 0;
        count.textContent = found.length === 0 ? say.none : found.length === 1 ? say.one : say.many.replace('{n}', String(found.length));
        return;
      }
      for (const {card, facets} of cards) card.hidden = !isChosen(chosen, facets);
      const shown = cards.filter((it) => !it.card.hidden).length;
      count.textContent = isNarrowed ? say.shown.replace('{n}', String(shown)).replace('{total}', String(cards.length)) : '';
    };
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('input', show);
    form.addEventListener('change', show);
    form.addEventListener('reset', () => setTimeout(() => { show(); input.focus(); }));
    form.hidden = false;
    // What the browser kept over a way back.
    show();
  }

  const form = document.querySelector('form.find');
  if (form instanceof HTMLFormElement) start(form);
})();
