/**
 * A fragment that is typed or pasted into the address of an open page makes a step of its history that the router does not
 * number, so that a way back to it would change the address and not the page. This numbers such a step as the router does.
 */
const HISTORY = 'sveltekit:history';
/** The page that a step stands for where that is another than its address says. */
const PAGE = 'sveltekit:pageurl';

let last: unknown;

/** The number that the router gave to a step of the history, by what the browser keeps with it. */
export function stepOf(state: unknown): number | undefined {
  const step: unknown = Reflect.get(Object(state), HISTORY);
  return typeof step === 'number' ? step : undefined;
}

/** To be called once after each change of the address, when the router has done its part. */
export function numberStep(): void {
  const state: unknown = history.state;
  const before = stepOf(last);
  if (stepOf(state) !== undefined) last = state;
  else if (before !== undefined) {
    last = { ...Object(last), [HISTORY]: before + 1, [PAGE]: undefined };
    history.replaceState(last, '');
    window.dispatchEvent(new PopStateEvent('popstate', { state: last }));
  }
}
