/** What a page explains where it stands, for the components under it. */
import { getContext, setContext } from 'svelte';
import { NO_USES, type FirstUses } from './first-uses.ts';

const USES = Symbol('first uses of terms');

/** To be called while a component starts. */
export function provideUses(uses: () => FirstUses): void {
  setContext(USES, uses);
}

/** Nothing is explained where no page provides it. */
export function usesHere(): () => FirstUses {
  return getContext<(() => FirstUses) | undefined>(USES) ?? (() => NO_USES);
}
