/** What every slot of an indicator's page works from. */
import { isKnown, type Cell } from '#lib/domain/cell.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import type { Period } from '#lib/domain/period.ts';
import type { Catalogue } from '#lib/db/catalogue.ts';
import type { Answer } from '#lib/indicators/answer.ts';
import { termsOf } from '#lib/indicators/evaluate.ts';
import type { Beside, Figure as Worked } from '#lib/indicators/figure.ts';
import { shareAs } from '#lib/stats/which-chart.ts';
import type { NoteRefs } from '../model.ts';
import type { NoteBook } from '../notebook.ts';
import { sourceText } from '../provenance.ts';
import type { Setting } from '../setting.ts';
import type { Sample } from './sample.ts';

export interface IndicatorPage {
  readonly catalogue: Catalogue;
  readonly setting: Setting;
  /** `beside` holds those that the reader chose to compare with. */
  readonly worked: Worked;
  /** The numbers of the bundle's own notes on what is shown. */
  readonly notes: NoteRefs;
  readonly sources: readonly string[];
  /** Where it is of an audit. */
  readonly sample?: Sample | undefined;
}

/** Those beside whom the reader chose to see the area: the chosen comparator, then the country. */
export function chosen(beside: readonly Beside[], { compare }: Setting): readonly Beside[] {
  return beside.filter(({ id }) => id === 'england' || id === compare);
}

/** Numbers the bundle's notes on the tables that are read, for this area and any year that is drawn. */
function notesOf(catalogue: Catalogue, { area, years }: Setting, worked: Worked, book: NoteBook): NoteRefs {
  const tables = new Set(termsOf(worked.indicator).map(({ table }) => table));
  const drawn = new Set(years.map(({ id }) => id));
  const bound = catalogue.manifest.notes.filter(
    (note) =>
      note.table !== undefined &&
      tables.has(note.table) &&
      (note.areas === undefined || note.areas.includes(area.id)) &&
      (note.periods === undefined || note.periods.some((period) => drawn.has(period)))
  );
  return book.add(...bound.map(({ text }) => text));
}

export function pageOf(
  catalogue: Catalogue,
  setting: Setting,
  worked: Worked,
  book: NoteBook
): IndicatorPage {
  return {
    catalogue,
    setting,
    worked: { ...worked, beside: chosen(worked.beside, setting) },
    notes: notesOf(catalogue, setting, worked, book),
    sources: worked.sources.map(sourceText)
  };
}

/** Kinds whose figures are numbers to be drawn. */
export function isNumeric({ kind }: PlacedIndicator): boolean {
  return kind !== 'derived' && kind !== 'state' && kind !== 'coverage';
}

/** Whether it is so many of so many. */
export function isShare({ kind }: PlacedIndicator): boolean {
  return kind === 'share' || kind === 'outcomes' || kind === 'coverage';
}

/** True for n of so few that only the counts may be said. */
export function onlyCounts({ indicator, denominator }: Pick<Answer, 'indicator' | 'denominator'>): boolean {
  return isShare(indicator) && isKnown(denominator) && shareAs(denominator.value) === 'counts';
}

/** A count as it may be shown: where the figure made from it is missing, so is the count, for the same reason. */
export function countBehind({ value }: Pick<Answer, 'value'>, count: Cell): Cell {
  return isKnown(value) ? count : value;
}

/** What n of N are called: `assessments with any factor recorded` of `% of assessments with any factor recorded`. */
export function wholeOf({ unit }: PlacedIndicator): string {
  return unit.replace(/^% (of )?/, '');
}

/** `31 March 2024` of a stock, `year to 31 March 2024` of a flow. */
export function dateOf(
  { worked: { counted } }: IndicatorPage,
  { label, end }: Period,
  say: (iso: string) => string
) {
  return counted === 'stock' ? say(end) : label;
}
