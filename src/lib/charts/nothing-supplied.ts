import type { PlotOptions } from '@observablehq/plot';
import { REASON_WORDS } from '#lib/domain/cell.ts';
import type { Frame } from './frame.ts';
import { missingPlace, plainY } from './marks.ts';

/** A drawing of no figures at all: one empty place that says so. */
export function nothingSupplied(frame: Frame): PlotOptions {
  const height = 60;
  return {
    width: frame.width,
    height,
    margin: 0,
    x: { axis: null },
    y: plainY(height),
    marks: [...missingPlace(0, height / 2, 36, 'notSupplied', [REASON_WORDS.notSupplied], frame)]
  };
}
