/** What kinds of cell a bundle holds, which is all that tells which indicators it can answer. */
import { ALL } from '#lib/domain/cube.ts';
import type { Observation } from '#lib/domain/observation.ts';
import type { Bundle } from '#lib/sources/bundle.ts';

/** What kinds of cell each table holds, for some area and period: measure and members, all but `all`. */
export interface Holdings {
  readonly tables: readonly {
    readonly id: string;
    readonly cube: string;
    readonly dimensions: readonly string[];
    readonly kinds: ReadonlySet<string>;
  }[];
  readonly documents: ReadonlySet<string>;
  readonly rounds: number;
  /** By dimension of categories: neglect, and the combinations that name it with others, where there are any. */
  readonly namesNeglect: Readonly<Record<string, readonly string[]>>;
  /** By dimension of categories: the combinations that “multiple” is made of. */
  readonly combinations: Readonly<Record<string, readonly string[]>>;
}

/** A kind of cell in one word: its measure, and its members but for `all`. */
export function kindOf(measure: string, members: readonly (readonly [string, string])[]): string {
  const named = members.filter(([, member]) => member !== ALL).sort(([a], [b]) => (a < b ? -1 : 1));
  return [measure, ...named.map(([dimension, member]) => `${dimension}=${member}`)].join('|');
}

function kindsOf(dimensions: readonly string[], observations: readonly Observation[]): ReadonlySet<string> {
  return new Set(
    observations.map(({ measure, members }) =>
      kindOf(
        measure,
        dimensions.map((dimension, d): [string, string] => [dimension, members[d] ?? ALL])
      )
    )
  );
}

const NEGLECT = 'neglect';

/** Members that say neglect and share no child, by dimension; dimensions in which neglect alone says so are left out. */
function namesNeglectIn({ cubes }: Bundle): Holdings['namesNeglect'] {
  const dimensions = [...cubes.values()].flatMap((cube) => cube.dimensions);
  return Object.fromEntries(
    dimensions.flatMap(({ id, relation, members }): [string, readonly string[]][] => {
      const names = members.filter(({ mark }) => mark === NEGLECT).map((member) => member.id);
      return relation === 'nested' && names.includes(NEGLECT) && names.length > 1 ? [[id, names]] : [];
    })
  );
}

const MULTIPLE = 'multiple';

function combinationsIn({ cubes }: Bundle): Holdings['combinations'] {
  const dimensions = [...cubes.values()].flatMap((cube) => cube.dimensions);
  return Object.fromEntries(
    dimensions.flatMap(({ id, members }): [string, readonly string[]][] => {
      const parts = members.filter(({ parent }) => parent === MULTIPLE).map((member) => member.id);
      return parts.length > 0 ? [[id, parts]] : [];
    })
  );
}

/** What a bundle holds, by table. */
export function holdingsOf(bundle: Bundle): Holdings {
  return {
    tables: bundle.tables.map(({ table, observations }) => ({
      id: table.id,
      cube: table.cube,
      dimensions: table.dimensions,
      kinds: kindsOf(table.dimensions, observations)
    })),
    documents: new Set((bundle.registers.documents ?? []).map(({ document }) => document)),
    rounds: bundle.registers.rounds?.length ?? 0,
    namesNeglect: namesNeglectIn(bundle),
    combinations: combinationsIn(bundle)
  };
}
