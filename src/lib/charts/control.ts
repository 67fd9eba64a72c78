import type { PlotOptions } from '@observablehq/plot';
import type { ChartSpec } from '#lib/views/model.ts';
import type { Frame } from './frame.ts';

export function controlOptions(spec: Extract<ChartSpec, { kind: 'control' }>, frame: Frame): PlotOptions {
  throw new Error(`not drawn yet: ${spec.kind} ${frame.id}`);
}
