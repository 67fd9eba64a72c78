/** What a view reads beyond its own indicators: any cell, answers of any kind, and figures by the members of a dimension. */
import { partnershipAbove } from '#lib/domain/area.ts';
import { isThere } from '#lib/domain/cell.ts';
import type { Period } from '#lib/domain/period.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import type { PlacedTerm } from '#lib/domain/term.ts';
import type { Catalogue } from '#lib/db/catalogue.ts';
import type { Facts } from '#lib/db/facts.ts';
import { cellsOf, type CellLookup, type Scope } from '#lib/queries/cells.ts';
import { answer, type Answer } from '#lib/indicators/answer.ts';
import { byMember, type Member } from '#lib/indicators/breakdown.ts';
import { termsOf } from '#lib/indicators/evaluate.ts';
import { inflationFor } from '#lib/indicators/usual.ts';
import type { Setting } from './setting.ts';

/** What an indicator says; the area and period of the page where none are named. */
export type AnswerAt = (area?: string, period?: Period) => Answer;

export interface MemberAnswer {
  readonly member: Member;
  readonly indicator: PlacedIndicator;
  readonly at: AnswerAt;
}

export interface Breakdown {
  readonly dimension: string;
  /** The table that holds it. */
  readonly table: string;
  /** Those that the figures name, in the order of the cube, with figures of the area or not. */
  readonly members: readonly MemberAnswer[];
}

/** Questions that are put in one turn of the event loop go to the database as one statement. */
export interface Reading {
  /** Over all periods, for `around`. */
  cells(terms: readonly PlacedTerm[]): Promise<CellLookup>;
  /** The same, and every authority at the period of the page and at its population. */
  field(terms: readonly PlacedTerm[]): Promise<CellLookup>;
  /** Indicators of any kind. */
  answers(
    indicators: readonly PlacedIndicator[]
  ): Promise<(indicator: PlacedIndicator, ...at: Parameters<AnswerAt>) => Answer>;
  /**
   * An indicator by the members of a dimension, from the plainest table that holds any of them for the area, else for
   * anybody around it; undefined where no table does.
   */
  members(indicator: PlacedIndicator, dimension: string): Promise<Breakdown | undefined>;
  /**
   * The area, those it is compared with, the partnership and the authority it belongs to, and the areas within it; of a
   * partnership and of a locality, those that their authorities are compared with too.
   */
  readonly around: readonly string[];
}

type Here = Pick<Setting, 'area' | 'period' | 'england' | 'region' | 'neighbours'>;

interface Waiting {
  readonly terms: Set<PlacedTerm>;
  readonly answer: Promise<CellLookup>;
}

/** Gathers the terms that are asked for until the running task gives way, and asks for all of them at once. */
function gathering(facts: Facts, scope: Scope): Reading['cells'] {
  let waiting: Waiting | undefined;
  return (terms) => {
    if (waiting === undefined) {
      const asked = new Set<PlacedTerm>();
      waiting = {
        terms: asked,
        answer: Promise.resolve().then(() => {
          waiting = undefined;
          return cellsOf(facts, [...asked], scope);
        })
      };
    }
    for (const term of terms) waiting.terms.add(term);
    return waiting.answer;
  };
}

function areasAround(
  { manifest, neighbours: listed }: Catalogue,
  { area, england, region, neighbours }: Here
): readonly string[] {
  const authority =
    area.kind === 'locality' ? manifest.areas.find(({ id }) => id === area.parent) : undefined;
  const partnership = partnershipAbove(authority ?? area, manifest.areas);
  const within = area.kind === 'country' ? [] : manifest.areas.filter(({ parent }) => parent === area.id);
  return [
    ...new Set([
      area.id,
      england.id,
      ...(region ? [region.id] : []),
      ...neighbours,
      ...(authority ? [authority.id] : []),
      ...(partnership ? [partnership.id] : []),
      ...within.map(({ id }) => id),
      ...(area.kind === 'partnership'
        ? listed.filter((each) => within.some(({ id }) => id === each.area)).map((each) => each.neighbour)
        : []),
      ...listed.filter((each) => each.area === authority?.id).map((each) => each.neighbour)
    ])
  ];
}

/** `catalogue` is that of the area and day of the page. */
export function readingFor(facts: Facts, catalogue: Catalogue, here: Here): Reading {
  const { area, period } = here;
  const { areas, periods } = catalogue.manifest;
  const around = areasAround(catalogue, here);
  const kinds = new Map(areas.map(({ id, kind }) => [id, kind]));
  const authorities = areas.filter(({ kind }) => kind === 'authority').map(({ id }) => id);
  const cells = gathering(facts, { areas: around });
  const field = gathering(facts, {
    areas: around,
    field: { areas: authorities, periods: [period.id, ...(period.population ? [period.population] : [])] }
  });
  const answering = (indicator: PlacedIndicator, lookup: CellLookup): AnswerAt => {
    const made = new Map<string, Answer>();
    return (at = area.id, when = period) => {
      const key = `${at}|${when.id}`;
      const known = made.get(key);
      if (known) return known;
      const inflation = inflationFor(catalogue, indicator, kinds.get(at));
      const worked = answer({ catalogue, indicator, lookup, area: at, period: when, inflation });
      made.set(key, worked);
      return worked;
    };
  };
  return {
    around,
    cells,
    field,
    answers: async (indicators) => {
      const lookup = await cells(indicators.flatMap(termsOf));
      const desks = new Map(indicators.map((each) => [each, answering(each, lookup)]));
      return (indicator, ...at) => {
        const desk = desks.get(indicator);
        if (!desk) throw new Error(`indicator was not asked for: ${indicator.id}`);
        return desk(...at);
      };
    },
    members: async (indicator, dimension) => {
      const tables = indicator.supplied ? byMember(catalogue, indicator, dimension) : [];
      const lookup = await cells(tables.flatMap((table) => table.flatMap((each) => termsOf(each.indicator))));
      const holds = (table: (typeof tables)[number], where: readonly string[]) =>
        table.some(({ indicator: { numerator } }) =>
          where.some((at) => periods.some(({ id }) => numerator && isThere(lookup(numerator, at, id))))
        );
      const table =
        tables.find((each) => holds(each, [area.id])) ?? tables.find((each) => holds(each, around));
      const [first] = table ?? [];
      if (!table || !first) return undefined;
      return {
        dimension,
        table: first.indicator.numerator?.table ?? '',
        members: table.map(({ member, indicator: each }) => ({
          member,
          indicator: each,
          at: answering(each, lookup)
        }))
      };
    }
  };
}
