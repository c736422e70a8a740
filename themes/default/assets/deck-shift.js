// The shift: both votes in a table and a picture, filled with what was counted. Without counts the table stays empty, for hands
// that are only raised.

/** @param {HTMLElement} element @param {Record<string, number>} shares In per cent of the picture's height. */
const lay = (element, shares) => {
  for (const [name, share] of Object.entries(shares)) element.style.setProperty(`--${name}`, `${share}%`);
  return element;
};

/** A column for each vote, a band for each option. @param {HTMLElement} slide */
const drawShift = (slide) => {
  const holder = slide.querySelector('.shift');
  const { claim, correct } = slide.dataset;
  if (!holder || claim === undefined) return;
  const options = optionsOf(claim);
  const votes = [1, 2].map((round) => countsOf(claim, round).slice(0, options.length));
  const totals = votes.map(sum);
  const drawn = totals[0] > 0 && totals[1] > 0;
  holder.classList.toggle('shift-drawn', drawn);
  votes.forEach((counts, at) => all(holder, `.shift-${at + 1}`).forEach((cell, idx) => {
    cell.textContent = totals[at] ? String(counts[idx] || 0) : '';
  }));
  for (const old of all(holder, '.shift-flow, .shift-words')) old.remove();
  if (!drawn) return;
  const sides = ['before', 'after'];
  const flow = make('div', 'shift-flow', ...sides.map((side, at) => make('div', `shift-head ${side}`, `${word(side)} · ${word('total', { n: totals[at] })}`)));
  flow.ariaHidden = 'true';
  const edges = [0, 0];
  const free = [0, 0];
  options.forEach((option, idx) => {
    const group = make('div', String(idx) === correct ? 'shift-right' : 'shift-wrong');
    const [[a, b], [c, d]] = votes.map((counts, at) => {
      const top = edges[at];
      const high = (100 * (counts[idx] || 0)) / totals[at];
      edges[at] += high;
      if (high) {
        // Two lines of words need an eighth of the height.
        const middle = Math.max(top + high / 2, free[at] + 7.5);
        free[at] = middle + 7.5;
        group.append(lay(make('div', `shift-bar ${sides[at]}`), { top, high }),
          lay(make('div', `shift-label ${sides[at]}`, `${option} `, make('b', '', String(counts[idx]))), { middle }));
      }
      return [top, edges[at]];
    });
    group.prepend(lay(make('div', 'shift-band'), { a, b, c, d }));
    flow.append(group);
  });
  const moved = votes[1].reduce((total, count, idx) => total + Math.max(0, count - (votes[0][idx] || 0)), 0);
  const words = [];
  if (correct) words.push(word('right_before_after', { a: votes[0][+correct] || 0, b: totals[0], c: votes[1][+correct] || 0, d: totals[1] }));
  // Counts only tell how many must have changed their minds at least.
  if (totals[0] === totals[1]) words.push(moved ? word('changed', { n: moved, total: totals[1] }) : word('unchanged'));
  holder.append(flow, make('p', 'shift-words', words.join(' ')));
};
