import { Window } from 'happy-dom';
import { drawChart } from '#lib/charts/draw.ts';
import type { Size } from '#lib/charts/frame.ts';
import type { ChartSpec } from '#lib/views/model.ts';

function isDocument(value: object): value is Document {
  return 'createElementNS' in value;
}

function openDocument(): Document {
  const { document } = new Window();
  if (!isDocument(document)) throw new TypeError('document cannot make SVG elements');
  return document;
}

const document = openDocument();

/** On the server a chart is drawn at once, so that the page is whole before any script runs. */
export function drawnAtOnce(spec: ChartSpec, size: Size, id: string): string {
  return drawChart(spec, size, document, id);
}

/** @see the browser's twin, which fetches the drawing code first */
export function drawnLater(spec: ChartSpec, size: Size, id: string): Promise<string> {
  return Promise.resolve(drawnAtOnce(spec, size, id));
}
