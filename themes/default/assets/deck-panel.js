// Panels over the slide: overview, help, the tally.

/** @param {string} title @param {...Node} content */
const panel = (title, ...content) => {
  const close = button(word('close'), () => dialog.close());
  close.classList.add('panel-close');
  const dialog = make('dialog', 'panel', close, make('h2', '', title), ...content);
  dialog.ariaLabel = title;
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
};

const overview = () => {
  const list = make('ol', 'thumbs');
  const dialog = panel(word('overview'), list);
  slides.forEach((_, idx) => {
    const control = button('', () => {
      dialog.close();
      go(idx);
    }, word('go_to', { n: idx + 1, title: titleOf(idx) }));
    control.className = '';
    if (idx === state.slide) control.ariaCurrent = 'true';
    const picture = frame(idx, parts[idx].length);
    picture.inert = true;
    list.append(make('li', '', picture, control));
  });
  all(list, '[aria-current]')[0].focus();
};

let letters = true;

const help = () => {
  const rows = [
    [`→ ↓ ${word('key_space')} Page Down`, 'forward'], ['← ↑ Backspace Page Up', 'back'], ['Home End', 'keys_ends'],
    [`${word('key_digits')} + Enter`, 'keys_number'], ['f', 'keys_full'], ['s', 'presenter'], ['o Esc', 'overview'], ['b . w ,', 'keys_black'],
    ['t', 'keys_timer'], ['v', 'tally'], ['d', 'keys_room'], ['l', 'keys_large'], ['g', 'keys_guides'],
  ];
  const box = make('input');
  Object.assign(box, { type: 'checkbox', checked: letters, onchange: () => (letters = box.checked) });
  panel(word('help'), make('dl', 'keys', ...rows.flatMap(([keys, name]) => [make('dt', '', keys), make('dd', '', word(name))])),
    make('p', '', make('label', '', box, ` ${word('letters')}`)), make('h2', '', word('print')), printMenu());
};

const openTally = () => {
  const form = tally();
  if (form) panel(word('tally'), form);
};

const openPresenter = () => {
  const address = `${location.href.split(/[?#]/)[0]}#presenter=${session}`;
  peer = open(address, `tvartom-${session}`, 'popup,width=1280,height=800');
  if (peer) return;
  panel(word('presenter'), make('p', '', word('blocked'), ' ', Object.assign(make('a', '', word('presenter')), { href: address, target: '_blank', rel: 'opener' })));
};
