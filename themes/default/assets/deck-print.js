// Printing: a page for each slide as it is; slides with their notes; three slides on a sheet, with lines to write on.

/** @type {HTMLElement | null} */
let sheets = null;

/** Which sheets come out of the printer: `notes`, `three`, or else the slides. @param {string} mode */
const setPrint = (mode) => {
  const [style] = document.styleSheets;
  if (sheets) style.deleteRule(style.cssRules.length - 1);
  sheets?.remove();
  sheets = null;
  root.dataset.print = mode;
  if (!['notes', 'three'].includes(mode)) return;
  // Firefox takes the paper's size from the one rule that has no name.
  style.insertRule('@page{size:A4;margin:14mm}', style.cssRules.length);
  sheets = make('div', 'sheets', ...slides.map((slide, idx) => {
    // What is for participants has no word of the trainer's.
    const beside = mode === 'notes' ? slide.querySelector('.notes')?.cloneNode(true).childNodes || [] : Array.from({ length: 8 }, () => make('div', 'ruled'));
    return make('div', 'sheet', frame(idx, parts[idx].length), make('div', 'beside', ...beside));
  }));
  document.body.append(sheets);
};

const printMenu = () => make('p', 'print-menu', ...['slides', 'notes', 'three'].map((mode) => button(word(`print_${mode}`), () => {
  for (const open of all(document, 'dialog')) open.remove();
  setPrint(mode);
  print();
})));

/** On paper the room is always in its usual light, and no slide is larger than it was written. */
const watchPrinter = () => {
  const [, asked] = /[?#&]print=(\w+)/.exec(location.href) || [];
  if (asked) {
    setPrint(asked);
    note(word(`print_${asked}`));
  }
  let { room, large } = state;
  const wear = (/** @type {Partial<State>} */ look) => {
    state = { ...state, ...look };
    dress(slides[state.slide]);
  };
  addEventListener('beforeprint', () => {
    ({ room, large } = state);
    wear({ room: '', large: false });
    setPrint(root.dataset.print || '');
  });
  addEventListener('afterprint', () => {
    wear({ room, large });
    setPrint(asked || '');
  });
};
