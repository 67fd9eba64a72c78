/** The notes of a figure that a page holds by itself, not through the roles it named up front. */
import { termsOf } from '#lib/indicators/evaluate.ts';
import type { Context } from '../context.ts';
import type { NoteRefs } from '../model.ts';
import type { Held } from './whose.ts';

/** Its caveats, as many as there is room for, and what the bundle says of its tables for this area and the years up to that of the page. */
export function noteHeld(
  context: Context,
  { indicator, area, years }: Held,
  caveats: 'all' | 'first' | 'none' = 'none'
): NoteRefs {
  const tables = new Set(termsOf(indicator).map(({ table }) => table));
  const shown = new Set(years.map(({ id }) => id));
  const bound = context.catalogue.manifest.notes.filter(
    (note) =>
      note.table !== undefined &&
      tables.has(note.table) &&
      (note.areas === undefined || note.areas.includes(area.id)) &&
      (note.periods === undefined || note.periods.some((period) => shown.has(period)))
  );
  const kept = indicator.caveats.slice(0, { all: indicator.caveats.length, first: 1, none: 0 }[caveats]);
  return context.notes.add(...kept, ...bound.map(({ text }) => text));
}
