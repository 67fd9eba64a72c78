import { describe, expect, test } from 'vitest';
import {
  asksForOther,
  fullLink,
  href,
  readPlace,
  readShown,
  writeShown,
  type Shown
} from '#lib/selection/address.ts';
import type { Addressing } from '#lib/selection/addressing.ts';
import { COMPARES, PAGES, VIEWS, type Place } from '#lib/selection/place.ts';

const PATH: Addressing = { routing: 'path', base: '' };
const BASED: Addressing = { routing: 'path', base: '/lens' };
const HASH: Addressing = { routing: 'hash', base: '' };
const shown: Shown = { period: '2024', compare: 'neighbours', vintage: '2024' };

const places: Place[] = [
  ...PAGES.map((page) => ({ page })),
  ...VIEWS.map((view) => ({ page: 'view' as const, area: 'city-of-london', view })),
  ...COMPARES.map((compare) => ({
    page: 'view' as const,
    area: 'leeds',
    view: 'prevalence' as const,
    period: '2020',
    compare,
    vintage: '2024'
  }))
];

const open = (link: string) => new URL(link, 'https://example.org/lens/index.html');

describe.each([
  ['paths', PATH],
  ['paths under a base', BASED],
  ['hash routing', HASH]
])('with %s', (_name, addressing) => {
  test.each(places)('a link to %o leads back to it', (place) => {
    expect(readPlace(open(href(place, addressing)), addressing)).toEqual({ place, problems: [] });
  });

  test('a copied link writes every key, and reads back as the same state', () => {
    const place = { page: 'view', area: 'leeds', view: 'overview' } as const;
    const link = fullLink(place, shown, 'https://example.org/lens/x/?period=2013#note-1', addressing);
    expect(link).toContain('period=2024&compare=neighbours&vintage=2024');
    expect(link).not.toContain('2013');
    expect(readPlace(new URL(link), addressing).place).toEqual({ ...place, ...shown });
  });
});

test('browsing leaves defaults out of the address', () => {
  expect(href({ page: 'view', area: 'leeds', view: 'overview' }, PATH)).toBe('/area/leeds/');
  expect(href({ page: 'view', area: 'leeds', view: 'prevalence', period: '2020' }, BASED)).toBe(
    '/lens/area/leeds/prevalence/?period=2020'
  );
  expect(href({ page: 'home' }, HASH)).toBe('#/');
});

test('unknown keys and values are reported, and the rest of the address stands', () => {
  const reading = readPlace(open('/area/leeds/?period=2020&compare=mars&colour=red&vintage=%3Cb%3E'), PATH);
  expect(reading.place).toEqual({ page: 'view', area: 'leeds', view: 'overview', period: '2020' });
  expect(reading.problems.map(({ key, value }) => [key, value])).toEqual([
    ['compare', 'mars'],
    ['colour', 'red'],
    ['vintage', '<b>']
  ]);
});

test.each([
  '/area/',
  '/area/leeds/nonsense/',
  '/nonsense/',
  '/area/leeds/prevalence/more/',
  '/home/',
  '/data/nonsense/',
  '/data/protect/more/',
  '/protect/',
  '/methods/data/',
  '/indicators/more/'
])('%s is no page', (path) => {
  expect(readPlace(open(path), PATH).place).toBeUndefined();
});

test('a place asks for another state only where a key differs from what is shown', () => {
  const place = { page: 'view', area: 'leeds', view: 'overview' } as const;
  expect(asksForOther(place, shown)).toBe(false);
  expect(asksForOther({ ...place, ...shown }, shown)).toBe(false);
  expect(asksForOther({ ...place, vintage: '2023' }, shown)).toBe(true);
  expect(asksForOther({ ...place, compare: 'england' }, shown)).toBe(true);
});

test('what a prerendered page says it shows reads back', () => {
  expect(readShown(writeShown(shown))).toEqual(shown);
  expect(readShown('period=2024')).toBeUndefined();
});

test('capital letters in a path are read as small ones', () => {
  expect(readPlace(open('/area/Leeds/Prevalence/?period=2020'), PATH)).toEqual({
    place: { page: 'view', area: 'leeds', view: 'prevalence', period: '2020' },
    problems: []
  });
});
