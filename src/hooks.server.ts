import type { Handle } from '@sveltejs/kit';

/** A page made beforehand is read before any script runs, so scripts are fetched after what it is painted with. */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, { preload: ({ type }) => type === 'css' });
