import { describe, expect, test } from 'vitest';
import { leaksOf, rowsOf, tableOf } from './tried-tables.ts';

const CATEGORIES = { all: 100, neglect: 50, physical: 20, emotional: 20, sexual: 7, multiple: 3 };
const ours = tableOf('a', 'plans', ['category_latest'], rowsOf('city 2024 open', CATEGORIES));
const withheld = ['sexual', 'multiple'].map((category) => `a|open|city|2024|category_latest=${category}`);
const besideA = (values: Readonly<Record<string, number>>) =>
  leaksOf([ours, tableOf('b', 'plans', ['category_latest'], rowsOf('city 2024 open', values))], withheld, []);

describe('two tables of the same figures', () => {
  test('give away what one withholds though one figure of three differs', async () => {
    const leaks = await besideA({ neglect: 50, physical: 12, emotional: 20, sexual: 7 });
    expect(leaks).toEqual(expect.arrayContaining(withheld));
  });

  test('give nothing away where two of three differ', async () => {
    expect(await besideA({ neglect: 40, physical: 12, emotional: 20, sexual: 7 })).toEqual([]);
  });
});
