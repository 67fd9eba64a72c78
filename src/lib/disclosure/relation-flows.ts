/** What is open, what came and what went: figures of one date and of the time before and after it. */
import { ALL } from '#lib/domain/cube.ts';
import type { Period } from '#lib/domain/period.ts';
import { cellId, type Frame, type TableCell } from './relation-cells.ts';
import { familyOf } from './relation-doubt.ts';
import type { Relation } from './relations.ts';

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
const dayBefore = (date: string) => new Date(Date.parse(date) - DAY).toISOString().slice(0, 10);

/** The measures of one span of time, by id, and the stocks before it and at its end. */
interface Span {
  readonly period: Period;
  readonly flows: Map<string, TableCell>;
  readonly before?: TableCell | undefined;
  readonly after?: TableCell | undefined;
}

/**
 * Whatever is open at any point of a period was open before it or started in it, and is open at its end or ended in it;
 * so the two make one sum, whether or not a table shows that. Of children, who may start or end twice, only that they are
 * no more than these and no fewer than those open at either end. All of it is assumed: what started late, or was
 * entered late, is in one figure and not in the other. `cells` are as `canonicalCells` names them.
 */
export function flowRelations(cells: readonly TableCell[], frame: Frame): Relation[] {
  return spansOf(cells, frame).flatMap((span) => [...ofEvents(span), ...ofChildren(span)]);
}

function ofEvents({ flows, before, after }: Span): Relation[] {
  const [started, ended, anypoint] = ['started', 'ended', 'anypoint'].map((id) => flows.get(id));
  const came = before && started ? [before, started] : undefined;
  const went = after && ended ? [after, ended] : undefined;
  const whole =
    anypoint?.id ?? (came && went && started && cellId(started.of, { ...started, measure: 'anypoint' }));
  if (whole === undefined) return [];
  const sum = (parts: readonly TableCell[] | undefined, kind: string, why: string): Relation[] =>
    parts === undefined
      ? []
      : [
          {
            sense: 'equal',
            total: whole,
            parts: parts.map(({ id }) => id),
            assumed: true,
            family: familyOf(
              anypoint === undefined ? 'came and went' : kind,
              anypoint === undefined ? [...(came ?? []), ...(went ?? [])] : [anypoint, ...parts]
            ),
            why
          }
        ];
  return [
    ...sum(came, 'came', 'what is open at any point was open before or started since'),
    ...sum(went, 'went', 'what is open at any point is open at the end or ended before')
  ];
}

function ofChildren({ flows, before, after }: Span): Relation[] {
  const [started, ended, anypoint] = ['started_children', 'ended_children', 'anypoint_children'].map((id) =>
    flows.get(id)
  );
  if (anypoint === undefined) return [];
  const atLeast = (total: string, parts: readonly string[], among: readonly TableCell[], why: string) =>
    ({ sense: 'at least', total, parts, assumed: true, family: familyOf('children', among), why }) as const;
  const holds = [before, after].flatMap((open): Relation[] =>
    open === undefined
      ? []
      : [
          atLeast(
            anypoint.id,
            [open.id],
            [anypoint, open],
            'whoever is open at one date is open at some point'
          )
        ]
  );
  const [came, went]: (readonly [string, TableCell | undefined, TableCell | undefined])[] = [
    ['open before or started since', before, started],
    ['open at the end or ended before', after, ended]
  ];
  const within = [came, went].flatMap((side): Relation[] => {
    const [measure, open, moved] = side ?? [];
    if (measure === undefined || open === undefined || moved === undefined) return [];
    const both = cellId(moved.of, { ...moved, measure });
    const among = [anypoint, open, moved];
    const parts = [open.id, moved.id];
    const why = `children open at any point are no more than those ${measure}`;
    return [
      { sense: 'equal', total: both, parts, assumed: true, family: familyOf('children', among), why },
      atLeast(both, [anypoint.id], among, why)
    ];
  });
  return [...holds, ...within];
}

function spansOf(cells: readonly TableCell[], { periods }: Frame): Span[] {
  const days = new Map(periods.map((period) => [period.id, period]));
  const stocks = new Map<string, TableCell>();
  const spans = new Map<
    string,
    { readonly name: string; readonly period: Period; readonly flows: Span['flows'] }
  >();
  for (const cell of cells) {
    const name = whoOf(cell);
    const period = days.get(cell.period);
    if (name === undefined || period === undefined || period.kind === 'round') continue;
    if (cell.measure.kind === 'stock') {
      if (cell.measure.id === 'open' && period.kind !== 'pooled')
        keepFirst(stocks, `${name} ${period.end}`, cell);
    } else if (period.kind !== 'date') {
      const key = `${name} ${period.start} ${period.end}`;
      const span = spans.get(key) ?? { name, period, flows: new Map<string, TableCell>() };
      keepFirst(span.flows, cell.measure.id, cell);
      spans.set(key, span);
    }
  }
  return [...spans.values()].map(({ name, period, flows }) => ({
    period,
    flows,
    before: stocks.get(`${name} ${dayBefore(period.start)}`),
    after: stocks.get(`${name} ${period.end}`)
  }));
}

function keepFirst(map: Map<string, TableCell>, key: string, cell: TableCell): void {
  if (!map.has(key)) map.set(key, cell);
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
  switch (cube) {
    case 'plans':
      return 'cpplan';
    case 'primary_need':
      return 'inneed';
    case 'known':
    case 'work':
      return tier;
    default:
      return undefined;
  }
}
