/** One pinned figure, picked out of the page it stands on, with the notes that belong to it. */
import type { ChartModel, TableFigure, ViewModel } from './model.ts';

export interface AgendaFigure {
  /** Heading of the part of the page that it stands in. */
  readonly heading: string;
  /** The chart or table as it stands on its page: what its download is made from. */
  readonly original: ChartModel | TableFigure;
  /** The same with an id and with numbers of notes that no other figure of the agenda has. */
  readonly drawn: ChartModel | TableFigure;
  readonly notes: ViewModel['notes'];
}

/** A chart or table of a page, and the heading it stands under; undefined where the page has none of that id. */
export function figureOf(
  model: ViewModel,
  id: string
): { readonly heading: string; readonly figure: ChartModel | TableFigure } | undefined {
  for (const { heading, charts, tables = [] } of model.slots) {
    const figure = [...charts, ...tables].find((each) => each.id === id);
    if (figure !== undefined) return { heading, figure };
  }
  return undefined;
}

/** A figure to be picked out, where its page is known. */
export interface Wanted {
  /** Tells the figure apart from all others of the agenda. */
  readonly key: string;
  readonly figure: string;
  readonly model: ViewModel | undefined;
}

/**
 * The figures of an agenda in order, undefined where a page is not known or has no such figure. Notes are numbered through, so
 * that no two of the agenda have one number. What has not changed since `earlier` is the same object, so that it is not drawn again.
 */
export function agendaFigures(
  wanted: readonly Wanted[],
  earlier: readonly (AgendaFigure | undefined)[] = []
): readonly (AgendaFigure | undefined)[] {
  let last = 0;
  return wanted.map(({ key, figure: id, model }, index) => {
    const found = model === undefined ? undefined : figureOf(model, id);
    if (model === undefined || found === undefined) return undefined;
    const { heading, figure } = found;
    const called = model.notes.filter(({ number }) => figure.notes?.includes(number) === true);
    const notes = called.map(({ text }) => ({ number: (last += 1), text }));
    const drawn = { ...figure, id: `${key}-${figure.id}`, notes: notes.map(({ number }) => number) };
    const before = earlier[index];
    return before?.original === figure &&
      before.drawn.id === drawn.id &&
      before.notes[0]?.number === notes[0]?.number
      ? before
      : { heading, original: figure, drawn, notes };
  });
}
