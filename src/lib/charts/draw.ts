import * as Plot from '@observablehq/plot';
import type { ChartSpec } from '#lib/views/model.ts';
import { barGroups } from './bars.ts';
import { frameOf, type Size } from './frame.ts';
import { heatRows } from './heat.ts';
import { chartOptions } from './options.ts';

/** One element's opening, with its attributes: within quotes anything may stand, and in words no `<` does. */
const OPENING = /<[a-zA-Z][^<>"]*(?:"[^"]*"[^<>"]*)+>/g;
/** What Plot says for those who do not see: whoever places a drawing says that in words of its own. */
const NAMED = / aria-(?:label|description)="[^"]*"/g;
const LENGTHS = / (?:[xy][12]?|c[xy]|r|width|height|d|transform|d[xy])="[^"]*\.[^"]*"/g;
const NUMBER = /-?\d+\.\d+(?:e-?\d+)?(?!\d*em)/g;

const rounded = (number: string) => String(Math.round(Number(number) * 10) / 10);

/**
 * The markup with its lengths in tenths, which is finer than any screen and keeps a page small and the same everywhere.
 * Markup is faster to go over than a tree.
 */
const tidied = (markup: string) =>
  markup.replace(OPENING, (opening) =>
    opening.replace(NAMED, '').replace(LENGTHS, (length) => length.replace(NUMBER, rounded))
  );

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
  return tidied(svg.outerHTML);
}
