// Running heads on paper: CSS cannot read a document's title, so its words are handed to the page's margins.
'use strict';
(() => {
  const names = ['headLeft', 'headRight', 'footLeft', 'pageBefore', 'pageBetween'];
  for (const name of names) {
    const words = document.body.dataset[name] || '';
    const property = '--' + name.replace(/[A-Z]/g, (letter) => '-' + letter.toLowerCase());
    const quoted = '"' + words.replace(/["\\]/g, '\\$&').replace(/\s/g, ' ') + '"';
    document.documentElement.style.setProperty(property, quoted);
  }
})();
