/** Divides words between sheets of paper. Each function names nothing outside itself, for `paginateSource`. */

/** The sheet that is being filled. */
export interface Foot {
  /** Where it ends, as `getBoundingClientRect` measures. */
  readonly end: () => number;
  /** Begins the next with an element. */
  readonly begin: (element: HTMLElement) => void;
  /** Says that an element stands on this one. */
  readonly mark: (element: Element) => void;
}

/** Parts a text between two lines, as often as it needs sheets: what goes on is an element of its own, `data-continues`. */
function partLines(text: HTMLElement, { end, begin, mark }: Foot): void {
  const document = text.ownerDocument;
  /** Fewer lines than these do not stand alone at the foot of a sheet. */
  const lines = 3;
  const line = Number.parseFloat(getComputedStyle(text).lineHeight);
  if (end() - text.getBoundingClientRect().top < lines * line) begin(text);
  mark(text);
  let going = text;
  while (going.getBoundingClientRect().bottom > end()) {
    const range = document.createRange();
    const isOver = () => range.getBoundingClientRect().bottom > end();
    const walker = document.createTreeWalker(going, NodeFilter.SHOW_TEXT);
    let node = walker.nextNode();
    for (; node !== null; node = walker.nextNode()) {
      range.selectNodeContents(node);
      if (isOver()) break;
    }
    if (node === null) return;
    let fits = 0;
    for (let over = range.endOffset; over - fits > 1;) {
      const middle = Math.floor((fits + over) / 2);
      range.setEnd(node, middle);
      if (isOver()) over = middle;
      else fits = middle;
    }
    range.setStart(going, 0);
    range.setEnd(node, fits);
    if (range.toString().trim() === '') return;
    range.setStart(node, fits);
    range.setEnd(going, going.childNodes.length);
    const rest = document.createElement(text.tagName);
    rest.className = text.className;
    rest.dataset['continues'] = '';
    rest.append(range.extractContents());
    going.after(rest);
    begin(rest);
    going = rest;
  }
}

/**
 * Parts sentences, each sheet with the notes that are called on it: those of a sheet before the last stand in a list of their
 * own, `data-parted`. `turn` begins a sheet above what stands over the first sentence, where that is not on top already, and
 * tells whether it did.
 */
function partSentences(
  said: HTMLElement,
  { end, begin, turn }: Foot & { readonly turn: () => boolean }
): void {
  const bottom = (element: Element) => element.getBoundingClientRect().bottom;
  const sentences = [...said.querySelectorAll<HTMLElement>(':scope > p:not(.small-print)')];
  const notes = [...said.querySelectorAll<HTMLElement>(':scope > .notes > li')];
  const called = (from: number, to: number) => {
    const calls = sentences.slice(from, to).map((each) => each.querySelector('.calls')?.textContent ?? '');
    const numbers = new Set(calls.join().match(/\d+/g));
    return notes.filter((note) => numbers.has(note.getAttribute('value') ?? ''));
  };
  /** In pixels, with what stands free above them and a little for rounding. */
  const room = (some: readonly HTMLElement[]) =>
    some.reduce((sum, note) => sum + note.getBoundingClientRect().height + 2, some.length > 0 ? 6 : 0);
  let from = 0;
  for (;;) {
    for (const note of notes) note.hidden = false;
    if (from > 0) {
      const going = new Set(called(from, sentences.length));
      for (const note of notes) note.hidden = !going.has(note);
    }
    if (bottom(said) <= end()) return;
    for (const note of notes) note.hidden = false;
    const beyond = sentences.findIndex(
      (each, at) => at >= from && bottom(each) + room(called(from, at + 1)) > end()
    );
    // Its notes and sources are what is beyond: the last sentence goes with them.
    const to = beyond === -1 ? sentences.length - 1 : beyond;
    const next = sentences[to];
    if (from === 0 && to < 2 && turn()) continue;
    if (next === undefined || to <= from) return;
    const parted = called(from, to);
    if (parted.length > 0) {
      const list = said.ownerDocument.createElement('ol');
      list.className = 'notes';
      list.dataset['parted'] = '';
      list.append(...parted.map((note) => note.cloneNode(true)));
      next.before(list);
    }
    begin(next);
    from = to;
  }
}

export const WORD_PARTING = { partLines, partSentences };
export type WordParting = typeof WORD_PARTING;
