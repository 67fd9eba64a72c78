/** Heat tables as a drawing of their head and one of each row, while a page is presented: a screen shows as many rows as it holds. */

function see(drawing: SVGElement | null, top: number, bottom: number): void {
  const [, , width = '0'] = (drawing?.getAttribute('viewBox') ?? '').split(' ');
  drawing?.setAttribute('viewBox', `0 ${String(top)} ${width} ${String(bottom - top)}`);
}

/** The key and the heads of the columns: seen with any row. */
export const HEAD = 'head';

/** @returns what takes the parts away again */
export function partHeats(view: Element): () => void {
  const added: Element[] = [];
  for (const whole of view.querySelectorAll('.drawing[data-kind="heat"]')) {
    const svg = whole.querySelector<SVGElement>('svg[data-rows]');
    const tops = (svg?.dataset['rows'] ?? '').split(' ').map(Number);
    if (svg === null || tops.length < 3) continue;
    const parts = tops.map((bottom, index) => {
      const part = whole.ownerDocument.createElement('div');
      part.className = 'drawing';
      for (const name of ['data-size', 'data-kind']) part.setAttribute(name, whole.getAttribute(name) ?? '');
      part.dataset['part'] = index === 0 ? HEAD : String(index);
      // The same drawing, seen through a window.
      part.innerHTML = svg.outerHTML;
      see(part.querySelector('svg'), tops[index - 1] ?? 0, bottom);
      return part;
    });
    whole.after(...parts);
    added.push(...parts);
  }
  return () => {
    for (const part of added) part.remove();
  };
}
