/** The pages that parts of a pack name, as text: `leeds/overview?period=2024`, `own:quillmere/audits`. */
import { isPin, readPin, writePage, type Pin } from '#lib/selection/agenda.ts';

/** A page of the site or, where `own`, of figures that a reader loaded. */
export type PackPage = Pick<Pin, 'own' | 'place'>;

/** Reads `writePage` back; undefined where no page is named so. */
export function readPage(text: string): PackPage | undefined {
  const [path = '', ...asked] = text.split('?');
  const read = readPin(`${path}/any${asked.length === 0 ? '' : `?${asked.join('?')}`}`);
  return isPin(read) ? { own: read.own, place: read.place } : undefined;
}

/** The page that a pin stands on, and which figure of it is meant; undefined where it names none. */
export function readFigure(pin: string): { readonly page: string; readonly figure: string } | undefined {
  const read = readPin(pin);
  return isPin(read) ? { page: writePage(read), figure: read.figure } : undefined;
}

/** The page of an indicator for the period and comparison of another page, and for its area or the one given. */
export function indicatorPage(page: string, indicator: string, area?: string): string | undefined {
  const from = readPage(page);
  return from === undefined
    ? undefined
    : writePage({
        own: from.own,
        place: {
          ...from.place,
          view: 'indicator',
          indicator: indicator.toLowerCase(),
          ...(area === undefined ? {} : { area })
        }
      });
}
