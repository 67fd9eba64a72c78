/** Long heat tables as drawings of some of their rows each, while a page is presented. */

/** So many standards can be read on one screen of a meeting, under the key and the heads of their columns. */
const MOST_ROWS = 5;

/** From which row to which, over as few screens as hold them and as evenly as can be. */
export function rowsByScreen(rows: number): readonly (readonly [number, number])[] {
  const screens = Math.ceil(rows / MOST_ROWS);
  const from = (screen: number) => Math.round((screen * rows) / screens);
  return Array.from({ length: screens }, (_, screen) => [from(screen), from(screen + 1)] as const);
}

function see(drawing: SVGElement | undefined, top: number, bottom: number): void {
  const [, , width = '0'] = (drawing?.getAttribute('viewBox') ?? '').split(' ');
  drawing?.setAttribute('viewBox', `0 ${String(top)} ${width} ${String(bottom - top)}`);
}

/** @returns what takes the parts away again */
export function partHeats(view: Element): () => void {
  const added: Element[] = [];
  for (const whole of view.querySelectorAll('.drawing[data-kind="heat"]')) {
    const svg = whole.querySelector<SVGElement>('svg[data-rows]');
    const tops = (svg?.dataset['rows'] ?? '').split(' ').map(Number);
    const [first = 0] = tops;
    const screens = rowsByScreen(tops.length - 1);
    if (svg === null || screens.length < 2) continue;
    const parts = screens.map(([from, to], index) => {
      const part = whole.ownerDocument.createElement('div');
      part.className = 'drawing';
      for (const name of ['data-size', 'data-kind']) part.setAttribute(name, whole.getAttribute(name) ?? '');
      part.dataset['part'] = String(index);
      // The same drawing twice, seen through two windows.
      part.innerHTML = svg.outerHTML.repeat(2);
      const [head, rows] = part.querySelectorAll('svg');
      see(head, 0, first);
      see(rows, tops[from] ?? first, tops[to] ?? first);
      return part;
    });
    whole.after(...parts);
    added.push(...parts);
  }
  return () => {
    for (const part of added) part.remove();
  };
}
