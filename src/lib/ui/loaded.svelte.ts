import type { Whose } from '#lib/words/whose.ts';

/** Whether figures of a reader’s own are loaded: every page says so, and stays in one piece while they are. */
export const loaded: { title: string | undefined; whose: Whose | undefined } = $state({
  title: undefined,
  whose: undefined
});
