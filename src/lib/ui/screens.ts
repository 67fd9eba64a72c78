/** The screens into which a page falls for a meeting: one message each, in the order of the page. */

export interface Screen {
  /** What it tells, for a reader who hears it. */
  readonly title: string;
  /** The elements of the page that it shows; all others are out of sight. */
  readonly parts: readonly Element[];
}

const words = (element: Element | null | undefined) => element?.textContent.replace(/\s+/g, ' ').trim() ?? '';

/** A slot whole where it has one chart or table; else its words with the first, and each other by itself. */
function screensOfSlot(slot: Element): readonly Screen[] {
  const heading = slot.querySelector('h2');
  const drawn = [...slot.querySelectorAll('.chart-figure, .table-figure')];
  const [first, ...more] = drawn;
  const rest = [...slot.querySelectorAll('.slot-evidence > *')].filter((part) => !drawn.includes(part));
  const title = words(heading);
  const inSlot = heading === null ? [slot] : [slot, heading];
  return [
    {
      title,
      parts: [
        slot,
        ...slot.querySelectorAll('.slot-words, .slot-words > *'),
        ...rest,
        ...(first ? [first] : [])
      ]
    },
    ...more.map((figure) => ({
      title: `${title}: ${words(figure.querySelector('.chart-title'))}`,
      parts: [...inSlot, figure]
    }))
  ];
}

/** @param view the element that holds a view: `article.view` */
export function screensOf(view: Element): readonly Screen[] {
  const lead = [...view.querySelectorAll(':scope > .headline, :scope > .headline-mark, :scope > .notice')];
  const questions = [...view.querySelectorAll('.questions li')];
  const asked = view.querySelector('.questions');
  const head = view.querySelector('.questions h2');
  return [
    { title: words(view.querySelector('.headline')), parts: lead },
    ...[...view.querySelectorAll('.slots > .slot')].flatMap(screensOfSlot),
    ...questions.map((question, index) => ({
      title: `${words(head)}, ${String(index + 1)} of ${String(questions.length)}`,
      parts: [...(asked ? [asked] : []), ...(head ? [head] : []), question]
    }))
  ];
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
