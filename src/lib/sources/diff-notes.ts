import type { Note } from '#lib/domain/bundle.ts';

export interface Reworded {
  readonly before: string;
  readonly after: string;
}

export interface RewordedNotes {
  readonly changed: readonly Reworded[];
  /** Notes that now name a new period as well, and say otherwise what they said. */
  readonly extended: readonly Reworded[];
}

/** A note in words, with what it is bound to. */
export function noteWords(note: Note): string {
  const bound = [note.table, note.column, ...(note.areas ?? []), ...(note.periods ?? [])].filter(Boolean);
  return bound.length === 0 ? note.text : `${note.text} (${bound.join(', ')})`;
}

const YEARS = /\b\d{4}\b(?:(?:, and |, | and | to )\b\d{4}\b)*/g;

/** Every year a text names, the years between two ends included. */
function yearsIn(text: string): Set<string> {
  const spans = [...text.matchAll(/\b(\d{4})(?: to (\d{4}))?\b/g)];
  return new Set(
    spans.flatMap(([, first, last = first]) => {
      const many = Math.max(0, Number(last) - Number(first)) + 1;
      return Array.from({ length: many }, (_, step) => String(Number(first) + step));
    })
  );
}

/** True where the later note only names some of the new periods too. */
function onlyExtends(before: string, after: string, fresh: ReadonlySet<string>): boolean {
  const [old, now] = [yearsIn(before), yearsIn(after)];
  return (
    before.replace(YEARS, '…') === after.replace(YEARS, '…') &&
    [...old].every((year) => now.has(year)) &&
    [...now].every((year) => old.has(year) || fresh.has(year))
  );
}

/** Notes of one id whose words differ: those with something new to say, and those that only name a new year too. */
export function rewordedNotes(
  before: readonly Note[],
  after: readonly Note[],
  newPeriods: readonly string[]
): RewordedNotes {
  const old = new Map(before.map((note) => [note.id, noteWords(note)]));
  const fresh = new Set(newPeriods);
  const [changed, extended]: [Reworded[], Reworded[]] = [[], []];
  for (const note of after) {
    const pair = { before: old.get(note.id) ?? noteWords(note), after: noteWords(note) };
    if (pair.before === pair.after) continue;
    (onlyExtends(pair.before, pair.after, fresh) ? extended : changed).push(pair);
  }
  return { changed, extended };
}
