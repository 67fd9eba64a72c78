/** What travels with the figures of one chart or table wherever they go: what they are, from where, of when. */
import type { Counted, Mark } from '#lib/domain/mark.ts';
import type { Standing } from '#lib/domain/standing.ts';
import { comparedIn } from './compared-in.ts';
import type { ChartModel, TableFigure, ViewModel } from './model.ts';

/** Where the figures of a chart or table come from; a file writes it in full on every row, so that a row never loses it. */
export interface Provenance {
  readonly title: string;
  /** For whom the figures are and whether they are made up; absent where nothing has to be said of that. */
  readonly standing?: Standing | undefined;
  readonly source: string;
  readonly vintage: string;
  readonly mark: Mark;
  /** All that its rows count, where the mark alone would not say it. */
  readonly counts?: readonly Counted[] | undefined;
  readonly area: string;
  /** The area’s official code, where it has one. */
  readonly areaCode?: string | undefined;
  /** The dates that the figures cover. */
  readonly period: string;
  readonly licence: string;
  /** With whom it compares, such as `compared with similar areas`; empty where with nobody. */
  readonly filters: string;
  /** What must be known to read the figures, in sentences. */
  readonly notes: string;
}

/** Figures of elsewhere have neither the code nor the licence of those that the page is of. */
function whoseOf(
  { area, vintage, licence = '' }: ViewModel,
  { elsewhere }: TableFigure
): Pick<Provenance, 'area' | 'areaCode' | 'vintage' | 'licence'> {
  if (elsewhere !== undefined) return { ...elsewhere, licence: '' };
  return { area: area.name, ...(area.code === undefined ? {} : { areaCode: area.code }), vintage, licence };
}

/** Where the figures of one chart or table of a view come from. */
export function provenanceOf(model: ViewModel, chart: ChartModel | TableFigure): Provenance {
  const texts = (chart.notes ?? []).flatMap(
    (called) => model.notes.find(({ number }) => number === called)?.text ?? []
  );
  const compared = comparedIn(model, chart);
  const behind =
    'spec' in chart && chart.spec.kind === 'strip'
      ? [
          `${chart.spec.others.length} authorities stand behind the strip, unnamed; their values are not in this file.`
        ]
      : [];
  return {
    title: chart.table.caption,
    ...(model.standing === undefined ? {} : { standing: model.standing }),
    source: chart.sources.map((source) => source.replace(/\.$/, '')).join('; '),
    ...whoseOf(model, chart),
    mark: chart.mark,
    period: chart.covers,
    filters: compared === '' ? '' : `compared with ${compared}`,
    notes: [...texts, ...behind].join(' ')
  };
}
