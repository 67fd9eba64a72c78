import { describe, expect, test } from 'vitest';
import type { Area } from '#lib/domain/area.ts';
import { groupAreas } from '#lib/ui/area-groups.ts';
import { areaChoices, findAreas } from '#lib/ui/area-search.ts';

const area = (id: string, name: string, more: Partial<Area> = {}): Area => ({
  id,
  slug: name.toLowerCase().replace(/[^a-z]+/g, '-'),
  kind: 'authority',
  name,
  codes: [{ scheme: 'dfe', code: id.slice(2) }],
  ...more
});

const areas: Area[] = [
  area('E92000001', 'England', { kind: 'country', codes: [] }),
  area('E12000004', 'East Midlands', { kind: 'region', codes: [], parent: 'E92000001' }),
  area('E12000002', 'North West', { kind: 'region', codes: [], parent: 'E92000001' }),
  area('la856', 'Leicester', { parent: 'E12000004' }),
  area('la855', 'Leicestershire', { parent: 'E12000004' }),
  area('la909', 'Cumbria', { parent: 'E12000002', to: 2023 }),
  area('la942', 'Cumberland', { parent: 'E12000002', from: 2024, predecessors: ['la909'] }),
  area('la801', 'Bristol, City of')
];
const choices = areaChoices(areas);
const find = (typed: string) => findAreas(choices, typed).map(({ name }) => name);

describe('finding an area by typing', () => {
  test('names that begin as typed come first', () => {
    expect(find('leic')).toEqual(['Leicester', 'Leicestershire']);
    expect(find('city bris')).toEqual(['Bristol, City of']);
  });
  test('the name of a former area finds it and what took over', () => {
    expect(find('cumbria')).toEqual(['Cumbria', 'Cumberland']);
    expect(find('cumb')).toEqual(['Cumberland', 'Cumbria']);
  });
  test('a common short form finds the county it stands for', () => {
    expect(find('leics')).toEqual(['Leicestershire']);
    const herts = areaChoices([area('la919', 'Hertfordshire'), area('la884', 'Herefordshire')]);
    expect(findAreas(herts, 'Herts').map(({ name }) => name)).toEqual(['Hertfordshire']);
  });
  test('a code or a region finds areas', () => {
    expect(find('855')).toEqual(['Leicestershire']);
    expect(find('east midlands')).toEqual(['East Midlands', 'Leicester', 'Leicestershire']);
  });
  test('accents, capitals and marks do not matter, and nothing matches nonsense', () => {
    expect(find('BRÍSTOL,')).toEqual(['Bristol, City of']);
    expect(find('zzz')).toEqual([]);
    expect(find(' ')).toHaveLength(areas.length);
  });
  test('a former area says until when it was', () => {
    expect(choices.find(({ name }) => name === 'Cumbria')?.detail).toBe('North West, until 2023');
  });
});

test('the list of areas has every area once, under its region, with successors', () => {
  const groups = groupAreas(areas);
  expect(groups.map(({ heading }) => heading)).toEqual([
    'Whole country',
    'East Midlands',
    'North West',
    'Other areas'
  ]);
  expect(groups.flatMap((group) => group.areas)).toHaveLength(areas.length - 2);
  const cumbria = groups[2]?.areas.find(({ name }) => name === 'Cumbria');
  expect(cumbria).toMatchObject({ years: 'until 2023', successors: [{ name: 'Cumberland' }] });
});
