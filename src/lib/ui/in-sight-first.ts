/** What is in sight is laid out first and the rest of the page a moment later: see `slots.css`. */

/** Whoever goes through years presses again sooner: out of sight nothing is laid out for each of them. */
const REST = 1000;

const root = () => document.documentElement.dataset;
let later: ReturnType<typeof setTimeout> | undefined;

export const layOutInSight = (): void => void (root()['inSightFirst'] = '');

export function layOutAll(): void {
  clearTimeout(later);
  delete root()['inSightFirst'];
}

export function layOutAllSoon(): void {
  clearTimeout(later);
  later = setTimeout(layOutAll, REST);
}
