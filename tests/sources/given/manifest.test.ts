import { describe, expect, test } from 'vitest';
import { BundleManifest } from '#lib/domain/bundle.ts';
import { ABOUT, figures, HEADER, load, said } from './own.ts';

const PLANS = `${HEADER}\nLeicester,2024Q3,open,all,12,,`;
const KNOWN = 'area,period,measure,tier,neglect,value,status,flags\nLeicester,2024Q3,open,CP plan,yes,9,,';

describe('the manifest of own files', () => {
  const { bundle } = load({
    'about.csv': `${ABOUT}\narea1,Leicester\narea2,856x\nboard,Our board`.replace('\narea2,856x', ''),
    'plans.csv': PLANS,
    'known.csv': KNOWN
  });
  const manifest = bundle?.manifest;

  test('obeys its schema, and says that nothing is protected', () => {
    expect(BundleManifest.safeParse(manifest).success).toBe(true);
    expect(manifest).toMatchObject({
      protected: 'no',
      protection: 'not protected yet',
      audience: 'restricted'
    });
  });

  test('has official areas by their own ids and codes, with what they lie in', () => {
    expect(manifest?.areas.map(({ id, slug, kind }) => [id, slug, kind])).toEqual([
      ['E92000001', 'england', 'country'],
      ['E12000004', 'east-midlands', 'region'],
      ['la856', 'leicester', 'authority']
    ]);
    expect(manifest?.areas[2]?.codes).toContainEqual({ scheme: 'dfe', code: '856' });
  });

  test('has the periods that are used, from their ids', () => {
    expect(manifest?.periods).toEqual([
      {
        id: '2024Q3',
        kind: 'quarter',
        start: '2023-10-01',
        end: '2023-12-31',
        label: 'October to December 2023',
        population: 'mid2023'
      }
    ]);
  });

  test('has the tiers that are used, and a table for each file', () => {
    expect(manifest?.tiers.map(({ id }) => id)).toEqual(['cpplan']);
    expect(manifest?.tables.map(({ id, file, cube, dimensions }) => [id, file, cube, dimensions])).toEqual([
      ['plans', 'cubes/plans.csv', 'plans', ['age']],
      ['known', 'cubes/known.csv', 'known', ['tier', 'neglect']]
    ]);
  });

  test('has the date they were supplied as the vintage of their source, and the words of the place', () => {
    expect(manifest?.sources).toMatchObject([{ edition: 'Supplied on 15 July 2024', vintage: '2024-07-15' }]);
    expect(manifest?.terms).toEqual({ board: 'Our board', assessment: 'assessment', tool: 'neglect tool' });
  });
});

test('a CSV alone is answered with the lines of the file that is missing, to copy; with them it loads', () => {
  const { errors } = load({ 'plans.csv': PLANS });
  expect(errors).toMatchObject([{ rule: 'about-missing', file: 'about.csv' }]);
  expect(errors[0]?.message).toContain('beside plans.csv');
  const remedy = errors[0]?.remedy ?? '';
  expect(remedy).toContain('/data/templates/');
  const about = remedy.slice(remedy.indexOf('key,value'));
  expect(load({ 'plans.csv': PLANS, 'about.csv': about }).errors).toEqual([]);
});

test('what every page needs and an about file leaves out is an error each, which says what to write where', () => {
  const { errors } = load({ 'plans.csv': PLANS, 'about.csv': 'key,value\ntitle,Ours' });
  expect(errors.map(({ file, column }) => [file, column])).toEqual(
    ['publisher', 'audience', 'supplied on'].map((key) => ['about.csv', key])
  );
  expect(errors[1]?.remedy).toBe(
    'In about.csv, write audience in the first column and, beside it, “public” or “restricted”.'
  );
});

test('what is missing does not hide what is wrong with the tables', () => {
  const { rules } = load({ 'plans.csv': `${HEADER}\nLeicester,2024,open,all,45%,,` });
  expect(rules).toEqual(['about-missing', 'percentage']);
});

test.each([
  ['audience,everybody', 'bad-about', 'audience'],
  ['supplied on,03/04/2024', 'bad-about', 'supplied on'],
  ['supplied on,soon', 'bad-about', 'supplied on']
])('“%s” is an error', (line, rule, column) => {
  const key = line.split(',')[0] ?? '';
  const about = ABOUT.replace(new RegExp(`^${key},.*$`, 'm'), line);
  expect(load({ 'about.csv': about, 'plans.csv': PLANS }).errors).toMatchObject([
    { rule, column, file: 'about.csv' }
  ]);
});

test('an area that nobody knows is an error; one of the reader’s own is said to be one', () => {
  const plans = PLANS.replace('Leicester', 'Riverbank');
  expect(load({ 'about.csv': ABOUT, 'plans.csv': plans }).rules).toEqual(['unknown-area']);
  expect(load({ 'about.csv': `${ABOUT}\narea1,Riverbank`, 'plans.csv': plans }).rules).toContain(
    'unknown-area'
  );
  const own = load({ 'about.csv': `${ABOUT}\narea1,Riverbank (authority)`, 'plans.csv': plans });
  expect(own.bundle?.manifest.areas).toEqual([
    { id: 'riverbank', slug: 'riverbank', kind: 'authority', name: 'Riverbank', codes: [] }
  ]);
});

test('without a list of official areas, those that About names are the reader’s own', () => {
  const { bundle } = load(
    { 'about.csv': `${ABOUT}\narea1,Riverbank`, 'plans.csv': PLANS.replace('Leicester', 'Riverbank') },
    []
  );
  expect(bundle?.manifest.areas.map(({ id }) => id)).toEqual(['riverbank']);
});

test('localities and agencies of About are members of their dimensions', () => {
  const loaded = load({
    'about.csv': `${ABOUT}\nlocality1,North (Leicester)\nagency1,Turning Point; from 2020-04-01`,
    'work.csv':
      'area,period,measure,lead,locality,value,status,flags\nLeicester,2024Q3,started,turning point,North,4,,'
  });
  expect(figures(loaded)).toEqual(['la856 2024Q3 started turning-point north 4']);
  expect(loaded.bundle?.manifest.agencies).toEqual([
    { id: 'turning-point', name: 'Turning Point', from: '2020-04-01' }
  ]);
  expect(loaded.bundle?.manifest.areas.at(-1)).toMatchObject({
    id: 'north',
    kind: 'locality',
    parent: 'la856'
  });
});

test('rounds have the date of their register, and registers their dates as a bundle writes them', () => {
  const audits =
    'area,period,measure,indicator,agency,round,tier,value,of\nLeicester,round3,audits,voice-heard,all,round3,all,7,20';
  const rounds = 'Round,Method,Frame,Size,Date\nround3,random,all plans,20,1 June 2024';
  const loaded = load({ 'about.csv': ABOUT, 'assurance.csv': audits, 'registers/rounds.csv': rounds });
  expect(loaded.errors).toEqual([]);
  expect(loaded.bundle?.registers.rounds).toMatchObject([{ round: 'round3', date: '2024-06-01' }]);
  expect(loaded.bundle?.manifest.periods).toMatchObject([
    { id: 'round3', kind: 'round', start: '2024-06-01' }
  ]);
  expect(said(loaded)).toContain('1 June 2024 → 2024-06-01');
  expect(load({ 'about.csv': ABOUT, 'assurance.csv': audits }).rules).toContain('round-without-date');
});

test('two files of one cube are two tables', () => {
  const { bundle } = load({ 'about.csv': ABOUT, 'a/plans.csv': PLANS, 'b/plans.csv': PLANS });
  expect(bundle?.manifest.tables.map(({ id }) => id)).toEqual(['plans', 'plans-2']);
});
