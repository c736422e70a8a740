// Running heads on paper: CSS cannot read a document's title, so its words are handed to the page's margins.
'use strict';
(() => {
  const names = ['headLeft', 'headRight', 'footLeft', 'pageBefore', 'pageBetween'];
  const rules = names.map((name) => {
    const words = document.body.dataset[name] || '';
    const property = '--' + name.replace(/[A-Z]/g, (letter) => '-' + letter.toLowerCase());
    return property + ': "' + words.replace(/["\\]/g, '\\$&').replace(/\s/g, ' ') + '";';
  });
  // A sheet of our own, since a strict policy allows no style attributes.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(':root {' + rules.join(' ') + '}');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
})();
