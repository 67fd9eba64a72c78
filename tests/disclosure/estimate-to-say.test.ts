import { describe, expect, test } from 'vitest';
import { isKnown, known, missing, type Cell } from '#lib/domain/cell.ts';
import { candidates } from '#lib/disclosure/derived.ts';
import { withEstimatesToSay } from '#lib/disclosure/estimate-to-say.ts';
import { readDictionary } from '../../scripts/dictionary.ts';

const cubes = await readDictionary();
const SETTINGS = { threshold: 6, zerosShown: true };
const WITHHELD = missing('withheld');

const cubeOf = (id: string) => {
  const cube = cubes.get(id);
  if (!cube) throw new Error(`no cube ${id}`);
  return cube;
};
const row = (measure: string, topic: string, cell: Cell, of?: Cell, area = 'la857') => ({
  area,
  period: '2024',
  measure,
  members: [topic],
  cell,
  ...(of ? { of } : {})
});
const estimates = (...rows: ReturnType<typeof row>[]) => ({
  table: { dimensions: ['topic'] },
  cube: cubeOf('context'),
  observations: rows
});
const counts = (...rows: ReturnType<typeof row>[]) => ({
  table: { dimensions: ['indicator'] },
  cube: cubeOf('assurance'),
  observations: rows
});
const told = (estimate: ReturnType<typeof row>, ...beside: ReturnType<typeof row>[]) =>
  withEstimatesToSay([estimates(estimate), counts(...beside)], SETTINGS)[0]?.observations[0]?.cell;

describe('a percentage beside a withheld count of the same thing', () => {
  test('is withheld where it would give the count back', () => {
    expect(
      told(row('percent', 'tool-use', known(3.2)), row('families', 'tool-use', WITHHELD, known(94)))
    ).toEqual(WITHHELD);
  });
  test('has only so many decimals that the count stays open', () => {
    const denominator = known(600);
    const said = told(
      row('percent', 'tool-use', known(0.8)),
      row('families', 'tool-use', WITHHELD, denominator)
    );
    if (!said || !isKnown(said)) throw new Error('withheld');
    expect(said.value).toBe(1);
    expect(
      candidates({ kind: 'percentage', denominator: 600, decimals: 0, published: said.value }).length
    ).toBeGreaterThan(1);
  });
  test('is withheld where what it is a percentage of is withheld too', () => {
    expect(
      told(row('percent', 'tool-use', known(40)), row('families', 'tool-use', known(50), WITHHELD))
    ).toEqual(WITHHELD);
  });
  test('and so is a rate, of which nothing can be proved', () => {
    expect(
      told(row('rate', 'tool-use', known(12)), row('families', 'tool-use', WITHHELD, known(9000)))
    ).toEqual(WITHHELD);
  });
});

describe('an estimate', () => {
  test.each([
    ['beside a count that is shown', row('families', 'tool-use', known(30), known(94))],
    ['beside a withheld count of something else', row('families', 'chronology', WITHHELD, known(94))],
    ['beside a withheld count of another area', row('families', 'tool-use', WITHHELD, known(94), 'la855')]
  ])('%s is said with one decimal', (_, beside) => {
    expect(told(row('percent', 'tool-use', known(31.9149, ['r'])), beside)).toEqual(known(31.9, ['r']));
  });
  test('that is an average is said with one decimal, and a missing one stays missing for its reason', () => {
    expect(told(row('mean', 'tool-use', known(2.345)))).toEqual(known(2.3));
    expect(told(row('percent', 'tool-use', missing('late')))).toEqual(missing('late'));
  });
  test('changes no count', () => {
    const given = counts(row('families', 'tool-use', WITHHELD, known(94)));
    expect(withEstimatesToSay([given], SETTINGS)).toEqual([given]);
  });
});
