import type { ChartModel } from '#lib/views/model.ts';

export const MULTIPLES_FIXTURES: Readonly<Record<string, ChartModel>> = {};
