import { describe, expect, test } from 'vitest';
import { asksForOther, fullLink, href, readPlace, readShown, writeShown } from '#lib/selection/address.ts';
import type { Addressing } from '#lib/selection/addressing.ts';
import { indicatorPlace, type Place } from '#lib/selection/place.ts';
import { privateHref, readPrivate } from '#lib/selection/private-state.ts';

const PATH: Addressing = { routing: 'path', base: '' };
const BASED: Addressing = { routing: 'path', base: '/lens' };
const HASH: Addressing = { routing: 'hash', base: '' };
const open = (link: string) => new URL(link, 'https://example.org/lens/index.html');
const shown = { area: 'england', period: '2024', compare: 'england', vintage: '2024' } as const;

const places: readonly Place[] = [
  indicatorPlace('some-thing'),
  indicatorPlace('some-thing', { area: 'leeds' }),
  indicatorPlace('some-thing', { area: 'leeds', period: '2020', compare: 'region', vintage: '2024' }),
  { page: 'indicators' },
  { page: 'indicators', group: 'front-door', feed: 'audit', mark: 'all', figures: 'no' }
];

describe.each([
  ['paths', PATH],
  ['paths under a base', BASED],
  ['hash routing', HASH]
])('with %s', (_name, addressing) => {
  test.each(places)('a link to %o leads back to it', (place) => {
    expect(readPlace(open(href(place, addressing)), addressing)).toEqual({ place, problems: [] });
  });

  test('a copied link of an indicator names the area that is shown, whatever code led there', () => {
    const link = fullLink(
      indicatorPlace('some-thing', { area: '855' }),
      { ...shown, area: 'leicestershire', compare: 'neighbours' },
      'https://example.org/lens/x/',
      addressing
    );
    expect(link).toContain('?area=leicestershire&period=2024&compare=neighbours&vintage=2024');
    expect(readPlace(new URL(link), addressing).problems).toEqual([]);
  });

  test('words typed into the search are kept from the path and the query', () => {
    const link = open(
      privateHref({ page: 'indicators', group: 'plans' }, { find: 'drift & delay' }, addressing)
    );
    expect(link.search).not.toContain('drift');
    expect(readPlace(link, addressing)).toEqual({
      place: { page: 'indicators', group: 'plans' },
      problems: []
    });
    expect(readPrivate(link, addressing).state).toEqual({ find: 'drift & delay' });
  });
});

test('the whole country is the default and is left out of the address', () => {
  expect(href(indicatorPlace('SOME-THING'), PATH)).toBe('/indicator/some-thing/');
  expect(href(indicatorPlace('some-thing', { area: 'leeds' }), PATH)).toBe(
    '/indicator/some-thing/?area=leeds'
  );
  expect(readPlace(open('/indicator/Some-Thing/?area=Leeds'), PATH).place).toEqual(
    indicatorPlace('some-thing', { area: 'leeds' })
  );
});

test('each kind of page has its own settings, and says which it does not have', () => {
  const keys = (path: string) => readPlace(open(path), PATH).problems.map(({ key }) => key);
  expect(keys('/area/leeds/?area=rutland')).toEqual(['area']);
  expect(keys('/indicator/some-thing/?area=%3Cb%3E&group=plans')).toEqual(['area', 'group']);
  expect(keys('/indicators/?group=nonsense&mark=red&figures=maybe&period=2020')).toEqual([
    'group',
    'mark',
    'figures',
    'period'
  ]);
  expect(keys('/indicators/?group=constructor&feed=toString')).toEqual(['group', 'feed']);
});

test.each(['/indicator/', '/indicator/a/b/', '/indicators/plans/', '/indicator/a%20b/'])(
  '%s is no page',
  (path) => {
    expect(readPlace(open(path), PATH).place).toBeUndefined();
  }
);

test('a link asks for another state where it names another area than the page shows', () => {
  expect(asksForOther(indicatorPlace('some-thing'), shown)).toBe(false);
  expect(asksForOther(indicatorPlace('some-thing', { area: 'leeds' }), shown)).toBe(true);
  expect(asksForOther(indicatorPlace('some-thing', { period: '2020' }), shown)).toBe(true);
  expect(readShown(writeShown(shown))).toEqual(shown);
});
