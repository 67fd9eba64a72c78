import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readBundle } from '#lib/sources/bundle-read.ts';
import { CUBES, rowsOf, valueOf } from './dfe-release-fixture.ts';

const FOLDER = new URL('../../data/published/', import.meta.url);
const names = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.(json|csv)$/.test(name)
);
const { bundle, problems } = readBundle(
  new Map(names.map((name) => [name, readFileSync(new URL(name, FOLDER))])),
  CUBES
);
if (bundle === undefined) throw new Error(problems.map(({ message }) => message).join('\n'));
const published = bundle;

const CATEGORIES = ['neglect', 'physical', 'sexual', 'emotional', 'multiple'];
const authorities = published.manifest.areas.filter(({ kind }) => kind === 'authority');
const at = (area: string, table: string, measure: string, members: readonly string[] = [], period = '2024') =>
  valueOf(published, table, { area, period, measure, members });

describe('the published figures', () => {
  test('are a bundle without an error, under 12 MB', () => {
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const bytes = names.reduce((sum, name) => sum + statSync(new URL(name, FOLDER)).size, 0);
    expect(bytes).toBeLessThan(12e6);
  });

  test('hold 158 authorities, eleven regions of which three are London, and England', () => {
    expect(authorities).toHaveLength(158);
    expect(authorities.filter(({ to }) => to === undefined)).toHaveLength(153);
    const regions = published.manifest.areas.filter(({ kind }) => kind === 'region');
    expect(regions).toHaveLength(11);
    expect(regions.filter(({ name }) => name.includes('London')).map(({ parent }) => parent)).toEqual([
      'E92000001',
      'E12000007',
      'E12000007'
    ]);
  });

  test('say their publisher, edition, licence and vintage', () => {
    expect(published.manifest.sources[0]).toMatchObject({
      publisher: 'Department for Education',
      title: 'Children in need',
      edition: 'Reporting year 2024',
      licence: 'Open Government Licence v3.0',
      vintage: '2024'
    });
    expect(published.manifest.sources).toHaveLength(4);
  });

  test.each([
    ['E92000001', 49900, 25350, 24570],
    ['la383', 674, 192, 185],
    ['la856', 430, 138, 133],
    ['la855', 429, 222, 235],
    ['la857', 26, 'withheld', 'withheld']
  ])(
    '%s: plans at 31 March 2024, and for neglect by initial and by latest category',
    (area, plans, initial, latest) => {
      expect(at(area, 'plans', 'open')).toBe(plans);
      expect(at(area, 'plans-by-category', 'open', ['neglect', 'all'])).toBe(initial);
      expect(at(area, 'plans-by-category', 'open', ['all', 'neglect'])).toBe(latest);
    }
  );

  test.each([
    ['E92000001', 83380, 506370],
    ['la383', 1599, 8986],
    ['la856', 408, 2317],
    ['la855', 389, 3705],
    ['la857', 40, 184]
  ])('%s: episodes with neglect recorded at assessment, of all with a factor', (area, neglect, all) => {
    expect(at(area, 'assessment-factors', 'episodes', ['f16a'])).toBe(neglect);
    expect(at(area, 'assessment-factors', 'episodes', ['all'])).toBe(all);
  });

  test('England is not the sum of its authorities', () => {
    const sum = authorities
      .map(({ id }) => at(id, 'plans-by-category', 'open', ['all', 'neglect']))
      .reduce<number>((total, value) => total + (typeof value === 'number' ? value : 0), 0);
    expect(sum).toBe(23811);
    expect(at('E92000001', 'plans-by-category', 'open', ['all', 'neglect'])).toBe(24570);
  });

  test('one total published twice is kept twice', () => {
    const both = (area: string) => [
      at(area, 'plans', 'open', [], '2013'),
      at(area, 'plans-by-category', 'open', ['all', 'all'], '2013')
    ];
    expect(both('E92000001')).toEqual([43190, 43140]);
    expect(both('la938')).toEqual([424, 379]);
  });

  test.each([
    ['plans-by-category', []],
    ['plan-starts-by-category', ['la384 2016', 'la384 2016']]
  ])(
    'categories of %s add up to the total wherever none is withheld, save where they are published otherwise: %j',
    (table, otherwise) => {
      const rows = new Map<string, Map<string, number | undefined>>();
      for (const { area, period, members, cell } of rowsOf(published, table)) {
        const row = rows.get(`${area} ${period}`) ?? new Map<string, number | undefined>();
        rows.set(
          `${area} ${period}`,
          row.set(members.join(), cell.kind === 'known' ? cell.value : undefined)
        );
      }
      const whole = [...rows].flatMap(([key, row]) =>
        ['initial', 'latest'].flatMap((which) => {
          const parts = CATEGORIES.map((id) => row.get(which === 'initial' ? `${id},all` : `all,${id}`));
          const known = parts.filter((part) => part !== undefined);
          if (!key.startsWith('la') || known.length < parts.length) return [];
          return [{ key, sum: known.reduce((sum, part) => sum + part, 0), total: row.get('all,all') }];
        })
      );
      expect(whole.length).toBeGreaterThan(2000);
      expect(whole.filter(({ sum, total }) => sum !== total).map(({ key }) => key)).toEqual(otherwise);
    }
  );

  test.each([
    ['la850', 'plans', 'open', [], '2024', 'unreliable'],
    ['la876', 'plans-by-category', 'open', ['all', 'neglect'], '2024', 'unreliable'],
    ['la884', 'assessment-factors', 'episodes', ['f16a'], '2024', 'unreliable'],
    ['la204', 'plans', 'open', [], '2021', 'notAvailable'],
    ['la204', 'plans', 'open', [], '2022', 'notAvailable']
  ])('%s has no figure in %s, and says why', (area, table, measure, members, period, reason) => {
    expect(at(area, table, measure, members, period)).toBe(reason);
  });

  test('totals that use an earlier return of Hackney say so', () => {
    const note = published.manifest.notes.find(({ id }) => id.startsWith('substitution-la204'));
    expect(note).toMatchObject({ areas: ['E13000001', 'E12000007', 'E92000001'], periods: ['2021', '2022'] });
  });

  test.each([
    ['la942', ['la909']],
    ['la943', ['la909']],
    ['la940', ['la928']],
    ['la839', ['la837', 'la836', 'la835']],
    ['la838', ['la835']]
  ])('%s took over from %s, and their figures do not meet', (id, predecessors) => {
    const area = authorities.find((known) => known.id === id);
    expect(area?.predecessors).toEqual(predecessors);
    for (const former of authorities.filter((known) => predecessors.includes(known.id)))
      expect(former.to).toBe((area?.from ?? 0) - 1);
  });

  test('every address is one area’s own', () => {
    const slugs = published.manifest.areas.map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(slugs.length);
    expect(authorities.filter(({ name }) => name === 'Dorset').map(({ id, slug }) => [id, slug])).toEqual([
      ['la835', 'dorset-to-2019'],
      ['la838', 'dorset']
    ]);
  });

  test('every present authority has ten neighbours', () => {
    const ranks = new Map<string, number[]>();
    for (const { area, rank } of published.registers.neighbours ?? [])
      ranks.set(area, [...(ranks.get(area) ?? []), rank]);
    const present = authorities.filter(({ to }) => to === undefined).map(({ id }) => id);
    expect([...ranks.keys()].toSorted()).toEqual(present.toSorted());
    for (const own of ranks.values()) expect(own).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });
});
