import { ADDRESSING } from '#lib/selection/addressing.ts';
import { standingHere } from '#lib/ui/standing.ts';
import type { LayoutLoad } from './$types';

export const prerender = ADDRESSING.routing === 'path';
export const trailingSlash = 'always';

/** For whom the figures are, and whether they are made up: said on every page. */
export const load: LayoutLoad = async () => ({ standing: await standingHere() });
