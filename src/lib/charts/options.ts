import type { PlotOptions } from '@observablehq/plot';
import type { ChartSpec } from '#lib/views/model.ts';
import { barsOptions } from './bars.ts';
import { controlOptions } from './control.ts';
import { flowOptions } from './flow.ts';
import { frameOf, type Size } from './frame.ts';
import { funnelOptions } from './funnel.ts';
import { heatOptions } from './heat.ts';
import { ladderOptions } from './ladder.ts';
import { multiplesOptions } from './multiples.ts';
import { nestedOptions } from './nested.ts';
import { pyramidOptions } from './pyramid.ts';
import { seriesOptions } from './series.ts';
import { statesOptions } from './states.ts';
import { stripOptions } from './strip.ts';
import { tilesOptions } from './tiles.ts';
import { waterfallOptions } from './waterfall.ts';

/**
 * What Plot needs to draw a chart; no DOM is touched.
 * @param id unique on the page; names the patterns inside the drawing
 */
export function chartOptions(spec: ChartSpec, size: Size = 'wide', id = 'chart'): PlotOptions {
  const frame = frameOf(size, id);
  switch (spec.kind) {
    case 'ladder':
      return ladderOptions(spec, frame);
    case 'nested':
      return nestedOptions(spec, frame);
    case 'series':
      return seriesOptions(spec, frame);
    case 'bars':
      return barsOptions(spec, frame);
    case 'states':
      return statesOptions(spec, frame);
    case 'strip':
      return stripOptions(spec, frame);
    case 'control':
      return controlOptions(spec, frame);
    case 'funnel':
      return funnelOptions(spec, frame);
    case 'heat':
      return heatOptions(spec, frame);
    case 'waterfall':
      return waterfallOptions(spec, frame);
    case 'flow':
      return flowOptions(spec, frame);
    case 'pyramid':
      return pyramidOptions(spec, frame);
    case 'tiles':
      return tilesOptions(spec, frame);
    case 'multiples':
      return multiplesOptions(spec, frame);
  }
}
