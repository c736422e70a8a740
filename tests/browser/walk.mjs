// Through a deck, step by step: what does not fit.

/** Runs in the page: goes through the deck step by step, and tells what does not fit. */
export function walk() {
  const complaints = new Set();
  const seen = new Set();
  const slides = [...document.querySelectorAll('.deck > .slide')];
  const rects = (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return [...range.getClientRects()];
  };
  const hiddenText = (it) => it.closest('.visually-hidden, .process-list, .chart-data, .notes, .shift-empty, [hidden]') || !it.checkVisibility({visibilityProperty: false});
  const look = (slide) => {
    const content = slide.querySelector('.content');
    const footTop = slide.querySelector('.foot')?.getBoundingClientRect().top ?? 720;
    const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT, (it) =>
      (it.data.trim() && !hiddenText(it.parentElement) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP));
    while (walker.nextNode()) {
      const words = walker.currentNode.data.trim().slice(0, 30);
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      for (const box of range.getClientRects()) {
        if (box.width < 1) continue;
        if (box.left < -1 || box.right > 1281 || box.top < -1 || box.bottom > 721) complaints.add(`${slide.id}: “${words}” off the canvas`);
        // The words of a picture that fills its slide stand on it, beside the number; the foot has no words of its own there.
        else if (box.bottom > footTop + 4 && !walker.currentNode.parentElement.closest('.sole-picture figcaption')) complaints.add(`${slide.id}: “${words}” runs into the foot by ${Math.round(box.bottom - footTop)}`);
      }
    }
    for (const it of content.querySelectorAll('svg, img, table, .guess-slide, .timer, .options')) {
      const box = it.getBoundingClientRect();
      if (!hiddenText(it) && box.width && (box.bottom > 721 || box.right > 1281 || box.left < -1)) complaints.add(`${slide.id}: ${it.tagName} off the canvas`);
    }
    for (const it of [content, ...content.querySelectorAll('.body, .columns, .column')]) {
      if (it.scrollHeight > it.clientHeight + 2 && getComputedStyle(it).overflowY !== 'visible') complaints.add(`${slide.id}: .${it.classList[0]} is cut off`);
    }
    // What follows each other in the content must not lie on top of each other.
    const parts = [...content.children].filter((it) => getComputedStyle(it).position === 'static' && !hiddenText(it));
    parts.slice(1).forEach((it, idx) => {
      const above = rects(parts[idx]).filter((box) => box.width > 1);
      const below = rects(it).filter((box) => box.width > 1);
      const meet = above.some((a) => below.some((b) => a.bottom > b.top + 6 && b.bottom > a.top + 6 && a.right > b.left + 1 && b.right > a.left + 1));
      if (meet) complaints.add(`${slide.id}: .${it.classList[0]} lies over .${parts[idx].classList[0]}`);
    });
  };
  for (let presses = 0; presses < 500; presses += 1) {
    const {slide, step} = window.tvartom.position();
    if (seen.has(`${slide}/${step}`)) break;
    seen.add(`${slide}/${step}`);
    look(document.getElementById(slide));
    document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowRight', bubbles: true}));
  }
  return {complaints: [...complaints], states: seen.size, slides: slides.length};
}
