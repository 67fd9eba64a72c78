import type { ChartModel } from '#lib/views/model.ts';

export const WATERFALL_FIXTURES: Readonly<Record<string, ChartModel>> = {};
