import type { Size } from '#lib/charts/frame.ts';
import type { ChartSpec } from '#lib/views/model.ts';

let draw: typeof import('#lib/charts/draw.ts').drawChart | undefined;

/** Nothing until the drawing code is here: the page already holds what the server drew. */
export function drawnAtOnce(spec: ChartSpec, size: Size, id: string): string | undefined {
  return draw?.(spec, size, document, id);
}

/** Fetches the drawing code when a chart first changes, never before a reader sees the page. */
export async function drawnLater(spec: ChartSpec, size: Size, id: string): Promise<string> {
  const module = await import('#lib/charts/draw.ts');
  draw = module.drawChart;
  return draw(spec, size, document, id);
}
