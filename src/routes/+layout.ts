import { ADDRESSING } from '#lib/selection/addressing.ts';

export const prerender = ADDRESSING.routing === 'path';
export const trailingSlash = 'always';
