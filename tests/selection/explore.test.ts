import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { href, readPlace } from '#lib/selection/address.ts';
import { choiceOfKeys, keysOfChoice, togglePicks, type ExploreChoice } from '#lib/selection/explore.ts';
import { ownExploreHref } from '#lib/selection/own-place.ts';
import { privateHref, readPrivate } from '#lib/selection/private-state.ts';

const id = fc.stringMatching(/^[a-z][a-z0-9_]{0,12}$/);
const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}$/);
const period = fc.stringMatching(/^[A-Za-z0-9]{1,10}$/);
const many = <T>(each: fc.Arbitrary<T>) => fc.array(each, { minLength: 1, maxLength: 4 });
const picked = fc.oneof(
  fc.record({ aspect: fc.constant('area'), value: slug }),
  fc.record({ aspect: fc.constant('period'), value: period }),
  fc.record({ aspect: id, value: id })
);
const choices: fc.Arbitrary<ExploreChoice> = fc.record(
  {
    count: id,
    measure: id,
    by: many(id),
    table: slug,
    areas: many(slug),
    periods: many(period),
    per: fc.constant('10000'),
    only: many(picked)
  },
  { requiredKeys: [] }
);
const SQL = fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' });

const partsOf = (address: string) => new URL(address, 'https://example.org');
const BOTH = [
  { routing: 'path', base: '' },
  { routing: 'path', base: '/lens' },
  { routing: 'hash', base: '' }
] as const;

describe.each(BOTH)('an address of Explore ($routing $base)', (addressing) => {
  test('reads back as what was chosen, its query of SQL with it', () => {
    fc.assert(
      fc.property(choices, SQL, (choice, sql) => {
        const address = privateHref({ page: 'explore', ...keysOfChoice(choice) }, { sql }, addressing);
        const { place, problems } = readPlace(partsOf(address), addressing);
        expect(problems).toEqual([]);
        expect(place?.page).toBe('explore');
        expect(choiceOfKeys(place?.page === 'explore' ? place : {})).toEqual(choice);
        expect(readPrivate(partsOf(address), addressing).state.sql).toBe(sql);
      })
    );
  });

  test('among loaded figures says nothing before the fragment', () => {
    fc.assert(
      fc.property(choices, SQL, (choice, sql) => {
        const address = ownExploreHref({ keys: keysOfChoice(choice), sql }, addressing);
        const { state, problems } = readPrivate(partsOf(address), addressing);
        expect(problems).toEqual([]);
        expect(state.view).toBe('explore');
        expect(choiceOfKeys(state.explore ?? {})).toEqual(choice);
        expect(state.sql).toBe(sql);
        const { pathname, search } = partsOf(address);
        expect(search).toBe('');
        expect(pathname).toBe(addressing.routing === 'hash' ? '/' : `${addressing.base}/own/`);
      })
    );
  });
});

test('what is no choice is reported, and the rest stands', () => {
  const { place, problems } = readPlace(partsOf('/explore/?count=plans&by=;drop&areas=Leeds.<b>'));
  expect(place).toEqual({ page: 'explore', count: 'plans' });
  expect(problems.map(({ key }) => key)).toEqual(['by', 'areas']);
});

test('rates are for every 10,000 children and no other number', () => {
  expect(readPlace(partsOf('/explore/?count=plans&per=10000')).place).toEqual({
    page: 'explore',
    count: 'plans',
    per: '10000'
  });
  const { place, problems } = readPlace(partsOf('/explore/?per=1000'));
  expect(place).toEqual({ page: 'explore' });
  expect(problems.map(({ key }) => key)).toEqual(['per']);
});

test('a pick is taken back by picking it again, and replaces another of its aspect', () => {
  const leeds = { aspect: 'area', value: 'leeds' };
  const rutland = { aspect: 'area', value: 'rutland' };
  const year = { aspect: 'period', value: '2024' };
  expect(togglePicks({}, [leeds])).toEqual({ only: [leeds] });
  expect(togglePicks({ only: [leeds, year] }, [rutland])).toEqual({ only: [year, rutland] });
  expect(togglePicks({ only: [leeds] }, [leeds])).toEqual({});
});

test('the address of Explore by itself is short', () => {
  expect(href({ page: 'explore' })).toBe('/explore/');
  expect(href({ page: 'explore', ...keysOfChoice({ count: 'plans', by: ['age', 'sex'] }) })).toBe(
    '/explore/?count=plans&by=age.sex'
  );
});
