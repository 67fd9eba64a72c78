/** The notes that belong to what audits found: those bound to their tables, and what to keep in mind of a standard. */
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import { termsOf } from '#lib/indicators/evaluate.ts';
import type { Context } from '../context.ts';
import type { NoteRefs } from '../model.ts';

/** The tables that standards are read from. */
export function tablesRead(indicators: readonly PlacedIndicator[]): readonly string[] {
  return [...new Set(indicators.flatMap((indicator) => termsOf(indicator).map(({ table }) => table)))];
}

/** Of the tables, for these areas, up to the day of the page. */
export function boundNotes(context: Context, tables: readonly string[], areas: readonly string[]): NoteRefs {
  const { notes, periods } = context.catalogue.manifest;
  const past = new Set(periods.filter(({ end }) => end <= context.period.end).map(({ id }) => id));
  return context.notes.add(
    ...notes
      .filter(
        (note) =>
          note.table !== undefined &&
          tables.includes(note.table) &&
          (note.areas === undefined || note.areas.some((area) => areas.includes(area))) &&
          (note.periods === undefined || note.periods.some((period) => past.has(period)))
      )
      .map(({ text }) => text)
  );
}

/** What to keep in mind of one standard, and of the table it is read from. */
export function standardNotes(context: Context, indicator: PlacedIndicator, area: string): NoteRefs {
  return [
    ...context.notes.add(...indicator.caveats),
    ...boundNotes(context, tablesRead([indicator]), [area])
  ];
}
