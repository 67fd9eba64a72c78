/** The figures that a sentence of a page rests on, as it shows them. */
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import { lowerFirst } from '#lib/words/number.ts';
import type { ChartModel, Slot, Statement, TableFigure, ViewModel } from '../model.ts';
import type { Rest } from './model.ts';

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
/** Dates, wholes of rates, ages, ranges and what stands beside move with no figure of the area, or are said elsewhere. */
const NO_FIGURE = [
  new RegExp(`(?:\\d{1,2} )?${MONTH} \\d{4}`, 'g'),
  /\((?:[^()]*\(made up\))?[^()]*[A-Za-z][^()]*\)/g,
  /\b(?:19|20)\d\d\b(?! (?:of|children))/g,
  /\b(?:per|for every|in every) 10,000\b/gi,
  /\b(?:aged|under) \d+(?: to \d+| and over)?/g,
  /\b\d+ (?:months|years)\b/g,
  /, in a range of \d+ to \d+/g
];
/** What is said of every figure of its kind. */
const NO_FINDING =
  /^(?:With nothing underlying changed|No conclusion|From so few|Ofsted, |In (?:\w+ )?similar areas:)/;
const AMOUNT = /\d[\d,]*(?:\.\d+)?%?(?: of \d[\d,]*)?(?: \(\d[\d.]*%\))?/g;

const JUST_DATE = new RegExp(`^${MONTH} \\d{4}\\.$`);

/** Sentences end where a capital begins the next; decimals and dates do not end them. */
const sentencesOf = (text: string): readonly string[] => text.split(/(?<=\.) (?=[A-Z“])/);

function amountsOf(text: string): string {
  const bare = NO_FIGURE.reduce((rest, pattern) => rest.replace(pattern, ' '), text);
  return (bare.match(AMOUNT) ?? []).map((amount) => amount.replace(/,$/, '')).join(', ');
}

/** `36 of 60, 60.0%`: the numbers of a sentence in its order; of one without any, what it says after its name. */
export function shownIn(text: string): string {
  const said = sentencesOf(text).filter((sentence) => !NO_FINDING.test(sentence));
  const amounts = said.map(amountsOf).filter((each) => each !== '');
  if (amounts.length > 0) return amounts.join('; ');
  const first = (said.find((each) => !JUST_DATE.test(each)) ?? '').replace(/\.$/, '');
  const [, begins] = /^(None|No verdict)\b/.exec(first) ?? [];
  if (begins !== undefined) return begins.toLowerCase();
  return first.slice(first.lastIndexOf(': ') + 1).trim();
}

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

/** The dates of the chart or table behind a sentence. */
function whenOf({ indicator }: Statement, slot: Slot, { period }: ViewModel): string {
  const drawn = figuresOf(slot);
  return (drawn.find((figure) => tells(figure, indicator)) ?? drawn[0])?.covers ?? period.label;
}

const nameOf = (indicators: readonly PlacedIndicator[], id: string | undefined): string | undefined =>
  indicators.find((each) => each.id === id)?.name;

/** None of a sentence without a mark, which holds no figure. */
export function restsOfStatement(
  statement: Statement,
  slot: Slot,
  model: ViewModel,
  indicators: readonly PlacedIndicator[]
): readonly Rest[] {
  const { mark, indicator, text } = statement;
  if (mark === undefined) return [];
  return [
    {
      ...(indicator === undefined ? {} : { indicator }),
      what: nameOf(indicators, indicator) ?? slot.heading,
      shown: shownIn(text),
      when: whenOf(statement, slot, model),
      mark
    }
  ];
}

/** The figure of an indicator’s own page. @param whose named where it is not the area’s own */
export function restOfPage(model: ViewModel, { id, name, mark }: PlacedIndicator, whose?: string): Rest {
  return {
    indicator: id,
    what: whose === undefined ? name : `${name} (${whose})`,
    shown: shownIn(model.headline.text),
    when: lowerFirst(model.position.replace(/^Position at /, '')),
    mark: model.headline.mark ?? mark
  };
}
