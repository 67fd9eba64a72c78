import { describe, expect, test } from 'vitest';
import { relationsOf } from '#lib/disclosure/relations.ts';
import { told } from './small-tables.ts';
import { frame, rowsOf, tableOf, tried } from './tried-tables.ts';

const QUARTERS = ['q1', 'q2', 'q3', 'q4'];
const flow = (measure: string, values: readonly number[]) =>
  Object.fromEntries(values.map((value, at) => [`city ${QUARTERS[at] ?? ''} ${measure}`, value]));
const STOCKS = { 'city 2023 open': 100, 'city 2024 open': 99 };
const STARTED = flow('started', [20, 21, 3, 22]);
const ENDED = flow('ended', [16, 15, 12, 24]);

describe('two stocks and what came and went between them', () => {
  test('do not give a quarter away where no stock is given between', async () => {
    const { bare, released } = await tried([
      tableOf('plans', 'plans', [], { ...STOCKS, ...STARTED, ...ENDED })
    ]);
    expect(bare).toEqual(['plans|started|city|q3']);
    expect(released).toEqual([]);
  });

  test('do not where one flow is of the year and the other of its quarters, over two cubes', async () => {
    const { bare, released } = await tried([
      tableOf('known', 'known', ['tier'], {
        'city 2023 open targeted': 100,
        'city 2024 open targeted': 99
      }),
      tableOf('work', 'work', ['tier'], {
        'city q1 started targeted': 20,
        'city q2 started targeted': 21,
        'city q3 started targeted': 3,
        'city q4 started targeted': 22,
        'city 2024 ended targeted': 67
      })
    ]);
    expect(bare).toEqual(['work|started|city|q3|tier=targeted']);
    expect(released).toEqual([]);
  });

  test('do not where they are in a release that is out and in one that is made', async () => {
    const out = tableOf(
      'plans',
      'plans',
      [],
      { 'city 2023 open': 100, ...flow('started', [20, 21]), ...flow('ended', [16, 15]) },
      { id: 'may', kind: 'earlier' }
    );
    const rows = {
      'city 2024 open': 99,
      'city q3 started': 3,
      'city q4 started': 22,
      'city q3 ended': 12,
      'city q4 ended': 24
    };
    const { bare, released } = await tried([tableOf('plans', 'plans', [], rows)], [out]);
    expect(bare).toEqual(['plans|started|city|q3']);
    expect(released).toEqual([]);
  });

  test('do not give away what was open between, where that is few', async () => {
    const rows = {
      'city 2023 open': 20,
      'city 2024 open': 30,
      ...flow('started', [10, 20, 20, 20]),
      ...flow('ended', [27, 10, 10, 13])
    };
    const { bare, released } = await tried([tableOf('plans', 'plans', [], rows)]);
    expect(bare).toEqual(['plans|open|city|at 2023-06-30']);
    expect(released).toEqual([]);
  });

  test('are not held to add up where those of another place do not', async () => {
    const rows = Object.entries({ ...STOCKS, ...STARTED, ...ENDED });
    const others = rows.map(([key, value]) => [key.replace('city', 'county'), value === 3 ? 30 : value]);
    const plans = tableOf('plans', 'plans', [], Object.fromEntries([...rows, ...others]));
    const { done, bare } = await tried([plans]);
    expect(done.complementary).toEqual([]);
    expect(bare).toEqual([]);
  });

  test('are tied over quarters only where each has what came and what went', () => {
    const rows = { ...STOCKS, ...STARTED, ...flow('ended', [16, 15]) };
    const found = relationsOf([tableOf('plans', 'plans', [], rows)], frame);
    expect(found).toEqual([]);
  });
});

describe('what is open at any point of a year', () => {
  test('is what was open before it and started in its quarters', async () => {
    const rows = {
      'city 2023 open': 100,
      'city 2024 anypoint': 143,
      ...flow('started', [10, 20, 10, 3])
    };
    const { bare, released } = await tried([tableOf('plans', 'plans', [], rows)]);
    expect(bare).toEqual(['plans|started|city|q4']);
    expect(released).toEqual([]);
  });

  test('is tied to that of the next year where no stock is given', () => {
    const rows = {
      ...rowsOf('city 2023', { anypoint: 90, ended: 30 }),
      ...rowsOf('city 2024', { anypoint: 63, started: 3 })
    };
    const found = relationsOf([tableOf('plans', 'plans', [], rows)], frame).map(told);
    expect(found.filter((each) => each.includes('|open|'))).toEqual([
      'plans|anypoint|city|2023 = plans|ended|city|2023 + plans|open|city|at 2023-03-31',
      'plans|anypoint|city|2024 = plans|open|city|at 2023-03-31 + plans|started|city|2024'
    ]);
  });
});
