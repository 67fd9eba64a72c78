/**
 * A fragment that is typed or pasted into the address of an open page makes a step of its history that the router does not
 * number, so that a way back to it would change the address and not the page. This numbers such a step as the router does.
 */
import { documentAddress } from '#lib/selection/here.ts';

const HISTORY = 'sveltekit:history';

let last: Readonly<Record<string, unknown>> | undefined;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** To be called once after each change of the address, when the router has done its part. */
export function numberStep(): void {
  const state: unknown = history.state;
  if (isRecord(state) && typeof state[HISTORY] === 'number') {
    last = state;
    return;
  }
  const before = last?.[HISTORY];
  if (typeof before !== 'number') return;
  const next = { ...last, [HISTORY]: before + 1 };
  history.replaceState(next, '', documentAddress());
  last = next;
  window.dispatchEvent(new PopStateEvent('popstate', { state: next }));
}
