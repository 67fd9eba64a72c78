/**
 * A fragment that is typed or pasted into the address of an open page makes a step of its history that the router does not
 * number, so that a way back to it would change the address and not the page. This numbers such a step as the router does.
 */
const HISTORY = 'sveltekit:history';
/** The page that a step stands for where that is another than its address says. */
const PAGE = 'sveltekit:pageurl';

let last: unknown;

const numberOf = (state: unknown): unknown => Reflect.get(Object(state), HISTORY);

/** To be called once after each change of the address, when the router has done its part. */
export function numberStep(): void {
  const state: unknown = history.state;
  const before = numberOf(last);
  if (typeof numberOf(state) === 'number') last = state;
  else if (typeof before === 'number') {
    last = { ...Object(last), [HISTORY]: before + 1, [PAGE]: undefined };
    history.replaceState(last, '');
    window.dispatchEvent(new PopStateEvent('popstate', { state: last }));
  }
}
