/** One chart or table as it stands in a pack, with all that has to go along. */
import { citation } from '#lib/words/citation.ts';
import { filtersText } from '#lib/words/pack.ts';
import { comparedIn } from '../compared-in.ts';
import { provenanceOf } from '../provenance-of.ts';
import type { ChartModel, TableFigure, ViewModel } from '../model.ts';
import type { PackFigure } from './model.ts';
import type { PackNotes } from './notes.ts';

export interface FigureBook {
  readonly notes: PackNotes;
  /** The number of the next figure. */
  readonly next: () => number;
  /** ISO date on which the pack is put together. */
  readonly made: string;
  /** Where a figure of a page stands; undefined where no address leads there. */
  readonly link: (page: string, figure: string, model: ViewModel) => string | undefined;
}

/** @param part the id of the part of the pack that it stands in */
export function packFigure(
  figure: ChartModel | TableFigure,
  { model, page, part }: { readonly model: ViewModel; readonly page: string; readonly part: string },
  { notes, next, made, link }: FigureBook
): PackFigure {
  const provenance = provenanceOf(model, figure);
  const called = notes.of(model, figure.notes);
  const address = link(page, figure.id, model);
  return {
    number: next(),
    drawn: { ...figure, id: `${part}-${figure.id}`, notes: called.map(({ number }) => number) },
    provenance,
    notes: called,
    filters: filtersText(provenance.area, figure.covers, comparedIn(model, figure)),
    cite: citation({
      title: figure.title,
      area: provenance.area,
      covers: figure.covers,
      source: provenance.source,
      vintage: provenance.vintage,
      taken: made,
      ...(address === undefined ? {} : { link: address })
    }),
    ...(address === undefined ? {} : { link: address })
  };
}
