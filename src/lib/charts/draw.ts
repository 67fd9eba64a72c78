import * as Plot from '@observablehq/plot';
import type { ChartSpec } from '#lib/views/model.ts';
import { barGroups } from './bars.ts';
import { frameOf, type Size } from './frame.ts';
import { heatRows } from './heat.ts';
import { chartOptions } from './options.ts';
import { tidied } from './tidied.ts';

/**
 * A chart as an SVG element, hidden from assistive technology: whoever places it gives it a role and a name.
 * That of a heat table says in `data-rows` where its rows begin and end, that of bars in groups where those do.
 * It carries no style sheet, no script and no address; it takes its typeface from where it stands.
 * @param document any DOM that can create SVG elements
 * @param id unique on the page
 */
export function chartElement(spec: ChartSpec, size: Size, document: Document, id = 'chart'): Element {
  const svg = Plot.plot({ ...chartOptions(spec, size, id), document });
  for (const style of [...svg.querySelectorAll('style')]) style.remove();
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
  return svg;
}

/** The same as markup, for what is kept, sent or delivered: see {@link chartElement} and {@link tidied}. */
export const drawChart = (spec: ChartSpec, size: Size, document: Document, id?: string): string =>
  tidied(chartElement(spec, size, document, id).outerHTML);
