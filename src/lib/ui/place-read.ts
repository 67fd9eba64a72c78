/**
 * The place on a page that was read when it was left, kept with each step of the history of a tab. Who comes back is
 * brought there before the figures are there; while they come and are drawn, the page is held there.
 */
const REST = 1000;
/** What a reader does who goes on reading elsewhere. */
const ACTS = ['wheel', 'pointerdown', 'keydown'];

let holding: ResizeObserver | undefined;
let rest: ReturnType<typeof setTimeout> | undefined;

function letGo(): void {
  holding?.disconnect();
  clearTimeout(rest);
}

export const placeRead = {
  capture(): number {
    letGo();
    return Math.round(scrollY);
  },
  restore(top: number): void {
    letGo();
    holding = new ResizeObserver(() => {
      scrollTo(0, top);
      clearTimeout(rest);
      if (document.querySelector('[aria-busy=true]') === null) rest = setTimeout(letGo, REST);
    });
    holding.observe(document.body);
    for (const act of ACTS) addEventListener(act, letGo);
  }
};
