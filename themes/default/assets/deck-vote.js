// Votes: hands that are counted in the presenter's window, and how sure they are. Per cent right is nowhere before the second vote.

/** @param {string} claim @param {number | string} round */
const countsOf = (claim, round) => state.counts[`${claim}/${round}`] || [];
/** @param {number[]} counts */
const sum = (counts) => counts.reduce((a, b) => a + (b || 0), 0);
/** @param {string} claim @param {string} selector */
const ofClaim = (claim, selector) => slides.filter((it) => it.dataset.claim === claim && it.matches(selector));
/** @param {HTMLElement | undefined} slide @param {string} selector */
const texts = (slide, selector) => (slide ? all(slide, selector).map((it) => (it.textContent || '').trim()) : []);
/** @param {string} claim */
const optionsOf = (claim) => texts(ofClaim(claim, '.layout-vote, .layout-shift')[0], '.option-words');

/** Fields of the tally that is shown, and what they count: so that another window's counts come in. @type {Map<HTMLInputElement, () => number | undefined>} */
const fields = new Map();

const fillTally = () => {
  for (const [field, count] of fields) if (field !== document.activeElement) field.value = String(count() ?? '');
};

/** A field to count hands in, by typing or tapping. @param {string} name @param {number} idx @param {string} label @param {() => void} changed */
const counter = (name, idx, label, changed) => {
  const field = make('input');
  Object.assign(field, { type: 'number', min: 0, max: 999, ariaLabel: label });
  /** @param {number} count */
  const set = (count) => {
    const counts = [...(state.counts[name] || [])];
    counts[idx] = Math.max(0, Math.min(999, Math.floor(count) || 0));
    change({ counts: { ...state.counts, [name]: Array.from(counts, (it) => it || 0) } });
    changed();
  };
  field.addEventListener('input', () => set(Number(field.value)));
  fields.set(field, () => state.counts[name]?.[idx]);
  const [fewer, more] = [-1, 1].map((by) => button(by < 0 ? '−' : '+', () => {
    set((state.counts[name]?.[idx] || 0) + by);
    fillTally();
  }, `${by < 0 ? '−' : '+'}1: ${label}`));
  return make('td', '', fewer, field, more);
};

/** A form to count in; only for votes that have been held. @returns {HTMLElement | null} */
const tally = () => {
  fields.clear();
  const { claim } = slides[state.slide].dataset;
  const votes = claim === undefined ? [] : ofClaim(claim, '.layout-vote').filter((it) => state.held.includes(it.id) && slides.indexOf(it) <= state.slide);
  if (claim === undefined || !votes.length) return null;
  const head = make('tr', '', make('td'));
  const table = make('table', 'tally', make('thead', '', head));
  const advice = make('p', 'advice');
  // What to do next; never how many were right.
  const advise = () => {
    const { correct } = ofClaim(claim, '[data-correct]')[0]?.dataset || {};
    const counts = countsOf(claim, 1);
    const share = correct === undefined || !sum(counts) ? -1 : (counts[Number(correct)] || 0) / sum(counts);
    advice.textContent = share < 0 || votes.length > 1 ? '' : data.advice[share < 0.35 ? 0 : share <= 0.7 ? 1 : 2];
  };
  for (const { dataset } of votes) head.append(Object.assign(make('th', '', word('round', { n: dataset.round || '' })), { scope: 'col' }));
  for (const [selector, suffix] of [['.option-words', ''], ['.sureness li', '/sure']]) {
    const body = table.createTBody();
    texts(votes[0], selector).forEach((option, idx) => {
      const row = body.insertRow();
      row.append(Object.assign(make('th', '', option), { scope: 'row' }));
      for (const vote of votes) {
        const n = vote.dataset.round || '';
        row.append(vote.querySelector(selector) ? counter(`${claim}/${n}${suffix}`, idx, word('hands', { option, n }), advise) : make('td'));
      }
    });
  }
  advise();
  fillTally();
  return make('div', '', advice, table, button(word('export'), saveVotes));
};

/** All that was counted and left for later, as a table for a spreadsheet. */
const saveVotes = () => {
  const lines = [['type', 'slide', 'text', 'vote', 'hands']];
  for (const [name, counts] of Object.entries(state.counts).sort()) {
    const [claim, round, sure] = name.split('/');
    const options = sure ? texts(ofClaim(claim, '.layout-vote')[0], '.sureness li') : optionsOf(claim);
    const title = titleOf(slides.findIndex((it) => it.dataset.claim === claim));
    counts.forEach((count, idx) => lines.push([sure || 'vote', title, options[idx] || '', round, String(count)]));
  }
  for (const [slide, text] of state.parked) lines.push(['parked', titleOf(slide), text, '', '']);
  // As the quiz does: where commas are decimal marks semicolons separate, and nothing is taken for a formula.
  const quoted = (/** @type {string} */ cell) => `"${(/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell).replace(/"/g, '""')}"`;
  const rows = lines.map((cells) => cells.map(quoted).join(root.lang === 'sv' ? ';' : ',')).join('\r\n');
  const link = make('a');
  link.href = URL.createObjectURL(new Blob(['\ufeff', rows], { type: 'text/csv' }));
  link.download = `${data.id}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
};
