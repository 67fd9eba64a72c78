import * as Plot from '@observablehq/plot';
import type { ChartSpec } from '#lib/views/model.ts';
import { barGroups } from './bars.ts';
import { frameOf, type Size } from './frame.ts';
import { heatRows } from './heat.ts';
import { chartOptions } from './options.ts';

const LENGTHS = new Set([
  'x',
  'y',
  'x1',
  'x2',
  'y1',
  'y2',
  'cx',
  'cy',
  'r',
  'width',
  'height',
  'd',
  'transform',
  'dx',
  'dy'
]);

/** One decimal place is finer than any screen, and keeps the page small and the same everywhere. */
function roundLengths(element: Element): void {
  for (const { name, value } of [...element.attributes])
    if (LENGTHS.has(name) && value.includes('.'))
      element.setAttribute(
        name,
        value.replace(/-?\d+\.\d+(?:e-?\d+)?(?!\d*em)/g, (number) =>
          String(Math.round(Number(number) * 10) / 10)
        )
      );
}

/**
 * A chart as SVG markup, hidden from assistive technology: whoever places it gives it a role and a name.
 * That of a heat table says in `data-rows` where its rows begin and end, that of bars in groups where those do.
 * It carries no style sheet, no script and no address; it takes its typeface from where it stands.
 * @param document any DOM that can create SVG elements
 * @param id unique on the page
 */
export function drawChart(spec: ChartSpec, size: Size, document: Document, id = 'chart'): string {
  const svg = Plot.plot({ ...chartOptions(spec, size, id), document });
  for (const style of [...svg.querySelectorAll('style')]) style.remove();
  for (const element of [svg, ...svg.querySelectorAll('*')]) {
    element.removeAttribute('aria-label');
    element.removeAttribute('aria-description');
    roundLengths(element);
  }
  svg.removeAttribute('class');
  svg.removeAttribute('width');
  svg.removeAttribute('height');
  for (const [name, value] of Object.entries({
    'aria-hidden': 'true',
    focusable: 'false',
    'font-family': 'inherit',
    'paint-order': 'stroke'
  }))
    svg.setAttribute(name, value);
  const rows =
    spec.kind === 'heat'
      ? heatRows(spec, frameOf(size, id))
      : spec.kind === 'bars'
        ? barGroups(spec, frameOf(size, id))
        : [];
  if (rows.length > 0 || spec.kind === 'heat') svg.setAttribute('data-rows', rows.join(' '));
  return svg.outerHTML;
}
