/** What is open, comes and goes over time, of one kind of children or plans in one place. */
import { ALL } from '#lib/domain/cube.ts';
import { tierOfCube } from './relation-canonical.ts';
import type { Frame, TableCell } from './relation-cells.ts';

/** What children and plans keep as long as they are open; ages, the latest category and who leads do not stay the same. */
const LASTING: ReadonlySet<string> = new Set([
  'category_initial',
  'earlier_plan',
  'earlier_category',
  'need',
  'neglect',
  'sex',
  'ethnicity',
  'disability',
  'locality'
]);

const DAY = 86_400_000;

/** The day, counted from 1970, that a date is, or that follows it. */
const dayOf = (date: string) => Date.parse(date) / DAY;
const dayAfter = (date: string) => dayOf(date) + 1;

/** A day as a date. */
export const dateOf = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);

/** The measures of the days from `from` up to and without `to`, by id, and the stocks before them and at their end. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly flows: ReadonlyMap<string, TableCell>;
  readonly before?: TableCell | undefined;
  readonly after?: TableCell | undefined;
}

/** Of one kind of children or plans in one place. */
export interface Work {
  readonly spans: readonly Span[];
  /** What is open when a day begins. */
  readonly stocks: ReadonlyMap<number, TableCell>;
}

/** Of whom there are flows at all; a figure that several tables have is the first of them. */
export function workOf(cells: readonly TableCell[], { periods }: Frame): Work[] {
  const days = new Map(periods.map((period) => [period.id, period]));
  const found = new Map<string, { readonly stocks: Map<number, TableCell>; readonly spans: Spans }>();
  for (const cell of cells) {
    const name = whoOf(cell);
    const period = days.get(cell.period);
    if (name === undefined || period === undefined || period.kind === 'round') continue;
    const { stocks, spans } = getOrPut(found, name, () => ({ stocks: new Map(), spans: new Map() }));
    if (cell.measure.kind === 'stock') {
      if (cell.measure.id === 'open' && period.kind !== 'pooled')
        getOrPut(stocks, dayAfter(period.end), () => cell);
    } else if (period.kind !== 'date') {
      const [from, to] = [dayOf(period.start), dayAfter(period.end)];
      const span = getOrPut(spans, `${from} ${to}`, () => ({ from, to, flows: new Map() }));
      getOrPut(span.flows, cell.measure.id, () => cell);
    }
  }
  return [...found.values()].map(({ stocks, spans }) => ({
    stocks,
    spans: [...spans.values()].map((span) => ({
      ...span,
      before: stocks.get(span.from),
      after: stocks.get(span.to)
    }))
  }));
}

type Spans = Map<
  string,
  { readonly from: number; readonly to: number; readonly flows: Map<string, TableCell> }
>;

function getOrPut<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** Who is counted, whenever and however; undefined where that does not stay the same over time. */
function whoOf({ of, area, members, face }: TableCell): string | undefined {
  if (face !== 'value') return undefined;
  const told = of.table.dimensions
    .map((dimension, at) => [dimension, members[at] ?? ALL] as const)
    .filter(([, member]) => member !== ALL);
  const tier = tierOf(of.cube.id, told.find(([dimension]) => dimension === 'tier')?.[1]);
  const rest = told.filter(([dimension]) => dimension !== 'tier');
  if (tier === undefined || !rest.every(([dimension]) => LASTING.has(dimension))) return undefined;
  const traits = rest.map(([dimension, member]) => `${dimension}=${member}`).sort();
  return [tier, area, ...traits].join('|');
}

/** The tier whose work a cube counts; all tiers together are no one’s work. */
function tierOf(cube: string, tier: string | undefined): string | undefined {
  return cube === 'known' || cube === 'work' ? tier : tierOfCube(cube);
}
