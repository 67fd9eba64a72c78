/** What the buttons “Take this figure” and “Download all tables” of a view do, whether it was delivered or drawn here. */
import type { ViewPlace } from '#lib/selection/place.ts';
import { linkToFigure } from '#lib/selection/private-state.ts';
import type { Host } from './host.ts';
import { seenIn } from './seen-figure.ts';
import { takeFigure } from './take.ts';

/** The page in sight. */
export interface Takeable {
  readonly host: Host;
  readonly place: ViewPlace;
  /** The address of exactly this page. */
  readonly link: string;
}

/** Nothing happens where no figures are in sight. */
export function takeOfPage(button: HTMLElement, page: Takeable | undefined): void {
  const item = button.closest<HTMLElement>('[data-chart], [data-table]');
  const figure = item?.dataset['chart'] ?? item?.dataset['table'];
  if (item === null || figure === undefined || page === undefined) return;
  const { host, link } = page;
  takeFigure(button, {
    link: linkToFigure(link, figure, seenIn(item)),
    linkNote: host.linkNote,
    own: host.own === true
  });
}

/** Returns what became of it, in a sentence; nothing where no figures are in sight. */
export async function takeAllOfPage(
  shown: HTMLElement,
  button: HTMLElement,
  page: Takeable | undefined
): Promise<string | undefined> {
  if (page === undefined) return undefined;
  const { host, place, link } = page;
  const { area, view, indicator, period = '' } = place;
  const { takeTables } = await import('./take-tables.ts');
  return takeTables(shown, button, {
    file: ['tables', area, indicator ?? view, period].filter((part) => part !== '').join('-'),
    ...(host.own === true
      ? {}
      : { link, linkTo: (figure: string, seen?: string) => linkToFigure(link, figure, seen) })
  });
}
