/**
 * The place on a page that was read when it was left, by the number that the router gives to each step of the history of
 * a tab. Who comes back is brought there before the figures are there; while they come and are drawn, the page is held
 * there.
 */
import { page } from '$app/state';
import { documentAddress } from '#lib/selection/here.ts';
import { stepOf } from './typed-address.ts';

/** A page that has come stands still after so long. */
const REST = 1000;
/** What a reader does who goes on reading elsewhere. */
const ACTS = ['wheel', 'pointerdown', 'keydown'];

const tops = new Map<number, number>();
let holding: ResizeObserver | undefined;
let rest: ReturnType<typeof setTimeout> | undefined;

function letGo(): void {
  holding?.disconnect();
  holding = undefined;
  clearTimeout(rest);
}

const restSoon = (): void => {
  clearTimeout(rest);
  rest = setTimeout(() => (document.querySelector('[aria-busy=true]') === null ? letGo() : restSoon()), REST);
};

/** Holds the page there until it stands still, its reader acts or another step is gone to. */
function hold(top: number, atOnce: boolean): void {
  letGo();
  const step = stepOf(history.state);
  let wait = !atOnce;
  holding = new ResizeObserver(() => {
    if (stepOf(history.state) !== step) return letGo();
    // Until it is drawn anew, the page that is being left stands there.
    if (!wait) scrollTo(0, top);
    wait = false;
    restSoon();
  });
  holding.observe(document.body);
}

/** Whether the page in sight is the one of the address, which the router says once it is drawn. */
const isDrawn = (): boolean => page.url.href.replace(/#.*/s, '') === documentAddress().replace(/#.*/s, '');

function keep(): void {
  const step = stepOf(history.state);
  if (holding === undefined && step !== undefined) tops.set(step, Math.round(scrollY));
}

/** To be called once: from here on places are kept. */
export function keepPlaces(): void {
  keep();
  for (const act of ACTS) addEventListener(act, letGo);
  addEventListener('scroll', keep);
  addEventListener('popstate', ({ state }) => {
    const top = tops.get(stepOf(state) ?? -1);
    if (top === undefined) letGo();
    else hold(top, isDrawn());
  });
}

/**
 * The router has drawn a page that its reader comes back to, or starts anew.
 * @param top where it was when it was left, by the router; steps that follow each other at once deceive it
 */
export function comeBack(top: number): void {
  hold((holding === undefined ? undefined : tops.get(stepOf(history.state) ?? -1)) ?? top, true);
}
