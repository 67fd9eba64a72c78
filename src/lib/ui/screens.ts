/** The screens into which a page falls for a meeting: one message each, in the order of the page. */

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

const words = (element: Element | null | undefined) => element?.textContent.replace(/\s+/g, ' ').trim() ?? '';

/** The rows of a table, each with the head of its group; a list, term by term; anything else in one piece. */
function unitsOf(element: Element): readonly (readonly Element[])[] {
  if (element.matches('.table-figure')) {
    let group: readonly Element[] = [];
    return [...element.querySelectorAll('tbody tr')].flatMap((row) => {
      if (!row.matches('.row-group')) return [[element, ...group, row]];
      group = [row];
      return [];
    });
  }
  return element.matches('.facts') ? [...element.children].map((fact) => [element, fact]) : [[element]];
}

const screen = (title: string, always: readonly Element[], parted: readonly Element[]): Screen => {
  const units = parted.flatMap(unitsOf);
  return { title, units, parts: [...new Set([...always, ...units.flat()])] };
};

/** A slot whole where it has one chart or table; else its words with the first, and each other by itself. */
function screensOfSlot(slot: Element): readonly Screen[] {
  const heading = slot.querySelector('h2');
  const drawn = [...slot.querySelectorAll('.chart-figure, .table-figure')];
  const [first, ...more] = drawn;
  const rest = [...slot.querySelectorAll('.slot-evidence > *')].filter((part) => !drawn.includes(part));
  const title = words(heading);
  const always = [slot, ...slot.querySelectorAll('.slot-words'), ...(heading === null ? [] : [heading])];
  const said = [...slot.querySelectorAll('.slot-words > *')].filter((part) => part !== heading);
  return [
    screen(title, always, [...said, ...rest, ...(first ? [first] : [])]),
    ...more.map((figure) =>
      screen(`${title}: ${words(figure.querySelector('.chart-title'))}`, always, [figure])
    )
  ];
}

/** @param view the element that holds a view: `article.view` */
export function screensOf(view: Element): readonly Screen[] {
  const lead = [...view.querySelectorAll(':scope > .headline, :scope > .headline-mark')];
  const notices = [...view.querySelectorAll(':scope > .notice')];
  const questions = [...view.querySelectorAll('.questions li')];
  const asked = [...view.querySelectorAll('.questions, .questions h2')];
  const head = words(view.querySelector('.questions h2'));
  return [
    screen(words(view.querySelector('.headline')), lead, notices),
    ...[...view.querySelectorAll('.slots > .slot')].flatMap(screensOfSlot),
    ...questions.map((question, index) =>
      screen(`${head}, ${String(index + 1)} of ${String(questions.length)}`, asked, [question])
    )
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
