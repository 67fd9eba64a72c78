/** Realistic charts and awkward ones; drawn by the tests and by the gallery of `npm run dev`. */
import type { ChartModel } from '#lib/views/model.ts';
import { CONTROL_FIXTURES } from './fixtures-control.ts';
import { FLOW_FIXTURES } from './fixtures-flow.ts';
import { FUNNEL_FIXTURES } from './fixtures-funnel.ts';
import { HEAT_FIXTURES } from './fixtures-heat.ts';
import { LINE_FIXTURES } from './fixtures-lines.ts';
import { EXTREME_LINE_FIXTURES } from './fixtures-lines-extreme.ts';
import { MULTIPLES_FIXTURES } from './fixtures-multiples.ts';
import { PYRAMID_FIXTURES } from './fixtures-pyramid.ts';
import { RUNG_FIXTURES } from './fixtures-rungs.ts';
import { SERIES_FIXTURES } from './fixtures-series.ts';
import { STATES_FIXTURES } from './fixtures-states.ts';
import { stripFixtures } from './fixtures-strip.ts';
import { TILES_FIXTURES } from './fixtures-tiles.ts';
import { WATERFALL_FIXTURES } from './fixtures-waterfall.ts';

const others = Array.from({ length: 150 }, (_, i) => {
  const turn = Math.sin(i * 12.9898) * 43758.5453;
  const even = turn - Math.floor(turn);
  return Number((4 + 42 * even ** 1.7 + (i % 7)).toFixed(1));
});

export const FIXTURES: Readonly<Record<string, ChartModel>> = {
  ...LINE_FIXTURES,
  ...EXTREME_LINE_FIXTURES,
  ...RUNG_FIXTURES,
  ...stripFixtures(others),
  ...CONTROL_FIXTURES,
  ...FLOW_FIXTURES,
  ...FUNNEL_FIXTURES,
  ...HEAT_FIXTURES,
  ...MULTIPLES_FIXTURES,
  ...PYRAMID_FIXTURES,
  ...SERIES_FIXTURES,
  ...STATES_FIXTURES,
  ...TILES_FIXTURES,
  ...WATERFALL_FIXTURES
};
