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
    rounds: bundle.registers.rounds?.length ?? 0
  };
}
