/** Heat tables and grouped bars as a drawing of their head and one of each row or group, while a page is presented: a screen shows as many as it holds. */

function see(drawing: SVGElement | null, top: number, bottom: number): void {
  const [, , width = '0'] = (drawing?.getAttribute('viewBox') ?? '').split(' ');
  drawing?.setAttribute('viewBox', `0 ${String(top)} ${width} ${String(bottom - top)}`);
}

/** The key, and the heads or the scale of the columns: seen with any row. */
export const HEAD = 'head';

const heightOf = (svg: SVGElement) => Number((svg.getAttribute('viewBox') ?? '').split(' ')[3]);

/** @returns what takes the parts away again */
export function partHeats(view: Element): () => void {
  const added: Element[] = [];
  for (const whole of view.querySelectorAll('.drawing:is([data-kind="heat"], [data-kind="bars"])')) {
    const svg = whole.querySelector<SVGElement>('svg[data-rows]');
    const tops = (svg?.dataset['rows'] ?? '').split(' ').map(Number);
    if (svg === null || tops.length < 3) continue;
    // Under the last row may stand a scale.
    const ends = (tops.at(-1) ?? 0) < heightOf(svg) ? [...tops, heightOf(svg)] : tops;
    const parts = ends.map((bottom, index) => {
      const part = whole.ownerDocument.createElement('div');
      part.className = 'drawing';
      for (const name of ['data-size', 'data-kind']) part.setAttribute(name, whole.getAttribute(name) ?? '');
      part.dataset['part'] = index === 0 || index === tops.length ? HEAD : String(index);
      // The same drawing, seen through a window.
      part.innerHTML = svg.outerHTML;
      see(part.querySelector('svg'), ends[index - 1] ?? 0, bottom);
      return part;
    });
    whole.after(...parts);
    added.push(...parts);
  }
  return () => {
    for (const part of added) part.remove();
  };
}
