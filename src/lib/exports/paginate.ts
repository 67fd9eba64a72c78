/** Divides a pack into sheets of paper, where it is laid out: in the page that prints it, or in a browser without a window. */

import { WORD_PARTING, type Foot, type WordParting } from './paginate-words.ts';

/** Lengths in millimetres. */
export interface PaginateOptions {
  /** Height of what stands between the margins of a sheet. */
  readonly sheet: number;
  /** Left free at the foot of each sheet, so that what is measured here also fits where it is printed. */
  readonly spare: number;
}

/**
 * Sets where sheets begin and fills in the page numbers of the contents. Headings stay with what follows; a drawing with its notes
 * is never divided, and the drawings of a sheet are set an eighth smaller where one more then fits; a table is divided between
 * rows, under its heads; sentences are divided with their notes. Sentences go on a sheet that has room for them and not for their
 * figure. The type of all is set a little smaller where fewer sheets are then left with little on them. A pack that is held to a
 * number of sheets is set smaller until it fits, its drawings after its type, as far as the least type can still be read. Returns
 * the number of sheets.
 *
 * It names nothing outside itself but its last default, so that `paginateSource` can hand it to a browser. The document carries `class="paper"` after.
 */
export function paginate(
  root: HTMLElement,
  { sheet, spare }: PaginateOptions,
  { partLines, partSentences }: WordParting = WORD_PARTING
): number {
  const document = root.ownerDocument;
  const page = document.documentElement;
  page.classList.add('paper');
  const millimetre = 96 / 25.4;
  const height = (sheet - spare) * millimetre;
  const soft = height * 0.9;
  /** Of a drawing: type of eight points is seven then. */
  const leastDrawing = 0.875;
  let smallest = leastDrawing;
  /** Of the type of all: notes of seven points and a half are seven then. */
  const least = 0.97;
  /** A table as short as this is not divided. */
  const whole = 6;

  const top = (element: Element) => element.getBoundingClientRect().top;
  const bottom = (element: Element) => element.getBoundingClientRect().bottom;
  const isShown = (element: Element): element is HTMLElement =>
    element instanceof HTMLElement && element.getBoundingClientRect().height > 0;
  const shownIn = (element: Element) => [...element.children].filter(isShown);
  const drawings = () => root.querySelectorAll<SVGElement>('.drawing svg');
  page.style.fontSize = '';
  const size = Number.parseFloat(getComputedStyle(page).fontSize);

  let sheets = 1;
  let start = 0;
  let sheetDrawings: SVGElement[] = [];
  /** Where what stands on each sheet but the last ends, as a part of its height. */
  let filled: number[] = [];
  let pageOf = new Map<Element, number>();

  const asItWas = () => {
    for (const begun of root.querySelectorAll<HTMLElement>('[data-begins]')) {
      begun.style.breakBefore = '';
      delete begun.dataset['begins'];
    }
    for (const rest of root.querySelectorAll<HTMLElement>('[data-continues]')) {
      rest.previousElementSibling?.append(...rest.childNodes);
      rest.remove();
    }
    for (const notes of root.querySelectorAll('[data-parted]')) notes.remove();
    for (const note of root.querySelectorAll<HTMLElement>('.notes > [hidden]')) note.hidden = false;
    for (const long of root.querySelectorAll('.long')) long.classList.remove('long');
    root.normalize();
    for (const drawing of drawings()) drawing.style.width = '';
    [sheets, start, sheetDrawings, filled, pageOf] = [1, top(root), [], [], new Map()];
  };

  const begin = (element: HTMLElement, repeated = 0) => {
    filled.push((top(element) - start) / height);
    element.style.breakBefore = 'page';
    element.dataset['begins'] = '';
    sheets += 1;
    sheetDrawings = [];
    start = top(element) - repeated;
  };
  const mark = (element: Element) => {
    pageOf.set(element, sheets);
    for (const each of element.querySelectorAll('[id]')) pageOf.set(each, sheets);
    sheetDrawings.push(...element.querySelectorAll<SVGElement>('.drawing svg'));
  };
  const foot: Foot = { end: () => start + height, begin, mark };
  /** What cannot be divided here is divided where it is printed, at the end of a sheet. */
  const flows = (end: number) => {
    while (end - start > sheet * millimetre) {
      filled.push(1);
      sheets += 1;
      start += sheet * millimetre;
    }
  };

  /** Whether it holds words right among its children, and so is divided between lines. */
  const isText = (element: Element) =>
    [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim() !== '');
  const isStacked = (element: Element) => !/grid|flex|table/.test(getComputedStyle(element).display);
  const rowsIn = (element: Element) => element.querySelectorAll('tbody > tr:not(.row-group)').length;

  /** Sets what is drawn in it and above it on its sheet smaller, where it then fits there. */
  const setSmaller = (figure: HTMLElement) => {
    if (!figure.matches('.figure') || bottom(figure) - start <= height) return;
    const own = figure.querySelectorAll<SVGElement>('.drawing svg');
    const all = [...new Set([...sheetDrawings, ...own])];
    const before = all.map(({ style }) => style.width);
    const setAll = (width: (at: number) => string) =>
      all.forEach((drawing, at) => (drawing.style.width = width(at)));
    setAll(() => '');
    const tall = all.reduce((sum, drawing) => sum + drawing.getBoundingClientRect().height, 0);
    const part = Math.max(smallest, 1 - (bottom(figure) - start - height + 2) / tall);
    for (const each of [part, smallest])
      if (bottom(figure) - start > height) setAll(() => `${String(each * 100)}%`);
    if (bottom(figure) - start > height) setAll((at) => before[at] ?? '');
  };

  /** How tall what stands under a table is: it stays with the last two rows. */
  const tailOf = (element: HTMLElement) => {
    const figure = element.matches('table') ? element.closest('.figure') : null;
    const tail = figure === null ? 0 : bottom(figure) - bottom(element);
    return tail < height / 2 ? tail : 0;
  };

  const placeRows = (table: HTMLElement) => {
    const head = table.querySelector('thead');
    const repeated = head === null ? 0 : head.getBoundingClientRect().height;
    const rows = [...table.querySelectorAll<HTMLElement>('tbody > tr')];
    const tail = tailOf(table);
    rows.forEach((row, at) => {
      const withNext = row.classList.contains('row-group') ? (rows[at + 1] ?? row) : row;
      const needs = at === rows.length - 2 ? bottom(table) + tail : bottom(withNext);
      if (needs - start > height && at > 0) begin(row, repeated);
    });
  };

  /** How much of what can be divided has to stand on a sheet on which it begins. */
  const beginning = (element: HTMLElement) => {
    if (element.matches('.said')) return 0;
    const rows = element.querySelectorAll('tbody > tr');
    const item = rows[Math.min(2, rows.length - 1)] ?? element.querySelector('li, dl > div');
    return item === null ? height * 0.12 : Math.min(height / 4, bottom(item) - top(element));
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
      /** Begins a sheet, below words that fit on this one and need not stay with their figure. */
      const turnBelowWords = () => {
        const stays = unit.findLastIndex(
          (each, at) =>
            at < unit.length - 1 && each.dataset['keep'] === 'soft' && bottom(each) - start <= height
        );
        const next = unit[stays + 1];
        if (stays < 0 || next === undefined) {
          turn();
          return 0;
        }
        unit.slice(0, stays + 1).forEach(mark);
        begin(next);
        return stays + 1;
      };
      setSmaller(last);
      const long = bottom(last) - top(first) > height;
      const tall = bottom(last) - top(last) > height;
      const splits = last.matches('[data-splits], .tabled, table');
      const divides =
        last.matches('[data-splits], table') || (last.matches('.tabled') && rowsIn(last) > whole);
      const inside = long || (divides && bottom(last) + tailOf(last) - start > height);
      if (!inside || !(splits || (tall && isStacked(last)))) {
        const placed = bottom(last) - start > height ? turnBelowWords() : 0;
        unit.slice(placed).forEach(mark);
        if (long) flows(bottom(last));
        return;
      }
      const placed = height - (top(last) - start) < beginning(last) ? turnBelowWords() : 0;
      unit.slice(placed, -1).forEach(mark);
      last.classList.add('long');
      if (isText(last)) {
        partLines(last, foot);
        return;
      }
      if (last.tagName === 'TABLE') placeRows(last);
      else if (last.matches('.said')) {
        const turned = () => {
          const was = sheets;
          turn();
          unit.slice(0, -1).forEach(mark);
          return sheets > was;
        };
        partSentences(last, { ...foot, turn: turned });
        flows(bottom(last));
      } else place(unitsOf(shownIn(last)), [...(placed === 0 ? above : []), ...unit.slice(placed, -1)]);
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
        element.matches('.subtitle') ||
        (element.matches('.said') && next?.matches('.numbers') === true) ||
        (element.dataset['keep'] === 'soft' &&
          next?.matches('.figure') === true &&
          bottom(next) - top(first) <= soft);
      if (!keeps || next === undefined) {
        units.push(open);
        open = [];
      }
    });
    return units;
  };

  /** Lays all of it out. Returns how much is left bare, in sheets: at their feet, and of a last one with next to nothing. */
  const layOut = (part: number) => {
    page.style.fontSize = part === 1 ? '' : `${String(size * part)}px`;
    smallest = leastDrawing / part;
    asItWas();
    place(unitsOf(shownIn(root)));
    const last = sheets === 1 ? 1 : (bottom(root) - start) / height;
    return filled.reduce((bare, full) => bare + Math.max(0, 0.8 - full), 3 * Math.max(0, 0.3 - last));
  };

  asItWas();
  const held = Number(root.dataset['sheets'] ?? '0');
  const isOver = () => root.getBoundingClientRect().height > height * held;
  if (held > 0) {
    for (let part = 1; part >= least && isOver(); part -= 0.01)
      page.style.fontSize = `${String(size * part)}px`;
    for (let part = 1; part >= leastDrawing && isOver(); part -= 0.025)
      for (const drawing of drawings()) drawing.style.width = `${String(part * 100)}%`;
    // Words go beside the drawings where those leave room.
    root.classList.toggle('beside', isOver());
  }
  if (root.classList.contains('sheet')) {
    const end = bottom(root) - top(root) - 1;
    sheets = Math.max(1, Math.ceil(end / (sheet * millimetre)));
  } else {
    let [best, barest, laid] = [1, layOut(1), 1];
    for (const part of [(1 + least) / 2, least]) {
      if (barest < 0.3) break;
      const bare = layOut(part);
      laid = part;
      if (bare < barest - 0.1) [best, barest] = [part, bare];
    }
    if (laid !== best) layOut(best);
  }

  for (const slot of root.querySelectorAll<HTMLElement>('[data-page-of]')) {
    const target = document.getElementById(slot.dataset['pageOf'] ?? '');
    const found = target === null ? undefined : pageOf.get(target);
    slot.textContent = found === undefined ? '' : String(found);
  }
  return sheets;
}

/** `paginate` of the element with that id, as an expression for a browser without a window. */
export function paginateSource(id: string, options: PaginateOptions): string {
  const words = Object.entries(WORD_PARTING).map(([name, part]) => `${name}: ${String(part)}`);
  const root = `document.getElementById(${JSON.stringify(id)})`;
  return `(${String(paginate)})(${root}, ${JSON.stringify(options)}, { ${words.join(', ')} })`;
}
