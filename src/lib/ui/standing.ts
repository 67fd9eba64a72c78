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

/**
 * The standing of the figures of this site: at build from the figures, in a browser from the page that was delivered,
 * and from the catalogue where a page was delivered empty. A page without figures needs no mark.
 */
export async function standingHere(): Promise<Standing> {
  if (!import.meta.env.SSR) {
    const told = document.querySelector(`meta[name="${STANDING_META}"]`)?.getAttribute('content');
    if (told !== null && told !== undefined) return readStanding(told);
  }
  try {
    const { catalogue } = await import('#lib/store/published.ts');
    return standingOf((await catalogue()).manifest);
  } catch (error) {
    if (import.meta.env.SSR) throw error;
    return PLAIN;
  }
}
