import type { PlotOptions } from '@observablehq/plot';
import type { ChartSpec } from '#lib/views/model.ts';
import type { Frame } from './frame.ts';

export function multiplesOptions(spec: Extract<ChartSpec, { kind: 'multiples' }>, frame: Frame): PlotOptions {
  throw new Error(`not drawn yet: ${spec.kind} ${frame.id}`);
}
