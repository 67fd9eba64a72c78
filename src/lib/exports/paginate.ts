/** Divides a pack into sheets of paper, where it is laid out: in the page that prints it, or in a browser without a window. */

/** Lengths in millimetres. */
export interface PaginateOptions {
  /** Height of what stands between the margins of a sheet. */
  readonly sheet: number;
  /** Left free at the foot of each sheet, so that what is measured here also fits where it is printed. */
  readonly spare: number;
}

/**
 * Sets where sheets begin and fills in the page numbers of the contents. Headings stay with what follows; a figure with its notes
 * is never divided unless it is longer than a sheet, and then between rows, under its heads. A pack that is held to a number of
 * sheets is set smaller until it fits, down to four fifths. Returns the number of sheets.
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
  const millimetre = 96 / 25.4;
  const height = (sheet - spare) * millimetre;
  const soft = height * 0.66;

  const least = 0.8;
  const held = Number(root.dataset['sheets'] ?? '0');
  page.style.fontSize = '';
  if (held > 0) {
    const size = Number.parseFloat(getComputedStyle(page).fontSize);
    for (let part = 1; part >= least && root.getBoundingClientRect().height > height * held; part -= 0.02)
      page.style.fontSize = `${String(size * part)}px`;
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
  const flows = (end: number) => {
    while (end - start > height) {
      sheets += 1;
      start += height;
    }
  };

  const placeRows = (table: HTMLElement) => {
    const head = table.querySelector('thead');
    const repeated = head === null ? 0 : head.getBoundingClientRect().height;
    const rows = [...table.querySelectorAll<HTMLElement>('tbody > tr')];
    rows.forEach((row, at) => {
      const withNext = row.classList.contains('row-group') ? (rows[at + 1] ?? row) : row;
      if (bottom(withNext) - start > height && at > 0) begin(row, repeated);
    });
  };

  const place = (units: readonly (readonly HTMLElement[])[]) => {
    for (const unit of units) {
      const [first] = unit;
      const last = unit.at(-1);
      if (first === undefined || last === undefined) continue;
      const long = bottom(last) - top(first) > height;
      const splits = last.matches('[data-splits], .tabled, table');
      const inside = long || (last.matches('[data-splits], table') && bottom(last) - start > height);
      if (!inside || !splits) {
        if (bottom(last) - start > height && top(first) - start > 1) begin(first);
        unit.forEach(mark);
        if (long) flows(bottom(last));
        continue;
      }
      const room = height - (top(last) - start);
      if (room < height * 0.25 && top(first) - start > 1) begin(first);
      unit.forEach((each) => pageOf.set(each, sheets));
      for (const each of unit.slice(0, -1)) mark(each);
      last.classList.add('long');
      if (last.tagName === 'TABLE') placeRows(last);
      else place(unitsOf(shownIn(last)));
      const begun = [...last.querySelectorAll('*')].find((each) => pageOf.has(each));
      if (begun !== undefined) pageOf.set(last, pageOf.get(begun) ?? sheets);
    }
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
        (element.matches('.figure-title, .subtitle') && next !== undefined);
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
