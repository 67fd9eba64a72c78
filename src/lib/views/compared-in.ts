/** With whom a chart or table compares its figures: what was chosen for its page may have no part in it. */
import type { ChartModel, TableFigure, ViewModel } from './model.ts';

function textsOf(figure: ChartModel | TableFigure): string {
  const { title, table } = figure;
  return [
    title,
    table.caption,
    ...('subtitle' in figure ? [figure.subtitle, figure.description] : []),
    ...table.columns.map(({ label }) => label),
    ...table.rows.flatMap((row) => Object.values(row).filter((value) => typeof value === 'string'))
  ].join(' ');
}

/**
 * `similar areas and England`, `England`; empty where the figure is set beside none of those that were chosen, or is
 * of elsewhere itself.
 */
export function comparedIn(
  { compare: { label } }: Pick<ViewModel, 'compare'>,
  figure: ChartModel | TableFigure
): string {
  if (figure.elsewhere !== undefined) return '';
  if (label === 'Its own past') return / to \d{1,2} \w+ \d{4}$/.test(figure.covers) ? 'its own past' : '';
  const [, others, country = label.replace(/ only$/, '')] = /^(.+) and (.+)$/.exec(label) ?? [];
  const text = textsOf(figure).toLowerCase();
  return [others, country]
    .filter((name) => name !== undefined && name !== '' && text.includes(name.toLowerCase()))
    .join(' and ');
}
