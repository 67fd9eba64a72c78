import type { NoteRefs, ViewModel } from '#lib/views/model.ts';

export const noteId = (note: number): string => `note-${note}`;

/** The id of the superscript by which `owner` (a figure, a chart, a sentence) calls a note. */
export const refId = (owner: string, note: number): string => `ref-${owner}-${note}`;

export const statementOwner = (slot: string, index: number): string => `${slot}-words-${index + 1}`;

export const questionOwner = (question: string, part: 'ask' | 'because' | 'evidence'): string =>
  `question-${question}-${part}`;

export const supplyOwner = (slot: string, part: 'what' | 'remedy'): string => `${slot}-supply-${part}`;

/** A figure may stand in two slots of one page, so its place tells it apart. */
export const figureOwner = (slot: string, index: number): string => `${slot}-figure-${index + 1}`;

export const chartOwner = (chart: string): string => `chart-${chart}`;

/** For each note, the ids of the superscripts that call it, in reading order, so that a note can lead back. */
export function callersOf(model: ViewModel): ReadonlyMap<number, readonly string[]> {
  const callers = new Map<number, string[]>();
  const add = (owner: string, notes: NoteRefs | undefined) => {
    for (const note of notes ?? []) callers.set(note, [...(callers.get(note) ?? []), refId(owner, note)]);
  };
  add('headline', model.headline.notes);
  for (const slot of model.slots) {
    slot.statements.forEach((statement, index) => add(statementOwner(slot.id, index), statement.notes));
    slot.figures.forEach((figure, index) => add(figureOwner(slot.id, index), figure.notes));
    for (const chart of [...slot.charts, ...(slot.tables ?? [])]) add(chartOwner(chart.id), chart.notes);
  }
  return callers;
}

/** Notes that only charts call which a printed Overview leaves out (see `print-overview.css`), so that paper leaves them out too. */
export function notesOffPaper(model: ViewModel): ReadonlySet<number> {
  if (model.view !== 'overview') return new Set();
  const left = model.slots
    .flatMap(({ charts }) => charts)
    .filter(({ spec }) => spec.kind === 'ladder' || spec.kind === 'bars');
  const calls = left.flatMap(({ id, notes }) => (notes ?? []).map((note) => refId(chartOwner(id), note)));
  const callers = [...callersOf(model)].filter(([, ids]) => ids.every((id) => calls.includes(id)));
  return new Set(callers.map(([note]) => note));
}
