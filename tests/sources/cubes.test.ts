import { describe, expect, test } from 'vitest';
import type { Cube, Dimension } from '#lib/domain/cube.ts';
import { ProblemsError, type Problem } from '#lib/domain/problem.ts';
import { areDisjoint, parseCubes } from '#lib/sources/cubes.ts';
import { tableColumns } from '#lib/sources/bundle.ts';
import { readDictionary } from '../../scripts/dictionary.ts';

const cubes = await readDictionary();

function cubeOf(id: string): Cube {
  const cube = cubes.get(id);
  if (!cube) throw new Error(`no cube ${id}`);
  return cube;
}

function dimensionOf(cube: string, id: string): Dimension {
  const dimension = cubeOf(cube).dimensions.find((candidate) => candidate.id === id);
  if (!dimension) throw new Error(`no dimension ${id} in ${cube}`);
  return dimension;
}

const markOf = (cube: string, dimension: string, member: string) =>
  dimensionOf(cube, dimension).members.find((candidate) => candidate.id === member)?.mark;

function problemsOf(files: Record<string, unknown>): readonly Problem[] {
  try {
    parseCubes(files);
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems;
    throw error;
  }
  return [];
}

const TINY = {
  id: 'tiny',
  name: 'Tiny',
  about: 'A cube for tests.',
  value: 'count',
  outOf: false,
  measures: [{ id: 'open', name: 'Open', kind: 'stock', unit: { one: 'child', many: 'children' } }],
  dimensions: [],
  supply: [{ by: 'hand', cadence: 'once', effort: 'usual', recipe: 'Count them.' }]
};
const member = (id: string, more: object = {}) => ({ id, name: id, ...more });
const dimension = (relation: string, members: object[]) => ({ id: 'age', name: 'Age', relation, members });

describe('the dictionary', () => {
  test('every standard cube is in it', () => {
    expect([...cubes.keys()].sort()).toEqual([
      'assessments',
      'assurance',
      'contacts',
      'context',
      'enquiries',
      'grades',
      'history',
      'known',
      'movements',
      'plans',
      'population',
      'primary_need',
      'referrals',
      'tool_scores',
      'work'
    ]);
  });
  test.each([
    ['population', ['children'], []],
    ['known', ['open'], ['tier', 'neglect', 'age']],
    [
      'work',
      ['started', 'started_children', 'ended', 'ended_children', 'anypoint', 'anypoint_children'],
      ['tier']
    ],
    [
      'plans',
      ['open', 'started', 'started_children', 'ended', 'ended_children', 'anypoint', 'anypoint_children'],
      ['category_initial', 'category_latest', 'neglect', 'earlier_plan', 'duration']
    ],
    ['referrals', ['referrals', 'children'], ['outcome', 'rereferral', 'source', 'subsource']],
    ['assessments', ['completed', 'episodes'], ['factor', 'cofactor']],
    ['enquiries', ['section47', 'section47_children', 'conferences', 'conference_children'], []],
    ['primary_need', ['open'], ['need']]
  ])('%s counts and breaks down what the published tables need', (id, measures, dimensions) => {
    expect(cubeOf(id).measures.map((measure) => measure.id)).toEqual(expect.arrayContaining(measures));
    expect(cubeOf(id).dimensions.map((item) => item.id)).toEqual(expect.arrayContaining(dimensions));
  });
  test.each([
    ['plans', 'category_initial', 'neglect physical sexual emotional multiple'],
    ['plans', 'category_latest', 'neglect physical sexual emotional multiple'],
    ['plans', 'duration', 'upto3m m3to6 m6to12 y1to2 y2plus'],
    ['plans', 'earlier_plan', 'yes no'],
    ['plans', 'neglect', 'yes no notknown'],
    ['plans', 'age', 'unborn under1 1to4 5to9 10to15 16plus 7to15'],
    ['known', 'tier', 'universal targeted familyhelp inneed cinplan cpplan preproceedings care'],
    ['referrals', 'outcome', 'nfa notinneed'],
    [
      'referrals',
      'source',
      'individual schools education health housing council police legal other anonymous unknown'
    ],
    ['referrals', 'subsource', 'dentist adultmental substance probation'],
    ['assessments', 'factor', 'f1a f6c f7a f8 f9a f16a f18a f18b f19c f20 f22a f23a f24a'],
    ['primary_need', 'need', 'n1 n2 n3 n4 n5 n6 n7 n8 n9 n0'],
    ['history', 'earlier_episodes', 'none one two threeplus notknown']
  ])('%s by %s has the members files use', (cube, id, members) => {
    expect(dimensionOf(cube, id).members.map((item) => item.id)).toEqual(
      expect.arrayContaining(members.split(' '))
    );
  });
  test('only what counts neglect alone is marked neglect; what holds more is marked includes', () => {
    expect(markOf('assessments', 'factor', 'f16a')).toBe('neglect');
    expect(markOf('primary_need', 'need', 'n1')).toBe('includes');
    expect(markOf('plans', 'category_latest', 'neglect')).toBe('neglect');
    expect(markOf('plans', 'category_latest', 'multiple')).toBe('includes');
    expect(markOf('referrals', 'neglect', 'merged')).toBe('includes');
    expect(markOf('assessments', 'factor', 'f17a')).toBeUndefined();
  });
  test('every dimension of reasons has a member for not recorded', () => {
    for (const cube of cubes.values())
      for (const item of cube.dimensions)
        if (
          /^(neglect|factor|cofactor|need|source|subsource|outcome|form|lead|earlier_category)$/.test(item.id)
        )
          expect(item.unknown, `${cube.id} ${item.id}`).toBeDefined();
  });
  test('no dimension is named as a column every file has', () => {
    for (const cube of cubes.values()) {
      const columns = tableColumns(
        cube,
        cube.dimensions.map((item) => item.id)
      );
      expect(new Set(columns).size).toBe(columns.length);
    }
  });
  test('no member or measure is one a spreadsheet takes for a date or a number', () => {
    const risky = /^(\d+|\d+e\d+|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\d*|true|false)$/;
    for (const cube of cubes.values()) {
      const ids = [...cube.measures, ...cube.dimensions.flatMap((item) => item.members)].map(
        (item) => item.id
      );
      expect(ids.filter((id) => risky.test(id))).toEqual([]);
    }
  });
  test('only cubes of so many out of so many ask for the second number', () => {
    expect([...cubes.values()].filter((cube) => cube.outOf).map((cube) => cube.id)).toEqual(['assurance']);
  });
});

describe('adding members up', () => {
  const age = dimensionOf('plans', 'age');
  test('bands of one cut are disjoint', () => {
    expect(areDisjoint(age, '5to9', '10to15')).toBe(true);
    expect(areDisjoint(age, 'unborn', 'under1')).toBe(true);
    expect(areDisjoint(age, '10to15', '16plus')).toBe(true);
  });
  test('bands of two cuts that share an age are not', () => {
    expect(areDisjoint(age, '7to15', '5to9')).toBe(false);
    expect(areDisjoint(age, '7to15', '10to15')).toBe(false);
    expect(areDisjoint(age, '7to9', '5to9')).toBe(false);
    expect(areDisjoint(age, '18plus', '16plus')).toBe(false);
  });
  test('categories are disjoint, factors and tiers never', () => {
    expect(areDisjoint(dimensionOf('plans', 'category_latest'), 'neglect', 'multiple')).toBe(true);
    expect(areDisjoint(dimensionOf('assessments', 'factor'), 'f16a', 'f17a')).toBe(false);
    expect(areDisjoint(dimensionOf('known', 'tier'), 'cpplan', 'care')).toBe(false);
  });
  test('nothing is disjoint from itself or from the total', () => {
    expect(areDisjoint(age, '5to9', '5to9')).toBe(false);
    expect(areDisjoint(age, '5to9', 'all')).toBe(false);
  });
});

describe('parsing cubes', () => {
  test('text and parsed JSON are both taken', () => {
    expect(parseCubes({ 'tiny.json': TINY })).toEqual(
      parseCubes({ '/data/cubes/tiny.json': JSON.stringify(TINY) })
    );
  });
  test('everything wrong in every file is named with its place', () => {
    const problems = problemsOf({
      'a.json': '{"id": ',
      'tiny.json': { ...TINY, value: 'counts', extra: 1 },
      'other.json': TINY
    });
    expect(problems).toMatchObject([
      { file: 'a.json', rule: 'bad-json' },
      { file: 'other.json', column: 'id', message: expect.stringContaining('tiny') },
      {
        file: 'tiny.json',
        column: 'value',
        value: 'counts',
        remedy: expect.stringContaining('count, number')
      },
      { file: 'tiny.json', column: 'extra', rule: 'unknown-key' }
    ]);
  });
  test('ages that overlap in a partition are refused', () => {
    const overlapping = dimension('partition', [
      member('5to9', { from: 5, to: 9 }),
      member('7to15', { from: 7, to: 15 })
    ]);
    expect(problemsOf({ 'tiny.json': { ...TINY, dimensions: [overlapping] } })).toMatchObject([
      { column: 'dimensions[0]', message: expect.stringContaining('overlap') }
    ]);
  });
  test('a member whose ages reach beyond its parent is refused, and a circle of parents', () => {
    const beyond = dimension('nested', [
      member('5to9', { from: 5, to: 9 }),
      member('8to10', { from: 8, to: 10, parent: '5to9' })
    ]);
    expect(problemsOf({ 'tiny.json': { ...TINY, dimensions: [beyond] } })).toHaveLength(1);
    const circle = dimension('nested', [member('a1x', { parent: 'b1x' }), member('b1x', { parent: 'a1x' })]);
    expect(problemsOf({ 'tiny.json': { ...TINY, dimensions: [circle] } })).toHaveLength(2);
  });
});
