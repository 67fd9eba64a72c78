/** Days as whole numbers since 1970, and the periods that the demonstration counts in. */
import { reportingYear, type Period } from '#lib/domain/period.ts';

const DAY = 86_400_000;

export const dayOf = (date: string): number => Math.round(Date.parse(date) / DAY);
export const dateOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** The reporting year that a day is in. */
export function yearOf(day: number): number {
  const date = new Date(day * DAY);
  return date.getUTCFullYear() + (date.getUTCMonth() >= 3 ? 1 : 0);
}

/** Years of the quarterly figures. */
export const OWN_YEARS = [2021, 2022, 2023, 2024] as const;
/** Years of the national return. */
export const YEARS = [2017, 2018, 2019, 2020, ...OWN_YEARS] as const;

function quarterOf(year: number, number: number): Period {
  const starts = [`${year - 1}-04-01`, `${year - 1}-07-01`, `${year - 1}-10-01`, `${year}-01-01`];
  const ends = [`${year - 1}-06-30`, `${year - 1}-09-30`, `${year - 1}-12-31`, `${year}-03-31`];
  const months = ['April to June', 'July to September', 'October to December', 'January to March'];
  const at = number - 1;
  return {
    id: `${year}Q${number}`,
    kind: 'quarter',
    start: starts[at] ?? '',
    end: ends[at] ?? '',
    label: `${months[at] ?? ''} ${number === 4 ? year : year - 1}`,
    population: `mid${year - 1}`
  };
}

function populationDate(year: number): Period {
  const date = `${year - 1}-06-30`;
  return { id: `mid${year - 1}`, kind: 'date', start: date, end: date, label: `mid-${year - 1}` };
}

export const QUARTERS: readonly Period[] = OWN_YEARS.flatMap((year) =>
  [1, 2, 3, 4].map((number) => quarterOf(year, number))
);
export const REPORTING_YEARS: readonly Period[] = YEARS.map(reportingYear);
export const POPULATION_DATES: readonly Period[] = YEARS.map(populationDate);
/** First day and last day of each. */
export interface Span {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}
export const spanOf = ({ id, start, end }: Period): Span => ({ id, from: dayOf(start), to: dayOf(end) });

/** When the first family comes to notice: long before the first year that is counted, so that its stocks are full. */
export const BEGIN = dayOf('2010-01-01');
/** After the last period, so that what became of those known in it is known. */
export const CLOSE = dayOf('2024-10-01');
