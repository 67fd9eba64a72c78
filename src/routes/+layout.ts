import { ADDRESSING } from '#lib/selection/addressing.ts';
import { figuresHere } from '#lib/ui/standing.ts';
import type { LayoutLoad } from './$types';

export const prerender = ADDRESSING.routing === 'path';
export const trailingSlash = 'always';

/** For whom the figures are, whose they are and whether they are made up: said on every page. */
export const load: LayoutLoad = () => figuresHere();
