import { describe, expect, test } from 'vitest';
import { relationsOf } from '#lib/disclosure/relations.ts';
import { told } from './small-tables.ts';
import { frame, rowsOf, tableOf, tried } from './tried-tables.ts';

const SEX_2023 = rowsOf('city 2023 open', { female: 50, male: 50, notknown: 0 });
const SEX_2024 = rowsOf('city 2024 open', { female: 60, male: 31, notknown: 0 });

const DETAIL = {
  gp: 10,
  healthvisitor: 20,
  schoolnurse: 3,
  dentist: 0,
  adultmental: 0,
  otherprimary: 0,
  emergency: 0,
  otherhealth: 0
};

describe('totals that no table shows and whose parts are given', () => {
  test('of what is open do not give away what started', async () => {
    const { bare, released } = await tried([
      tableOf('sexes', 'plans', ['sex'], { ...SEX_2023, ...SEX_2024 }),
      tableOf('flows', 'plans', [], rowsOf('city 2024', { started: 3, ended: 12 }))
    ]);
    expect(bare).toEqual(['flows|started|city|2024']);
    expect(released).toEqual([]);
  });

  test('of what started do not give away a part of it', async () => {
    const { bare, released } = await tried([
      tableOf('plans', 'plans', [], { 'city 2023 open': 100, 'city 2024 open': 91, 'city 2024 ended': 52 }),
      tableOf('sexes', 'plans', ['sex'], rowsOf('city 2024 started', { female: 30, male: 10, notknown: 3 }))
    ]);
    expect(bare).toEqual(['sexes|started|city|2024|sex=notknown']);
    expect(released).toEqual([]);
  });

  test('of the authorities of a partnership do not give away what started in it', async () => {
    const rows = {
      'city 2023 open': 60,
      'county 2023 open': 30,
      'rutland 2023 open': 10,
      'llr 2024 open': 91,
      'llr 2024 started': 3,
      'llr 2024 ended': 12
    };
    const { bare, released } = await tried([tableOf('plans', 'plans', [], rows)]);
    expect(bare).toEqual(['plans|started|llr|2024']);
    expect(released).toEqual([]);
  });

  test('of a source in all outcomes do not give away a source in detail', async () => {
    const outcomes = {
      'health nfa': 13,
      'health inneed': 20,
      'health notinneed': 0,
      'health open': 0,
      'health notknown': 0
    };
    const { bare, released } = await tried([
      tableOf('outcomes', 'referrals', ['source', 'outcome'], rowsOf('city 2024 referrals', outcomes)),
      tableOf('detail', 'referrals', ['subsource'], rowsOf('city 2024 referrals', DETAIL))
    ]);
    expect(bare).toEqual(['detail|referrals|city|2024|subsource=schoolnurse']);
    expect(released).toEqual([]);
  });

  test('of a source that only accepted contacts are told of do not give a source in detail away', async () => {
    const { bare, released } = await tried([
      tableOf('contacts', 'contacts', ['source', 'outcome'], { 'city 2024 contacts health referral': 33 }),
      tableOf('detail', 'referrals', ['subsource'], rowsOf('city 2024 referrals', DETAIL))
    ]);
    expect(bare).toEqual(['detail|referrals|city|2024|subsource=schoolnurse']);
    expect(released).toEqual([]);
  });

  test('of accepted contacts and of referrals do not give a part of either away', async () => {
    const accepted = { 'referral yes': 20, 'referral no': 77, 'referral notknown': 3, 'referral merged': 0 };
    const { bare, released } = await tried([
      tableOf('contacts', 'contacts', ['outcome', 'neglect'], rowsOf('city 2024 contacts', accepted)),
      tableOf(
        'referrals',
        'referrals',
        ['rereferral'],
        rowsOf('city 2024 referrals', { yes: 20, no: 80, notknown: 0 })
      )
    ]);
    expect(bare).toEqual(['contacts|contacts|city|2024|outcome=referral|neglect=notknown']);
    expect(released).toEqual([]);
  });

  test('are not held to add up where those of another place do not', async () => {
    const rows = Object.entries({ ...SEX_2023, ...SEX_2024 });
    const flows = Object.entries(rowsOf('city 2024', { started: 3, ended: 12 }));
    const with2 = (list: readonly (readonly [string, number])[], by: number) =>
      Object.fromEntries(
        list.flatMap(([key, value]) => [
          [key, value],
          [key.replace('city', 'county'), value + by]
        ])
      );
    const { done, bare } = await tried([
      tableOf('sexes', 'plans', ['sex'], with2(rows, 0)),
      tableOf('flows', 'plans', [], { ...with2(flows, 0), 'county 2024 started': 30, 'county 2024 ended': 9 })
    ]);
    expect(done.complementary).toEqual([]);
    expect(bare).toEqual([]);
  });

  test('of two tiers in one table are two', () => {
    const started = rowsOf('city 2024 started', {
      'cpplan female': 10,
      'cpplan male': 9,
      'cpplan notknown': 0,
      'inneed female': 40,
      'inneed male': 50,
      'inneed notknown': 0
    });
    const found = relationsOf(
      [
        tableOf('work', 'work', ['tier', 'sex'], started),
        tableOf('known', 'known', ['tier'], {
          ...rowsOf('city 2023 open', { cpplan: 20, inneed: 80 }),
          ...rowsOf('city 2024 open', { cpplan: 21, inneed: 70 })
        }),
        tableOf('ended', 'work', ['tier'], rowsOf('city 2024 ended', { cpplan: 18, inneed: 100 }))
      ],
      frame
    ).map(told);
    for (const tier of ['cpplan', 'inneed'])
      expect(found).toContain(
        `work|started|city|2024|tier=${tier} = ${['female', 'male', 'notknown'].map((sex) => `work|started|city|2024|tier=${tier}|sex=${sex}`).join(' + ')}`
      );
  });
});
