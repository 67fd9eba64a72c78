/** What a drafted sentence rests on: the sentence of a page that says its figure. */
import { markTogether, type Mark } from '#lib/domain/mark.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import { lowerFirst } from '#lib/words/number.ts';
import type { ChartModel, Slot, Statement, TableFigure, ViewModel } from '../model.ts';
import type { Desk } from './desk.ts';
import type { Rest } from './model.ts';

/** One mark for all that is told of together. */
export const oneMark = (told: readonly { readonly mark: Mark }[]): Mark =>
  markTogether(told.map(({ mark }) => mark));

/** Words about a figure that cannot be said are no evidence. */
export const isWithheldIn = (text: string): boolean => /\bwithheld\b/.test(text);

const figuresOf = ({ charts, tables = [] }: Slot): readonly (ChartModel | TableFigure)[] => [
  ...charts,
  ...tables
];

const tells = (figure: ChartModel | TableFigure, indicator: string | undefined): boolean =>
  indicator !== undefined &&
  (figure.table.indicators?.includes(indicator) === true ||
    ('indicator' in figure && figure.indicator === indicator));

/** Of years in a row, the last. */
const lastOf = (covers: string): string =>
  covers.replace(/^(year to )?\d{1,2} \w+ \d{4} to (?=\d{1,2} \w+ \d{4}$)/, '$1');

/** The dates of the chart or table behind a sentence. */
function whenOf({ indicator }: Statement, slot: Slot, { period }: ViewModel): string {
  const drawn = figuresOf(slot);
  return lastOf((drawn.find((figure) => tells(figure, indicator)) ?? drawn[0])?.covers ?? period.label);
}

const nameOf = (indicators: readonly PlacedIndicator[], id: string | undefined): string | undefined =>
  indicators.find((each) => each.id === id)?.name;

/** None of a sentence without a mark, which holds no figure. How an action stands on the day is no part of it. */
export function restsOfStatement(
  statement: Statement,
  slot: Slot,
  model: ViewModel,
  { indicators }: Pick<Desk, 'indicators'>
): readonly Rest[] {
  const { mark, indicator, text, lasting = text } = statement;
  if (mark === undefined) return [];
  return [
    {
      ...(indicator === undefined ? {} : { indicator }),
      what: nameOf(indicators, indicator) ?? slot.heading,
      shown: lasting,
      when: whenOf(statement, slot, model),
      mark
    }
  ];
}

/** The headline of an indicator’s own page. @param shown in the words of the draft @param whose where it is not the area’s own */
export const restOfPage = (
  { headline, position }: ViewModel,
  { id, name, mark }: PlacedIndicator,
  shown: string,
  whose?: string
): Rest => ({
  indicator: id,
  what: name,
  ...(whose === undefined ? {} : { area: whose }),
  shown,
  when: lowerFirst(position.replace(/^Position at /, '')),
  mark: headline.mark ?? mark
});
