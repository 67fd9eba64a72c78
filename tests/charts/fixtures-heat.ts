import type { ChartModel } from '#lib/views/model.ts';

export const HEAT_FIXTURES: Readonly<Record<string, ChartModel>> = {};
