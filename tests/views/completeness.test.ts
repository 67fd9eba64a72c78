import { describe, expect, test } from 'vitest';
import { ALIKE, ELSEWHERE, type Held } from '#lib/queries/completeness.ts';
import { completenessGrids } from '#lib/views/completeness.ts';
import { GRID_ORDER, GRID_STATES } from '#lib/words/completeness.ts';
import { sharedPrepared } from '../published.ts';

const { catalogue } = await sharedPrepared();
const held = (part: Partial<Held>): Held => ({
  table: 'plans',
  area: 'la855',
  period: '2024',
  known: 0,
  zeros: 0,
  breaks: 0,
  most: 0,
  missing: {},
  ...part
});
const cell = (found: readonly Held[], returns: NonNullable<typeof catalogue.registers.returns> = []) =>
  completenessGrids({ ...catalogue, registers: { returns } }, found, 'la855', [
    'plans'
  ])[0]?.rows[0]?.cells.at(-1);

describe('a cell of the grid', () => {
  test.each([
    ['supplied', held({ known: 3 }), 'Supplied: 3 figures'],
    [
      'partly',
      held({ known: 3, missing: { withheld: 2 } }),
      'Supplied, some withheld: 3 figures, 2 withheld'
    ],
    ['incomplete', held({ known: 3, most: 5 }), 'Supplied in part: 3 figures, 2 not supplied'],
    ['zero', held({ known: 2, zeros: 2 }), 'Zero: 2 figures'],
    ['withheld', held({ missing: { withheld: 1 } }), 'Withheld: 1 withheld'],
    ['changed', held({ known: 3, breaks: 1 }), 'Definition changed: 3 figures'],
    ['late', held({ missing: { late: 1 } }), 'Late: 1 not in yet'],
    ['notSubmitted', held({ missing: { notSubmitted: 1 } }), 'Not submitted: 1 not submitted'],
    ['notAvailable', held({ missing: { unreliable: 1 } }), 'Not available: 1 too unreliable to publish']
  ] as const)('says %s', (state, of, text) => {
    expect(cell([of])).toMatchObject({ state, text });
  });

  test('zeros beside withheld figures are never called zero', () => {
    expect(cell([held({ known: 1, zeros: 1, missing: { withheld: 1 } })])?.state).toBe('partly');
  });

  test('a return that was expected and is not in is late, and one that nobody expects is not supplied', () => {
    const other = held({ area: 'la856', known: 1 });
    const due = { table: 'plans', area: 'la855', period: '2024', expected: '2024-06-30' };
    expect(cell([other], [due])?.state).toBe('late');
    expect(cell([other], [{ ...due, received_on: '2024-06-01' }])?.state).toBe('notSupplied');
    expect(cell([other])?.state).toBe('notSupplied');
  });

  test('no two states share a sign or a name', () => {
    expect(new Set(GRID_ORDER.map((state) => GRID_STATES[state].sign)).size).toBe(GRID_ORDER.length);
    expect(new Set(GRID_ORDER.map((state) => GRID_STATES[state].name)).size).toBe(GRID_ORDER.length);
  });
});

test('a table of the country alone is no table of an authority, one of other authorities is', () => {
  const rows = (area: string) =>
    completenessGrids({ ...catalogue, registers: {} }, [held({ area, known: 3 })], 'la855', ['plans'])[0]
      ?.rows ?? [];
  expect(rows(ELSEWHERE)).toEqual([]);
  expect(rows(ALIKE).map(({ cells }) => cells[0]?.state)).toEqual(['notSupplied']);
});
