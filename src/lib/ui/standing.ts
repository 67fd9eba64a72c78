/** What must be said of the figures that a site shows, on all of its pages. */
import { standingOf, PLAIN, type Standing } from '#lib/domain/standing.ts';

/** The name of the element in a delivered page’s head that tells it without the figures. */
export const STANDING_META = 'lens-standing';

/** `restricted made-up`, or `plain`. */
export function writeStanding({ restricted, madeUp }: Standing): string {
  const marks = [...(restricted ? ['restricted'] : []), ...(madeUp ? ['made-up'] : [])];
  return marks.length === 0 ? 'plain' : marks.join(' ');
}

/** Reads `writeStanding` back. */
export function readStanding(text: string): Standing {
  const marks = text.split(' ');
  return { restricted: marks.includes('restricted'), madeUp: marks.includes('made-up') };
}

/** The name of the element that tells who published the figures of a site that are not official ones. */
export const PUBLISHER_META = 'lens-publisher';

export interface SiteFigures {
  readonly standing: Standing;
  /** Of a partnership’s own figures, where the site shows them beside official ones. */
  readonly publisher?: string;
}

const metaOf = (name: string) =>
  document.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? undefined;

/**
 * Whose the figures of this site are and how they stand: at build from the figures, in a browser from the page that was delivered,
 * and from the catalogue where a page was delivered empty. A page without figures needs no mark.
 */
export async function figuresHere(): Promise<SiteFigures> {
  if (!import.meta.env.SSR) {
    const told = metaOf(STANDING_META);
    const publisher = metaOf(PUBLISHER_META);
    if (told !== undefined)
      return { standing: readStanding(told), ...(publisher === undefined ? {} : { publisher }) };
  }
  try {
    const { catalogue } = await import('#lib/store/published.ts');
    const { manifest, own } = await catalogue();
    return { standing: standingOf(manifest), ...(own === undefined ? {} : { publisher: own.publisher }) };
  } catch (error) {
    if (import.meta.env.SSR) throw error;
    return { standing: PLAIN };
  }
}
