/**
 * The place on a page that was read when it was left, kept with each step of the history of a tab. Who comes back is
 * brought there before the figures are there; while they come and are drawn, the page is held there.
 */
const REST = 1000;
/** What a reader does who goes on reading elsewhere. */
const ACTS = ['wheel', 'pointerdown', 'keydown'] as const;

let holding: ResizeObserver | undefined;
const letGo = () => holding?.disconnect();

export const placeRead = {
  capture: (): number => Math.round(window.scrollY),
  restore(top: number): void {
    letGo();
    const page = document.querySelector('main');
    if (page === null) return;
    let rest: ReturnType<typeof setTimeout> | undefined;
    const address = location.href;
    const mine = new ResizeObserver(() => {
      clearTimeout(rest);
      if (location.href !== address) return mine.disconnect();
      window.scrollTo(0, top);
      if (page.querySelector('[aria-busy=true]') === null) rest = setTimeout(() => mine.disconnect(), REST);
    });
    holding = mine;
    mine.observe(page);
    for (const act of ACTS) window.addEventListener(act, letGo);
  }
};
