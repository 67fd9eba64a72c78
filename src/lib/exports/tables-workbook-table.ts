/** One table on its way into a workbook: as it is shown, with all that has to go along. */
import { isKnown, known, REASON_WORDS, type Cell } from '#lib/domain/cell.ts';
import { COUNTED_LABELS, MARK_LABELS, MARK_MEANINGS } from '#lib/domain/mark.ts';
import { roundHalfUp } from '#lib/stats/rounding.ts';
import { inFiles, type Column, type TableFigure } from '#lib/views/model.ts';
import type { Provenance } from '#lib/views/provenance-of.ts';
import { standingText } from '#lib/words/standing.ts';

export interface SheetColumn {
  /** Label, unit and, where columns differ in it, mark. */
  readonly head: string;
  readonly kind: 'text' | 'number';
  readonly decimals: number;
  /** The same row by row, where rows differ in it. */
  readonly rowDecimals?: readonly number[];
}

export interface SheetTable {
  /** Unique among the tables of a page or pack, as the drawing or table is. */
  readonly id: string;
  /** The message. */
  readonly message: string;
  /** What, where, when. */
  readonly caption: string;
  /** What it counts: one mark, or which column has which. */
  readonly mark: string;
  readonly area: string;
  readonly areaCode?: string;
  /** The dates that its figures cover. */
  readonly period: string;
  readonly filters: string;
  readonly source: string;
  readonly vintage: string;
  readonly licence: string;
  /** For whom the figures are and whether they are made up; empty where nothing has to be said of that. */
  readonly use: string;
  readonly notes: readonly string[];
  /** How to cite it. */
  readonly cite: string;
  /** Where exactly it stands; absent for figures that only one machine holds. */
  readonly link?: string;
  readonly columns: readonly SheetColumn[];
  /** As many values as columns: words, or a cell whose number is rounded as it is shown. */
  readonly rows: readonly (readonly (string | Cell)[])[];
}

/** The head of a column of a file, with the mark that it alone has. */
export function headText(label: string, unit: string | undefined, mark: string | undefined): string {
  const measured = unit === undefined || unit === label ? label : `${label} (${unit})`;
  return mark === undefined ? measured : `${measured}, ${mark}`;
}

/** The meaning of a mark by its name; undefined for what names none. */
export function markMeaning(label: string): string | undefined {
  for (const mark of ['neglect', 'includes', 'all'] as const)
    if (MARK_LABELS[mark] === label) return MARK_MEANINGS[mark];
  return undefined;
}

/** Notes one by one, from their texts and from all that a file says of them in one line. */
export function notesApart(texts: readonly string[], all: string): readonly string[] {
  if (all === '') return [];
  const joined = texts.join(' ');
  if (!all.startsWith(joined)) return [all];
  const rest = all.slice(joined.length).trim();
  return rest === '' ? texts : [...texts, rest];
}

/** Words where a number would stand: why there is none, in brackets as symbols are. */
export const inPlace = (words: string): string => (words === '' ? '' : `[${words}]`);

function valueOf(value: string | Cell | undefined, column: Column, row: number): string | Cell {
  const { kind } = column;
  const decimals = column.rowDecimals?.[row] ?? column.decimals ?? 0;
  if (typeof value !== 'object') return kind === 'text' ? (value ?? '') : inPlace(value ?? '');
  if (!isKnown(value)) return kind === 'text' ? REASON_WORDS[value.reason] : value;
  const rounded = roundHalfUp(value.value, decimals);
  return kind === 'text' ? rounded.toFixed(decimals) : known(rounded, value.flags);
}

/** What a table is taken with besides its figures. */
export interface TakenWith {
  /** Texts of the notes it calls. */
  readonly notes: readonly string[];
  readonly cite: string;
  readonly link?: string | undefined;
}

/** The table of a chart, or one that stands for itself, from its model. */
export function sheetTable(
  { id, title, mark, table: shown }: TableFigure,
  about: Provenance,
  { notes, cite, link }: TakenWith
): SheetTable {
  const table = inFiles(shown);
  const differ = table.columns.some((column) => column.mark !== undefined && column.mark !== mark);
  return {
    id,
    message: title,
    caption: table.caption,
    mark: differ
      ? table.columns
          .filter(({ kind }) => kind === 'number')
          .map((column) => `${column.label}: ${COUNTED_LABELS[column.mark ?? mark]}`)
          .join('; ')
      : MARK_LABELS[mark],
    area: about.area,
    ...(about.areaCode === undefined ? {} : { areaCode: about.areaCode }),
    period: about.period,
    filters: about.filters,
    source: about.source,
    vintage: about.vintage,
    licence: about.licence,
    use: about.standing === undefined ? '' : standingText(about.standing),
    notes: notesApart(notes, about.notes),
    cite,
    ...(link === undefined ? {} : { link }),
    columns: table.columns.map(({ label, unit, kind, decimals = 0, rowDecimals, mark: own = mark }) => ({
      head: kind === 'text' ? label : headText(label, unit, differ ? COUNTED_LABELS[own] : undefined),
      kind,
      decimals: kind === 'text' ? 0 : decimals,
      ...(kind === 'text' || rowDecimals === undefined ? {} : { rowDecimals })
    })),
    rows: table.rows.map((row, at) => table.columns.map((column) => valueOf(row[column.key], column, at)))
  };
}
