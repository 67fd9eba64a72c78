/** Children who moved from one tier of help to another in a period, as far as the figures tell. */
import { isThere, type Cell } from '#lib/domain/cell.ts';
import type { Mark } from '#lib/domain/mark.ts';
import type { Period } from '#lib/domain/period.ts';
import type { PlacedTerm } from '#lib/domain/term.ts';
import type { CellLookup } from '#lib/queries/cells.ts';
import { membersOf, type Member } from '#lib/indicators/breakdown.ts';
import type { Context } from '../context.ts';

const CUBE = 'movements';
/** Children where they are counted, else movements, of which a child may make several. */
const MEASURES = ['children', 'moves'] as const;
export type Measure = (typeof MEASURES)[number];
/** Before or after all help: below every tier. */
const NO_HELP = 'none';

const NEGLECT: readonly { readonly member: string | undefined; readonly mark: Mark }[] = [
  { member: 'yes', mark: 'neglect' },
  { member: 'merged', mark: 'includes' },
  { member: undefined, mark: 'all' }
];

export interface Tiered extends Member {
  /** From least help to most. */
  readonly level: number;
}

export interface Move {
  readonly from: Tiered;
  readonly to: Tiered;
  readonly cell: Cell;
}

export interface Moves {
  readonly measure: Measure;
  readonly mark: Mark;
  readonly table: string;
  readonly list: readonly Move[];
}

interface Asked extends Omit<Moves, 'list'> {
  readonly pairs: readonly { readonly from: Tiered; readonly to: Tiered; readonly term: PlacedTerm }[];
}

/** The tiers that a dimension names, by the names and order of the bundle. */
function tiersIn({ catalogue }: Context, dimension: string): readonly Tiered[] {
  const { tiers } = catalogue.manifest;
  return membersOf(catalogue, CUBE, dimension).map(({ id, name }, at) => {
    const tier = tiers.find((each) => each.id === id);
    return {
      id,
      name: id === NO_HELP ? 'No help' : (tier?.name ?? name),
      level: id === NO_HELP ? -1 : (tier?.order ?? tiers.length + at)
    };
  });
}

function asks(context: Context): readonly Asked[] {
  const tables = context.catalogue.manifest.tables.filter(
    ({ cube, dimensions }) =>
      cube === CUBE && dimensions.includes('from_tier') && dimensions.includes('to_tier')
  );
  return tables.flatMap(({ id: table, dimensions }) =>
    NEGLECT.filter(({ member }) => (member === undefined) !== dimensions.includes('neglect')).flatMap(
      ({ member, mark }) =>
        MEASURES.map((measure): Asked => ({
          measure,
          mark,
          table,
          pairs: tiersIn(context, 'from_tier').flatMap((from) =>
            tiersIn(context, 'to_tier')
              .filter(({ id }) => id !== from.id)
              .map((to) => ({
                from,
                to,
                term: {
                  cube: CUBE,
                  table,
                  measure,
                  members: {
                    from_tier: from.id,
                    to_tier: to.id,
                    ...(member === undefined ? {} : { neglect: member })
                  }
                }
              }))
          )
        }))
    )
  );
}

function movesAt(
  asked: readonly Asked[],
  lookup: CellLookup,
  area: string,
  period: Period
): Moves | undefined {
  return asked
    .map(({ pairs, ...rest }) => ({
      ...rest,
      list: pairs
        .map(({ from, to, term }) => ({ from, to, cell: lookup(term, area, period.id) }))
        .filter(({ cell }) => isThere(cell))
    }))
    .find(({ list }) => list.length > 0);
}

export type MovesAt = (area?: string, period?: Period) => Moves | undefined;

/** Movements of any area of the page; undefined where none is supplied for it. */
export async function movesOf(context: Context): Promise<MovesAt> {
  const asked = asks(context);
  if (asked.length === 0) return () => undefined;
  const lookup = await context.reading.field(asked.flatMap(({ pairs }) => pairs.map(({ term }) => term)));
  return (area = context.area.id, period = context.period) => movesAt(asked, lookup, area, period);
}

export const isUp = ({ from, to }: Move) => to.level > from.level;
