/** What is said while the program that works out figures comes. */
import { ONE_FILE } from '#lib/db/site-files.ts';

/** Begins a sentence, and has no full stop. */
export const FETCHING = ONE_FILE
  ? 'Unpacking the program that works out figures'
  : 'Fetching the program that works out figures, the first time only';

export const STARTING = `Starting the program that works out figures.${ONE_FILE ? '' : ' It is fetched the first time, and kept.'}`;
