/** Every table of a page read off it, so that what is taken is what is seen: on delivered pages, which hold no model, too. */
import { sheetTableTaken } from '#lib/exports/tables-workbook-taken.ts';
import type { SheetTable } from '#lib/exports/tables-workbook-table.ts';
import type { TablesBook } from '#lib/exports/tables-workbook.ts';
import { citation } from '#lib/words/citation.ts';
import { standingSaid, unmarkedTitle } from '#lib/words/standing.ts';
import { seenIn } from './seen-figure.ts';
import { takenFrom, wordsOf } from './taking.ts';

export interface TablesAt {
  /** What the page is called, as its tab says. */
  readonly title: string;
  /** Where exactly it stands; absent where only this machine holds its figures. */
  readonly link?: string | undefined;
  /** The same for one figure of it. */
  readonly linkTo?: ((figure: string, seen?: string) => string) | undefined;
  /** ISO date. */
  readonly made: string;
}

/** A note without the ways back to where it is called. */
function noteOf(page: Element, number: string): readonly string[] {
  const item = page.querySelector(`.note-list li[value="${number}"]`)?.cloneNode(true);
  if (!(item instanceof Element)) return [];
  for (const back of item.querySelectorAll('.note-back')) back.remove();
  return [wordsOf(item)];
}

function tableFrom(page: Element, figure: HTMLElement, { linkTo, made }: TablesAt): readonly SheetTable[] {
  const id = figure.dataset['chart'] ?? figure.dataset['table'] ?? '';
  const link = linkTo?.(id, seenIn(figure));
  const calls = [...figure.querySelectorAll('.chart-title .note-ref a')].map(
    (call) => /\d+$/.exec(call.getAttribute('href') ?? '')?.[0] ?? ''
  );
  const notes = calls.filter((number) => number !== '').flatMap((number) => noteOf(page, number));
  return [sheetTableTaken(takenFrom(figure, link, made), { id, notes, link })];
}

/** The position of a page without its age, which changes with the day. */
function positionOf(page: Element): string {
  const line = page.querySelector('.position-line > span')?.cloneNode(true);
  if (!(line instanceof Element)) return '';
  for (const age of line.querySelectorAll('[data-age-of]')) age.remove();
  return wordsOf(line);
}

const distinct = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.filter((text) => text !== ''))
];

/**
 * The tables of the page that an element holds, as a workbook takes them; undefined where it shows none.
 * @throws where a figure holds no file of its figures
 */
export function tablesFrom(page: Element, at: TablesAt): TablesBook | undefined {
  const tables = [...page.querySelectorAll<HTMLElement>('figure[data-chart], figure[data-table]')].flatMap(
    (figure) => tableFrom(page, figure, at)
  );
  if (tables.length === 0) return undefined;
  const title = unmarkedTitle(at.title).replace(/ · Neglect Lens$/, '');
  const area = wordsOf(page.querySelector('.position-area'));
  const position = positionOf(page);
  const [compared = ''] = tables.map(({ filters }) => filters);
  return {
    title,
    message: wordsOf(page.querySelector('h1.headline')),
    areas: distinct([area]),
    positions: distinct([position, compared.charAt(0).toUpperCase() + compared.slice(1)]),
    standing: standingSaid(tables.map(({ use }) => use).join(' ')),
    made: at.made,
    licence: distinct(tables.map(({ licence }) => licence)).join(' '),
    cite: citation({
      title,
      area,
      covers: position,
      source: distinct(tables.map(({ source }) => source)).join('; '),
      vintage: distinct(tables.map(({ vintage }) => vintage)).join(', '),
      link: at.link,
      taken: at.made
    }),
    ...(at.link === undefined ? {} : { link: at.link }),
    tables
  };
}
