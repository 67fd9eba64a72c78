/** Notes of many pages under one count: the same text has the same number wherever in the pack it is called. */
import type { NoteRefs, ViewModel } from '../model.ts';
import type { PackNote } from './model.ts';

export interface PackNotes {
  /** The notes behind the numbers that something on a page calls, numbered as the pack numbers them. */
  of(model: ViewModel, called: NoteRefs | undefined): readonly PackNote[];
}

export function packNotes(): PackNotes {
  const numbers = new Map<string, number>();
  const numberOf = (text: string): number => {
    const known = numbers.get(text) ?? numbers.size + 1;
    numbers.set(text, known);
    return known;
  };
  return {
    of: (model, called = []) =>
      model.notes
        .filter(({ number }) => called.includes(number))
        .map(({ text }) => ({ number: numberOf(text), text }))
  };
}

/** What calls notes, with the numbers that the pack gives them. */
export function renumbered<T extends { readonly notes?: NoteRefs }>(
  thing: T,
  model: ViewModel,
  notes: PackNotes
): T {
  return thing.notes === undefined
    ? thing
    : { ...thing, notes: notes.of(model, thing.notes).map(({ number }) => number) };
}

/** All notes of several things, each once, in the order of their numbers. */
export function notesOf(
  things: readonly { readonly notes?: NoteRefs }[],
  model: ViewModel,
  notes: PackNotes
): readonly PackNote[] {
  const all = things.flatMap((thing) => notes.of(model, thing.notes));
  return [...new Map(all.map((note) => [note.number, note])).values()].sort((a, b) => a.number - b.number);
}
