/** A figure read off the page it stands on, so that what is taken is what is seen. */
import { tidied } from '#lib/charts/tidied.ts';
import { readCsv, unguardFormula } from '#lib/sources/csv.ts';
import type { Taken, TakenTable } from '#lib/exports/taken.ts';
import { citation } from '#lib/words/citation.ts';

/** Words of an element without the numbers of its notes, and without what only a screen reader is told. */
export function wordsOf(element: Element | null | undefined): string {
  if (element === null || element === undefined) return '';
  const copy = element.cloneNode(true);
  if (!(copy instanceof Element)) return '';
  for (const aside of copy.querySelectorAll('.note-ref, .mark, .visually-hidden')) aside.remove();
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** A head cell's label, unit and mark, which stand in lines of their own on the page. */
const headOf = (cell: Element) =>
  [...cell.childNodes]
    .map((node) => (node.textContent ?? '').replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
    .join(', ');

function tableOf(figure: Element): TakenTable {
  const table = figure.querySelector('table.data');
  const heads = [...(table?.querySelectorAll('thead th') ?? [])];
  const key = [...figure.querySelectorAll('.data-key div')].map((entry) =>
    [wordsOf(entry.querySelector('dt')), wordsOf(entry.querySelector('dd'))].join(': ')
  );
  return {
    caption: wordsOf(table?.querySelector('caption')),
    numeric: heads.map((head) => head.classList.contains('number')),
    head: heads.map(headOf),
    rows: [...(table?.querySelectorAll('tbody tr') ?? [])].map((row) => [...row.children].map(wordsOf)),
    key
  };
}

/** What the file's columns `about_…` say; the same in every row. */
function aboutOf(csv: string): Readonly<Record<string, string>> {
  const { header, rows } = readCsv(csv, 'figure.csv');
  const first = rows[0]?.cells ?? [];
  return Object.fromEntries(
    header.flatMap((name, index) =>
      name.startsWith('about_') ? [[name.slice('about_'.length), unguardFormula(first[index] ?? '')]] : []
    )
  );
}

/**
 * The figure that an element shows.
 * @param figure a `figure` of `ChartFigure` or `TableFigure`
 * @param link where exactly it stands; absent where only this machine holds its figures
 * @param taken ISO date
 * @throws where it holds no figures
 */
export function takenFrom(figure: Element, link: string | undefined, taken: string): Taken {
  const download = figure.querySelector<HTMLAnchorElement>('a.download[href^="data:text/csv"]');
  if (download === null) throw new TypeError('figure has no file of its figures');
  const csv = decodeURIComponent(download.href.slice(download.href.indexOf(',') + 1)).replace(/^\uFEFF/, '');
  const about = aboutOf(csv);
  const title = wordsOf(figure.querySelector('.chart-title'));
  const drawing =
    figure.querySelector('.drawing[data-size="wide"] svg') ?? figure.querySelector('.drawing svg');
  return {
    title,
    subtitle: figure.matches('[data-chart]') ? wordsOf(figure.querySelector('.chart-subtitle')) : '',
    description: figure.querySelector('[role="img"]')?.getAttribute('aria-label') ?? title,
    ...(drawing === null ? {} : { svg: tidied(new XMLSerializer().serializeToString(drawing)) }),
    table: tableOf(figure),
    csv,
    about,
    cite: citation({
      title,
      area: about['area'] ?? '',
      covers: about['period'] ?? '',
      source: about['source'] ?? '',
      vintage: about['vintage'] ?? '',
      link,
      taken
    }),
    file: download.download.replace(/\.csv$/, '')
  };
}
