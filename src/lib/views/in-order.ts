/** The notes of a page in the order in which its reader meets them, whatever order its parts were made in. */
import type { NoteRefs, ViewModel } from './model.ts';

interface Noted {
  readonly notes?: NoteRefs;
}

/** What can call notes, from the top of the page to its foot, as `SlotSection` sets it out. */
function callersOf({ headline, slots }: Pick<ViewModel, 'headline' | 'slots'>): readonly Noted[] {
  return [
    headline,
    ...slots.flatMap(({ statements, figures, charts, tables = [] }) => [
      ...statements,
      ...figures,
      ...charts,
      ...tables
    ])
  ];
}

/** The notes that a page calls, and those that the figures themselves bind to its area, which nothing has to call. */
export function notesKept(
  page: Pick<ViewModel, 'headline' | 'slots'>,
  notes: ViewModel['notes'],
  bound: readonly string[]
): ViewModel['notes'] {
  const called = new Set(callersOf(page).flatMap(({ notes: refs = [] }) => refs));
  return notes.filter(({ number, text }) => called.has(number) || bound.includes(text));
}

/** The page with its notes numbered as they are first called; those that nothing calls come last. */
export function notesInOrder(model: ViewModel): ViewModel {
  const called = callersOf(model).flatMap(({ notes = [] }) => notes);
  const order = [...new Set([...called, ...model.notes.map(({ number }) => number)])];
  const now = new Map(order.map((number, index) => [number, index + 1]));
  const renumbered = <T extends Noted>(part: T): T =>
    part.notes === undefined
      ? part
      : { ...part, notes: part.notes.map((note) => now.get(note) ?? note).toSorted((a, b) => a - b) };
  return {
    ...model,
    headline: renumbered(model.headline),
    slots: model.slots.map((slot) => ({
      ...slot,
      statements: slot.statements.map(renumbered),
      figures: slot.figures.map(renumbered),
      charts: slot.charts.map(renumbered),
      ...(slot.tables === undefined ? {} : { tables: slot.tables.map(renumbered) })
    })),
    notes: model.notes
      .map((note) => ({ ...note, number: now.get(note.number) ?? note.number }))
      .toSorted((a, b) => a.number - b.number)
  };
}
