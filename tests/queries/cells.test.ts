import { describe, expect, it } from 'vitest';
import type { PlacedTerm } from '#lib/domain/term.ts';
import { cellsOf, cellsSql } from '#lib/queries/cells.ts';
import { sharedFacts, STANDARD } from '../published.ts';

const facts = await sharedFacts(STANDARD);
const { areas, periods } = facts.catalogue.manifest;
const scope = { areas: areas.map(({ id }) => id) };

/** n and N of everything that was looked at, in a table that names no agency. */
const terms = (facts.catalogue.dictionary.members['indicator'] ?? []).flatMap((indicator) =>
  (['value', 'of'] as const).map((field): PlacedTerm => ({
    cube: 'assurance',
    table: 'assurance-p',
    measure: 'families',
    members: { indicator },
    field
  }))
);

describe('many cells of one table', () => {
  it('are asked for by a join, and few by a statement each', () => {
    expect(terms.length).toBeGreaterThan(24);
    expect(cellsSql(facts, terms, scope).sql).toContain('JOIN (VALUES');
    expect(cellsSql(facts, terms.slice(0, 4), scope).sql).not.toContain('JOIN');
  });

  it('are the same as asked for one by one', async () => {
    const [all, ...single] = await Promise.all([
      cellsOf(facts, terms, scope),
      ...terms.map((term) => cellsOf(facts, [term], scope))
    ]);
    const read = terms.map((term, index) =>
      areas.flatMap(({ id }) =>
        periods.map((period) => [all(term, id, period.id), single[index]?.(term, id, period.id)])
      )
    );
    for (const [joined, alone] of read.flat()) expect(joined).toEqual(alone);
    const kinds = new Set(read.flat().map(([cell]) => (cell?.kind === 'missing' ? cell.reason : cell?.kind)));
    expect([...kinds].sort()).toEqual(['known', 'notSupplied', 'withheld']);
  });
});
