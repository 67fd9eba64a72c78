import { readShown, type Shown } from '#lib/selection/address.ts';
import { unmarkedTitle } from '#lib/words/standing.ts';

/** What a prerendered view tells about itself, so that taking it over needs no second copy of its figures. */
export interface PageFacts {
  readonly title: string;
  readonly areaName: string;
  readonly delivered: Shown;
}

/**
 * Stands for HTML that the browser already has. It must not be empty: then what was delivered is kept when the
 * page is taken over, whatever this says.
 */
export const AS_DELIVERED = ' ';

let taken = false;

const meta = (name: string): string | undefined =>
  document.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? undefined;

/** True once, for the page that was delivered with its contents; pages reached later are built in the browser. */
export function takeDelivered(): boolean {
  const delivered = !taken && meta('lens-delivered') !== undefined;
  taken = true;
  return delivered;
}

/** The facts of a delivered view. */
export function deliveredFacts(): PageFacts | undefined {
  const delivered = readShown(meta('lens-shown') ?? '');
  const areaName = meta('lens-area');
  return delivered === undefined || areaName === undefined
    ? undefined
    : { title: unmarkedTitle(document.title).replace(/ · Neglect Lens$/, ''), areaName, delivered };
}
