/** Neglect named together with other reasons: where registrations tell what they combine, each that names neglect counts. */
import type { Way } from '#lib/domain/indicator.ts';
import type { PlacedTerm, Term } from '#lib/domain/term.ts';
import { kindOf, type Holdings } from '#lib/db/holdings.ts';

const NEGLECT = 'neglect';

/** The members that name neglect and that a table of the cube holds; undefined where there is none but neglect alone. */
function namesOf(term: Term, dimension: string, { tables, namesNeglect }: Holdings) {
  const { [dimension]: _, ...others } = term.members ?? {};
  const beside = Object.entries(others).map(([id, member]) => [id, [member].flat()[0] ?? ''] as const);
  const held = (member: string) =>
    tables.some(
      ({ cube, kinds }) =>
        cube === term.cube && kinds.has(kindOf(term.measure, [...beside, [dimension, member]]))
    );
  const names = (namesNeglect[dimension] ?? []).filter(held);
  return names.length > 1 ? names : undefined;
}

function widened<T extends Term | undefined>(term: T, holdings: Holdings): T {
  if (!term) return term;
  const wide = (members: Term['members']) =>
    Object.fromEntries(
      Object.entries(members ?? {}).map(([dimension, member]) => [
        dimension,
        member === NEGLECT ? (namesOf(term, dimension, holdings) ?? member) : member
      ])
    );
  const { members, except } = term;
  return {
    ...term,
    ...(members ? { members: wide(members) } : {}),
    ...(except ? { except: wide(except) } : {})
  };
}

/** The combinations of “multiple” that the table of a count by category holds; none for any other count. */
export function combinationsOf(
  term: PlacedTerm | undefined,
  { tables, combinations }: Holdings
): readonly string[] {
  const [dimension] = Object.keys(term?.members ?? {}).filter((id) => combinations[id] !== undefined);
  const kinds = tables.find(({ id }) => id === term?.table)?.kinds;
  if (!term || dimension === undefined || Object.keys(term.members ?? {}).length > 1) return [];
  return (combinations[dimension] ?? []).filter((member) =>
    kinds?.has(kindOf(term.measure, [[dimension, member]]))
  );
}

/** The way with every registration that names neglect, alone or with others; undefined where that is the same. */
export function withNamed(way: Way, holdings: Holdings): Way | undefined {
  if (Object.keys(holdings.namesNeglect).length === 0) return undefined;
  const wide = (term: Term | undefined) => widened(term, holdings);
  const { numerator, denominator, nOfN, outcomes } = way;
  const made: Way = {
    ...way,
    ...(numerator ? { numerator: wide(numerator) } : {}),
    ...(denominator ? { denominator: wide(denominator) } : {}),
    ...(nOfN ? { nOfN: wide(nOfN) } : {}),
    ...(outcomes
      ? {
          outcomes: outcomes.map((each) => ({
            ...each,
            numerator: widened(each.numerator, holdings),
            ...(each.denominator ? { denominator: wide(each.denominator) } : {})
          }))
        }
      : {})
  };
  return JSON.stringify(made) === JSON.stringify(way) ? undefined : made;
}
