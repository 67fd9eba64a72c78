/** Divides a pack into sheets of paper, where it is laid out: in the page that prints it, or in a browser without a window. */

/** Lengths in millimetres. */
export interface PaginateOptions {
  /** Height of what stands between the margins of a sheet. */
  readonly sheet: number;
  /** Left free at the foot of each sheet, so that what is measured here also fits where it is printed. */
  readonly spare: number;
}

/**
 * Sets where sheets begin and fills in the page numbers of the contents. Headings stay with what follows; a drawing with its notes
 * is never divided, and set an eighth smaller where it then fits; a table is divided between rows, under its heads. Sentences go on
 * a sheet that has room for them and not for their figure. A pack that is held to a number of sheets is set a little smaller until
 * it fits, its drawings after its type, as far as the least type can still be read. Returns the number of sheets.
 *
 * It names nothing outside itself, so that it can be handed to a browser as it is. The document carries `class="paper"` after.
 */
export function paginate(root: HTMLElement, { sheet, spare }: PaginateOptions): number {
  const document = root.ownerDocument;
  const page = document.documentElement;
  page.classList.add('paper');
  for (const begun of root.querySelectorAll<HTMLElement>('[data-begins]')) {
    begun.style.breakBefore = '';
    delete begun.dataset['begins'];
  }
  for (const rest of root.querySelectorAll<HTMLElement>('[data-continues]')) {
    rest.previousElementSibling?.append(...rest.childNodes);
    rest.remove();
  }
  root.normalize();
  const millimetre = 96 / 25.4;
  const height = (sheet - spare) * millimetre;
  const soft = height * 0.9;
  for (const drawing of root.querySelectorAll<SVGElement>('.drawing svg')) drawing.style.width = '';

  /** Of a drawing: type of eight points is seven then. */
  const smallest = 0.875;
  const least = 0.97;
  const held = Number(root.dataset['sheets'] ?? '0');
  page.style.fontSize = '';
  if (held > 0) {
    const size = Number.parseFloat(getComputedStyle(page).fontSize);
    for (let part = 1; part >= least && root.getBoundingClientRect().height > height * held; part -= 0.01)
      page.style.fontSize = `${String(size * part)}px`;
    for (let part = 1; part >= smallest && root.getBoundingClientRect().height > height * held; part -= 0.025)
      for (const drawing of root.querySelectorAll<SVGElement>('.drawing svg'))
        drawing.style.width = `${String(part * 100)}%`;
    // Words go beside the drawings where those leave room.
    root.classList.toggle('beside', root.getBoundingClientRect().height > height * held);
  }

  const top = (element: Element) => element.getBoundingClientRect().top;
  const bottom = (element: Element) => element.getBoundingClientRect().bottom;
  const isShown = (element: Element): element is HTMLElement =>
    element instanceof HTMLElement && element.getBoundingClientRect().height > 0;
  const shownIn = (element: Element) => [...element.children].filter(isShown);

  let sheets = 1;
  let start = top(root);
  const pageOf = new Map<Element, number>();

  const begin = (element: HTMLElement, repeated = 0) => {
    element.style.breakBefore = 'page';
    element.dataset['begins'] = '';
    sheets += 1;
    start = top(element) - repeated;
  };
  const mark = (element: Element) => {
    pageOf.set(element, sheets);
    for (const each of element.querySelectorAll('[id]')) pageOf.set(each, sheets);
  };
  /** What cannot be divided here is divided where it is printed, at the end of a sheet. */
  const flows = (end: number) => {
    while (end - start > sheet * millimetre) {
      sheets += 1;
      start += sheet * millimetre;
    }
  };

  /** Fewer lines than these do not stand alone at the foot of a sheet. */
  const lines = 3;

  /** Parts a text between two lines, as often as it needs sheets: what goes on is an element of its own. */
  const partLines = (text: HTMLElement) => {
    const line = Number.parseFloat(getComputedStyle(text).lineHeight);
    if (height - (top(text) - start) < lines * line) begin(text);
    mark(text);
    let going = text;
    while (bottom(going) - start > height) {
      const range = document.createRange();
      const isOver = () => range.getBoundingClientRect().bottom - start > height;
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
  };
  /** Whether it holds words right among its children, and so is divided between lines. */
  const isText = (element: Element) =>
    [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim() !== '');
  const isStacked = (element: Element) => !/grid|flex|table/.test(getComputedStyle(element).display);

  /** A table as short as this is not divided. */
  const whole = 6;
  const rowsIn = (element: Element) => element.querySelectorAll('tbody > tr:not(.row-group)').length;

  const setSmaller = (figure: HTMLElement) => {
    const drawing = figure.matches('.drawn') ? figure.querySelector<SVGElement>('.drawing svg') : null;
    if (drawing === null) return;
    const over = bottom(figure) - start - height;
    const tall = drawing.getBoundingClientRect().height;
    const part = 1 - (over + 2) / tall;
    if (over > 0 && part >= smallest) drawing.style.width = `${String(part * 100)}%`;
    if (bottom(figure) - start > height) drawing.style.width = '';
  };

  const placeRows = (table: HTMLElement) => {
    const head = table.querySelector('thead');
    const repeated = head === null ? 0 : head.getBoundingClientRect().height;
    const rows = [...table.querySelectorAll<HTMLElement>('tbody > tr')];
    // What stands under a table stays with its last two rows.
    const end = table.closest('.figure') ?? table;
    const tail = bottom(end) - bottom(table) < height / 2 ? bottom(end) - bottom(table) : 0;
    rows.forEach((row, at) => {
      const withNext = row.classList.contains('row-group') ? (rows[at + 1] ?? row) : row;
      const needs = at === rows.length - 2 ? bottom(table) + tail : bottom(withNext);
      if (needs - start > height && at > 0) begin(row, repeated);
    });
  };

  /** @param leading what stands above the first of them and must not be left there without it */
  const place = (units: readonly (readonly HTMLElement[])[], leading: readonly HTMLElement[] = []) => {
    units.forEach((unit, index) => {
      const [first] = unit;
      const last = unit.at(-1);
      if (first === undefined || last === undefined) return;
      const above = index === 0 ? leading : [];
      const head = above[0] ?? first;
      const turn = () => {
        if (top(head) - start <= 1) return;
        begin(head);
        above.forEach(mark);
      };
      setSmaller(last);
      const long = bottom(last) - top(first) > height;
      const tall = bottom(last) - top(last) > height;
      const splits = last.matches('[data-splits], .tabled, table');
      const divides =
        last.matches('[data-splits], table') || (last.matches('.tabled') && rowsIn(last) > whole);
      const inside = long || (divides && bottom(last) - start > height);
      if (!inside || !(splits || (tall && isStacked(last)))) {
        const stays = unit.findLastIndex(
          (each, at) =>
            at < unit.length - 1 && each.dataset['keep'] === 'soft' && bottom(each) - start <= height
        );
        const next = unit[stays + 1];
        if (bottom(last) - start > height && stays >= 0 && next !== undefined) {
          unit.slice(0, stays + 1).forEach(mark);
          begin(next);
          unit.slice(stays + 1).forEach(mark);
          return;
        }
        if (bottom(last) - start > height) turn();
        unit.forEach(mark);
        if (long) flows(bottom(last));
        return;
      }
      const room = height - (top(last) - start);
      if (room < height * (last.matches('.tabled, table') ? 0.2 : 0.25)) turn();
      unit.slice(0, -1).forEach(mark);
      last.classList.add('long');
      if (isText(last)) {
        partLines(last);
        return;
      }
      if (last.tagName === 'TABLE') placeRows(last);
      else place(unitsOf(shownIn(last)), [...above, ...unit.slice(0, -1)]);
      const begun = [...last.querySelectorAll('*')].find((each) => pageOf.has(each));
      pageOf.set(last, begun === undefined ? sheets : (pageOf.get(begun) ?? sheets));
    });
  };

  const unitsOf = (elements: readonly HTMLElement[]): HTMLElement[][] => {
    const units: HTMLElement[][] = [];
    let open: HTMLElement[] = [];
    elements.forEach((element, at) => {
      open.push(element);
      const next = elements[at + 1];
      const first = open[0] ?? element;
      const keeps =
        element.dataset['keep'] === 'next' ||
        (element.matches('.said') && next?.matches('.numbers') === true) ||
        (element.dataset['keep'] === 'soft' &&
          next !== undefined &&
          next.matches('.figure') &&
          bottom(next) - top(first) <= soft) ||
        (element.matches('.subtitle') && next !== undefined);
      if (!keeps || next === undefined) {
        units.push(open);
        open = [];
      }
    });
    return units;
  };

  if (root.classList.contains('sheet'))
    sheets = Math.max(1, Math.ceil((bottom(root) - start - 1) / (sheet * millimetre)));
  else place(unitsOf(shownIn(root)));

  for (const slot of root.querySelectorAll<HTMLElement>('[data-page-of]')) {
    const target = document.getElementById(slot.dataset['pageOf'] ?? '');
    const found = target === null ? undefined : pageOf.get(target);
    slot.textContent = found === undefined ? '' : String(found);
  }
  return sheets;
}
