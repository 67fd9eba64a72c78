/** Of children on a plan on one date: how often they had help before, and how long since they were first referred. */
import { isThere, type Cell } from '#lib/domain/cell.ts';
import type { Mark } from '#lib/domain/mark.ts';
import type { Period } from '#lib/domain/period.ts';
import type { PlacedTerm } from '#lib/domain/term.ts';
import { derive, giveOneAway, isWithheld, WITHHELD } from '#lib/disclosure/may-say.ts';
import { membersOf, type Member } from '#lib/indicators/breakdown.ts';
import type { CellLookup } from '#lib/queries/cells.ts';
import type { Context } from '../context.ts';

const CUBE = 'history';
const MEASURE = 'open';

/** The two things that are told of earlier help. */
export const TOLD = ['earlier_episodes', 'since_first'] as const;
export type Told = (typeof TOLD)[number];

/** Members that mean help before, and a first referral more than two years ago. */
export const BEFORE: readonly string[] = ['one', 'two', 'threeplus'];
export const LONG: readonly string[] = ['y2to5', 'y5plus'];

export interface Band {
  readonly member: Member;
  readonly cell: Cell;
}

/** Children on one kind of plan, with their histories. */
export interface History {
  readonly id: string;
  /** `child protection plan`; undefined where the figures do not tell kinds of plan apart. */
  readonly plan: string | undefined;
  readonly mark: Mark;
  readonly table: string;
  readonly total: Cell;
  readonly bands: Readonly<Record<Told, readonly Band[]>>;
}

interface Asked {
  readonly id: string;
  readonly plan: string | undefined;
  readonly mark: Mark;
  readonly terms: Readonly<Record<Told, readonly { readonly member: Member; readonly term: PlacedTerm }[]>>;
  readonly total: PlacedTerm;
}

const term = (table: string, members: Readonly<Record<string, string>>): PlacedTerm => ({
  cube: CUBE,
  table,
  measure: MEASURE,
  members
});

/** Neglect as the figures tell it: by itself, as one reason with abuse, or not at all. */
const NEGLECT: readonly { readonly member: string | undefined; readonly mark: Mark }[] = [
  { member: 'yes', mark: 'neglect' },
  { member: 'merged', mark: 'includes' },
  { member: undefined, mark: 'all' }
];

/** Every kind of plan in every way that a table could tell of it, the best way first. */
function asks({ catalogue }: Context): readonly Asked[] {
  const { manifest, dictionary } = catalogue;
  const tables = manifest.tables.filter(({ cube }) => cube === CUBE);
  return tables.flatMap(({ id: table, dimensions }) => {
    const tiers: readonly { readonly id: string; readonly name: string | undefined }[] = dimensions.includes(
      'tier'
    )
      ? manifest.tiers
          .filter(({ id }) => dictionary.members['tier']?.includes(id) === true)
          .toSorted((a, b) => b.order - a.order)
      : [{ id: 'plan', name: undefined }];
    return NEGLECT.filter(({ member }) => (member === undefined) !== dimensions.includes('neglect')).flatMap(
      ({ member, mark }) =>
        tiers.map(({ id, name }): Asked => {
          const members = {
            ...(dimensions.includes('tier') ? { tier: id } : {}),
            ...(member === undefined ? {} : { neglect: member })
          };
          const of = (told: Told) =>
            dimensions.includes(told)
              ? membersOf(catalogue, CUBE, told).map((each) => ({
                  member: each,
                  term: term(table, { ...members, [told]: each.id })
                }))
              : [];
          return {
            id,
            plan: name,
            mark,
            terms: { earlier_episodes: of('earlier_episodes'), since_first: of('since_first') },
            total: term(table, members)
          };
        })
    );
  });
}

/** Where the whole is withheld, or the rest would give one part away, no part is said. */
function sayable(total: Cell, bands: readonly Band[]): readonly Band[] {
  const given = isWithheld(total) || giveOneAway(bands.map(({ cell }) => cell));
  return bands
    .filter(({ cell }) => isThere(cell))
    .map((band) => (given ? { ...band, cell: WITHHELD } : band));
}

function historiesAt(asked: readonly Asked[], lookup: CellLookup, area: string, period: Period) {
  const found = asked.map(({ terms, total: whole, ...rest }): History => {
    const total = lookup(whole, area, period.id);
    const of = (told: Told) =>
      sayable(
        total,
        terms[told].map((each) => ({ member: each.member, cell: lookup(each.term, area, period.id) }))
      );
    return {
      ...rest,
      table: whole.table,
      total,
      bands: { earlier_episodes: of('earlier_episodes'), since_first: of('since_first') }
    };
  });
  const there = found.filter(
    ({ total, bands }) => isThere(total) || TOLD.some((told) => bands[told].length > 0)
  );
  return there.filter(({ id }, at) => there.findIndex((each) => each.id === id) === at);
}

export type HistoriesAt = (area?: string, period?: Period) => readonly History[];

/** Histories of any area of the page, the plan that most is done under first; none where nothing is supplied. */
export async function historiesOf(context: Context): Promise<HistoriesAt> {
  const asked = asks(context);
  if (asked.length === 0) return () => [];
  const lookup = await context.reading.field(
    asked.flatMap(({ terms, total }) => [
      total,
      ...TOLD.flatMap((told) => terms[told].map((each) => each.term))
    ])
  );
  return (area = context.area.id, period = context.period) => historiesAt(asked, lookup, area, period);
}

/** How many children some bands hold together. */
export function sumOf(bands: readonly Band[], members: readonly string[]): Cell {
  const cells = bands.filter(({ member }) => members.includes(member.id)).map(({ cell }) => cell);
  return derive(cells.length === 0 ? [{ kind: 'missing', reason: 'notSupplied' }] : cells, (...values) =>
    values.reduce((sum, value) => sum + value, 0)
  );
}
