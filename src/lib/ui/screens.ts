/** The screens into which a page falls for a meeting: one message each, in the order of the page. */

import { HEAD } from './heat-screens.ts';

export interface Screen {
  /** What it tells, for a reader who hears it. */
  readonly title: string;
  /** The elements of the page that it shows; all others are out of sight. */
  readonly parts: readonly Element[];
  /**
   * Where all of it is too much for one screen: those of the parts that stand one after another, and those of each that
   * must be seen together. What is in none of them, as a headline, stands on every screen.
   */
  readonly units: readonly (readonly Element[])[];
}

/** Of a group with more rows than these, its line says in a meeting what stands out. */
const MOST_OPENED = 8;

const foldsOf = (figure: Element | undefined) => [...(figure?.querySelectorAll('.fold') ?? [])];
const isShort = (fold: Element) => fold.querySelectorAll('tbody tr').length <= MOST_OPENED;

const words = (element: Element | null | undefined) => element?.textContent.replace(/\s+/g, ' ').trim() ?? '';

/** The rows in an element, each with the head of its group. */
function rowsOf(element: Element): readonly (readonly Element[])[] {
  let group: readonly Element[] = [];
  return [...element.querySelectorAll('tbody tr')].flatMap((row) => {
    if (!row.matches('.row-group')) return [[...group, row]];
    group = [row];
    return [];
  });
}

/** The drawings of a chart that is drawn in parts: of each part both the wide and the narrow one, with their head. */
function partsOf(chart: Element): readonly (readonly Element[])[] {
  const drawings = [...chart.querySelectorAll('.drawing[data-part]')];
  const partOf = (drawing: Element) => drawing.getAttribute('data-part');
  const heads = drawings.filter((drawing) => partOf(drawing) === HEAD);
  const parts = new Set(drawings.map(partOf).filter((part) => part !== HEAD));
  return [...parts].map((part) => [...heads, ...drawings.filter((drawing) => partOf(drawing) === part)]);
}

/**
 * What must be seen together: of a table its rows, each with the line of its group; where groups are long, those lines
 * alone; of a list its terms.
 */
function unitsOf(element: Element): readonly (readonly Element[])[] {
  const under = (units: readonly (readonly Element[])[]) => units.map((unit) => [element, ...unit]);
  if (element.matches('.fold')) return under(rowsOf(element).map((unit) => [...figureOf(element), ...unit]));
  if (element.matches('.table-figure')) {
    const folds = foldsOf(element);
    if (folds.length === 0) return under(rowsOf(element));
    return under(
      folds.every(isShort)
        ? folds.flatMap((fold) => rowsOf(fold).map((unit) => [fold, ...unit]))
        : folds.map((fold) => [fold])
    );
  }
  if (element.matches('.facts')) return under([...element.children].map((fact) => [fact]));
  const parts = partsOf(element);
  return parts.length > 0 ? under(parts) : [[element]];
}

function figureOf(fold: Element): readonly Element[] {
  const figure = fold.closest('.table-figure');
  return figure === null ? [] : [figure];
}

const screen = (title: string, always: readonly Element[], parted: readonly Element[]): Screen => {
  const units = parted.flatMap(unitsOf);
  return { title, units, parts: [...new Set([...always, ...units.flat()])] };
};

/**
 * A slot whole where it has one chart or table; else its words with the first, and each other by itself. Where a
 * folded table shows lines only, the short groups that it has open, since they are worth reading first, follow it.
 */
function screensOfSlot(slot: Element): readonly Screen[] {
  const heading = slot.querySelector('h2');
  const drawn = [...slot.querySelectorAll('.chart-figure, .table-figure')];
  const [first, ...more] = drawn;
  const rest = [...slot.querySelectorAll('.slot-evidence > *')].filter((part) => !drawn.includes(part));
  const title = words(heading);
  const always = [slot, ...slot.querySelectorAll('.slot-words'), ...(heading === null ? [] : [heading])];
  const said = [...slot.querySelectorAll('.slot-words > *')].filter((part) => part !== heading);
  const opened = (figure: Element | undefined) =>
    foldsOf(figure).every(isShort)
      ? []
      : foldsOf(figure)
          .filter((fold) => isShort(fold) && fold.hasAttribute('open'))
          .map((fold) => screen(`${title}: ${words(fold.querySelector('.fold-name'))}`, always, [fold]));
  return [
    screen(title, always, [...said, ...rest, ...(first ? [first] : [])]),
    ...opened(first),
    ...more.flatMap((figure) => [
      screen(`${title}: ${words(figure.querySelector('.chart-title'))}`, always, [figure]),
      ...opened(figure)
    ])
  ];
}

/** @param view the element that holds a view: `article.view` */
export function screensOf(view: Element): readonly Screen[] {
  const lead = [...view.querySelectorAll(':scope > .headline, :scope > .headline-mark')];
  const notices = [...view.querySelectorAll(':scope > .notice')];
  const questions = [...view.querySelectorAll('.questions li')];
  const asked = [...view.querySelectorAll('.questions, .questions h2')];
  const head = words(view.querySelector('.questions h2'));
  const slots = [...view.querySelectorAll('.slots > .slot')];
  /** Whether it stands below what is asked. */
  const after = (slot: Element) => slot.closest('.questions ~ .slots') !== null;
  return [
    screen(words(view.querySelector('.headline')), lead, notices),
    ...slots.filter((slot) => !after(slot)).flatMap(screensOfSlot),
    ...questions.map((question, index) =>
      screen(`${head}, ${String(index + 1)} of ${String(questions.length)}`, asked, [question])
    ),
    ...slots.filter(after).flatMap(screensOfSlot)
  ];
}

/**
 * What is too much for one screen, over several: on each as many in order as fit, and one at the least.
 * @param fits whether some of them fit on a screen; more of them never fit better
 */
export function parted<Unit>(
  units: readonly Unit[],
  fits: (some: readonly Unit[]) => boolean
): readonly (readonly Unit[])[] {
  const screens: (readonly Unit[])[] = [];
  for (let from = 0; from < units.length;) {
    let [many, tooMany] = [1, units.length - from + 1];
    while (tooMany - many > 1) {
      const middle = Math.floor((many + tooMany) / 2);
      if (fits(units.slice(from, from + middle))) many = middle;
      else tooMany = middle;
    }
    screens.push(units.slice(from, from + many));
    from += many;
  }
  return screens;
}

/** The number of a screen that there is: the one asked for, or the nearest. */
export function screenAt(asked: number, screens: number): number {
  return Math.max(0, Math.min(screens - 1, Number.isFinite(asked) ? Math.trunc(asked) : 0));
}

/** What a key does in a presentation; undefined for a key that means nothing there. */
export function moveOf(key: string): 'next' | 'previous' | 'first' | 'last' | 'end' | 'full' | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
    case 'PageDown':
      return 'next';
    case 'ArrowLeft':
    case 'ArrowUp':
    case 'PageUp':
      return 'previous';
    case 'Home':
      return 'first';
    case 'End':
      return 'last';
    case 'Escape':
      return 'end';
    case 'f':
    case 'F':
      return 'full';
    default:
      return undefined;
  }
}
