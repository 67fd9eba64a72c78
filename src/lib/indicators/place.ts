/** Which way of working an indicator out the loaded figures allow, and from which tables. */
import type { Indicator, Outcome, Way } from '#lib/domain/indicator.ts';
import type { PlacedIndicator, PlacedOutcome } from '#lib/domain/placed-indicator.ts';
import type { PlacedTerm, Term } from '#lib/domain/term.ts';
import { kindOf, type Holdings } from '#lib/db/holdings.ts';
import { combinationsOf, withNamed } from './named-neglect.ts';

const NOWHERE = 'none';

function kindsWith(measure: string, members: NonNullable<Term['members']>): readonly string[] {
  return Object.entries(members)
    .reduce<(readonly (readonly [string, string])[])[]>(
      (soFar, [dimension, chosen]) =>
        soFar.flatMap((rest) => [chosen].flat().map((member) => [...rest, [dimension, member] as const])),
      [[]]
    )
    .map((combination) => kindOf(measure, combination));
}

/** The kinds of cell a term adds up, and those it takes from them. */
function wantedBy({ measure, members = {}, except }: Term): readonly string[] {
  return [...kindsWith(measure, members), ...(except ? kindsWith(measure, { ...members, ...except }) : [])];
}

/** The table that holds all of the terms: the one they name where the bundle has it, or the plainest. */
function tableFor(terms: readonly Term[], { tables }: Holdings): string | undefined {
  const [first] = terms;
  if (!first) return undefined;
  const holds = tables.filter(
    (table) => table.cube === first.cube && terms.flatMap(wantedBy).every((kind) => table.kinds.has(kind))
  );
  const named = holds.find(({ id }) => id === first.table);
  return (named ?? [...holds].sort((a, b) => a.dimensions.length - b.dimensions.length)[0])?.id;
}

/** Numerator and denominator of one cube are read from one table; those of two, each from its own. */
function placePair(
  numerator: Term,
  denominator: Term,
  holdings: Holdings
): readonly [PlacedTerm, PlacedTerm] | undefined {
  const together =
    numerator.cube === denominator.cube &&
    numerator.table === denominator.table &&
    numerator.at === denominator.at;
  const [n, d] = together
    ? [tableFor([numerator, denominator], holdings), tableFor([numerator, denominator], holdings)]
    : [tableFor([numerator], holdings), tableFor([denominator], holdings)];
  return n && d
    ? [
        { ...numerator, table: n },
        { ...denominator, table: d }
      ]
    : undefined;
}

type Terms = Pick<PlacedIndicator, 'numerator' | 'denominator' | 'outcomes' | 'coverage'>;

function nowhere(term: Term): PlacedTerm {
  return { ...term, table: NOWHERE };
}

/** n and N of a row, as the two terms of a share. */
function pairOf(way: Way): readonly [Term | undefined, Term | undefined] {
  return way.nOfN ? [way.nOfN, { ...way.nOfN, field: 'of' }] : [way.numerator, way.denominator];
}

function placeOutcomes(
  outcomes: readonly Outcome[],
  common: Term | undefined,
  holdings: Holdings
): Terms | undefined {
  const placed = outcomes.flatMap(({ numerator, denominator = common, ...rest }): PlacedOutcome[] => {
    const pair = denominator && placePair(numerator, denominator, holdings);
    return pair ? [{ ...rest, numerator: pair[0], denominator: pair[1] }] : [];
  });
  const [lead] = placed;
  return lead && placed.length === outcomes.length
    ? { numerator: lead.numerator, denominator: lead.denominator, outcomes: placed }
    : undefined;
}

/** The tables of a way; undefined where what it needs is not all supplied. */
function placeWay(way: Way, holdings: Holdings): Terms | undefined {
  if (way.document !== undefined) return holdings.documents.has(way.document) ? {} : undefined;
  if (way.register) return holdings.rounds > 0 ? {} : undefined;
  if (way.coverage) {
    const parts = way.coverage.parts.map((part) => ({
      ...part,
      terms: part.terms.map((term) => ({ ...term, table: tableFor([term], holdings) ?? NOWHERE }))
    }));
    return {
      coverage: {
        over: way.coverage.over,
        ...(way.coverage.only === undefined ? {} : { only: way.coverage.only }),
        parts
      }
    };
  }
  if (way.outcomes) return placeOutcomes(way.outcomes, way.denominator, holdings);
  const [numerator, denominator] = pairOf(way);
  if (!numerator) return undefined;
  if (!denominator) {
    const table = tableFor([numerator], holdings);
    return table === undefined ? undefined : { numerator: { ...numerator, table } };
  }
  const pair = placePair(numerator, denominator, holdings);
  return pair && { numerator: pair[0], denominator: pair[1] };
}

/** The terms of a way, or of the outcome that leads it. */
function leadOf(way: Way): { readonly numerator: Term | undefined; readonly denominator: Term | undefined } {
  const [lead] = way.outcomes ?? [];
  const [numerator, denominator] = lead ? [lead.numerator, lead.denominator ?? way.denominator] : pairOf(way);
  return { numerator, denominator };
}

function unplaced(way: Way): Terms {
  const { numerator, denominator } = leadOf(way);
  return {
    ...(numerator ? { numerator: nowhere(numerator) } : {}),
    ...(denominator ? { denominator: nowhere(denominator) } : {})
  };
}

function meantBy(way: Way): NonNullable<PlacedIndicator['meant']> {
  const { numerator, denominator } = leadOf(way);
  return {
    subtitle: way.subtitle,
    mark: way.mark,
    ...(numerator ? { numerator } : {}),
    ...(denominator ? { denominator } : {})
  };
}

/** Places an indicator on what is held: the first of its ways that can be worked out. */
export function place(indicator: Indicator, holdings: Holdings): PlacedIndicator {
  const { ways, $schema: _, ...rest } = indicator;
  const found = ways
    .map((way) => {
      const named = withNamed(way, holdings);
      return { way, terms: (named && placeWay(named, holdings)) ?? placeWay(way, holdings) };
    })
    .find(({ terms }) => terms !== undefined);
  const [first] = ways;
  const way = found?.way ?? first;
  if (!way) throw new Error(`indicator has no way of being worked out: ${indicator.id}`);
  const { mark, subtitle, unit, siblings, document, register, standIn, source } = way;
  const combinations = combinationsOf(found?.terms?.numerator, holdings);
  return {
    ...rest,
    name: way.name ?? indicator.name,
    mark,
    subtitle,
    unit,
    siblings,
    caveats: [...indicator.caveats, ...(way.caveats ?? [])],
    ...(document === undefined ? {} : { document }),
    ...(register === undefined ? {} : { register }),
    ...(standIn === undefined ? {} : { standIn }),
    ...(source === undefined ? {} : { source }),
    ...(way.standIn === undefined || first === undefined || way === first ? {} : { meant: meantBy(first) }),
    ...(combinations.length === 0 ? {} : { combinations }),
    supplied: found !== undefined,
    ...(found?.terms ?? unplaced(way))
  };
}
