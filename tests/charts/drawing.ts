import { drawChart } from '../../src/lib/charts/draw.ts';
import type { Size } from '../../src/lib/charts/frame.ts';
import { widthOf } from '../../src/lib/charts/text-width.ts';
import { svgDocument } from '../../src/lib/ui/svg-document.node.ts';
import type { ChartSpec } from '../../src/lib/views/model.ts';

export interface Words {
  readonly text: string;
  readonly size: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A drawing as elements that can be measured. */
export function draw(spec: ChartSpec, size: Size): Element {
  const host = svgDocument.createElement('div');
  host.innerHTML = drawChart(spec, size, svgDocument, 'test');
  const svg = host.querySelector('svg');
  if (!svg) throw new Error('drawing without svg');
  return svg;
}

function inherited(element: Element | null, name: string): string | undefined {
  if (!element) return undefined;
  return element.getAttribute(name) ?? inherited(element.parentElement, name);
}

/** Every text with the box it takes, from its position, anchor and size. */
export function wordsIn(svg: Element): Words[] {
  return [...svg.querySelectorAll('text')].map((element) => {
    const text = element.textContent ?? '';
    const [x = NaN, y = NaN] =
      (element.getAttribute('transform') ?? '').match(/-?\d+(\.\d+)?/g)?.map(Number) ?? [];
    const size = Number(inherited(element, 'font-size'));
    const bold = inherited(element, 'font-weight') === '700';
    const width = widthOf(text, size, bold ? 700 : 400);
    const anchor = inherited(element, 'text-anchor');
    const left = anchor === 'end' ? x - width : anchor === 'start' ? x : x - width / 2;
    return { text, size, left, right: left + width, top: y - size * 0.5, bottom: y + size * 0.5 };
  });
}

export function boxesIn(
  svg: Element,
  fill: string
): { x: number; y: number; width: number; height: number }[] {
  return [...svg.querySelectorAll('rect')]
    .filter((rect) => inherited(rect, 'fill') === fill && !rect.closest('pattern'))
    .map((rect) => ({
      x: Number(rect.getAttribute('x')),
      y: Number(rect.getAttribute('y')),
      width: Number(rect.getAttribute('width')),
      height: Number(rect.getAttribute('height'))
    }));
}
