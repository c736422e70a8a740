// Printing: a page for each slide as it is; slides with their notes; three slides on a sheet, with lines to write on.

/** @type {HTMLElement | null} */
let sheets = null;

/** Which sheets come out of the printer: `notes`, `three`, or else the slides. @param {string} mode */
const setPrint = (mode) => {
  sheets?.remove();
  sheets = null;
  root.dataset.print = mode;
  if (mode !== 'notes' && mode !== 'three') return;
  sheets = make('div', 'sheets', ...slides.map((slide, idx) => {
    // What is for participants has no word of the trainer's.
    const notes = mode === 'notes' ? slide.querySelector('.notes') : null;
    const beside = notes ? [...notes.cloneNode(true).childNodes] : mode === 'notes' ? [] : Array.from({ length: 8 }, () => make('div', 'ruled'));
    return make('div', 'sheet', frame(idx, parts[idx].length), make('div', 'beside', ...beside));
  }));
  document.body.append(sheets);
};

/** @param {string} mode */
const printAs = (mode) => {
  setPrint(mode);
  addEventListener('afterprint', () => setPrint(''), { once: true });
  print();
};

const printMenu = () => make('p', 'print-menu', ...['slides', 'notes', 'three'].map((mode) => button(word(`print_${mode}`), () => {
  for (const open of all(document, 'dialog')) open.remove();
  printAs(mode);
})));

/** On paper the room is always in its usual light, and no slide is larger than it was written. */
const watchPrinter = () => {
  const [, asked] = /[?#&]print=(\w+)/.exec(location.href) || [];
  if (asked) {
    setPrint(asked);
    note(word(`print_${asked}`));
  }
  /** @param {{room: string, large: boolean}} look */
  const lookLike = ({ room, large }) => {
    state = { ...state, room, large };
    dress(slides[state.slide]);
  };
  let before = state;
  addEventListener('beforeprint', () => {
    before = state;
    lookLike({ room: '', large: false });
    if (sheets) setPrint(root.dataset.print || '');
  });
  addEventListener('afterprint', () => lookLike(before));
};
