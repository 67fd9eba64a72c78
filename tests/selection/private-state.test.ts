import { describe, expect, test } from 'vitest';
import { readPlace } from '#lib/selection/address.ts';
import type { Addressing } from '#lib/selection/addressing.ts';
import { privateHref, readPrivate, type PrivateState } from '#lib/selection/private-state.ts';

const place = { page: 'view', area: 'leeds', view: 'overview', period: '2020' } as const;
const state: PrivateState = {
  bundle: 'llr-board',
  area: 'Thorpe & Vale #2',
  pins: ['plans=neglect', 'a?b'],
  sql: 'select * from plans where area = 1 -- #'
};
const modes: [string, Addressing][] = [
  ['paths', { routing: 'path', base: '' }],
  ['hash routing', { routing: 'hash', base: '' }]
];

describe.each(modes)('with %s', (_name, addressing) => {
  const link = privateHref(place, state, addressing);

  test('private state reads back from the fragment, and the place is not disturbed', () => {
    const url = new URL(link, 'https://example.org/');
    expect(readPrivate(url, addressing)).toEqual({ state, problems: [] });
    expect(readPlace(url, addressing)).toEqual({ place, problems: [] });
  });

  test('nothing private is sent to a server', () => {
    const { pathname, search } = new URL(link, 'https://example.org/');
    expect(pathname + search).not.toMatch(/llr|thorpe|pin|select/i);
  });
});

test('an anchor on the page is not state', () => {
  expect(readPrivate(new URL('https://example.org/area/leeds/#note-1'), modes[0]![1])).toEqual({
    state: {},
    problems: []
  });
});

test('unknown keys of a fragment are reported', () => {
  const { problems } = readPrivate(new URL('https://example.org/#bundle=a&colour=red'), modes[0]![1]);
  expect(problems.map(({ key }) => key)).toEqual(['colour']);
});
