import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ownHref, ownPlace } from '#lib/selection/own-place.ts';
import { COMPARES, type ViewPlace } from '#lib/selection/place.ts';
import { readPrivate } from '#lib/selection/private-state.ts';
import { RUNS } from '../runs.ts';

const word = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,4})?$/);
const place = fc
  .record(
    {
      area: word,
      period: fc.stringMatching(/^20\d\dQ[1-4]$/),
      compare: fc.constantFrom(...COMPARES),
      indicator: fc.option(word, { nil: undefined }),
      view: fc.constantFrom('overview' as const, 'prevalence' as const)
    },
    { requiredKeys: ['area', 'view'] }
  )
  .map(({ indicator, view, ...rest }): ViewPlace =>
    indicator === undefined
      ? { page: 'view', view, ...rest }
      : { page: 'view', view: 'indicator', indicator, ...rest }
  );

describe('the address of a view of loaded figures', () => {
  test.each(['path', 'hash'] as const)(
    '%s routing: all of it comes back, and no server sees any',
    (routing) => {
      fc.assert(
        fc.property(place, (wanted) => {
          const addressing = { routing, base: '/lens' };
          const url = new URL(ownHref(wanted, addressing), 'https://host.example/lens/own/');
          expect(url.pathname).toBe('/lens/own/');
          expect(url.search).toBe('');
          expect(ownPlace(readPrivate(url, addressing).state)).toEqual(wanted);
        }),
        RUNS
      );
    }
  );

  test('what is no area is no view, and what is not understood is left out', () => {
    expect(ownPlace({})).toBeUndefined();
    expect(ownPlace({ area: '<script>' })).toBeUndefined();
    expect(ownPlace({ area: 'tarland', view: 'nonsense', compare: 'mars', period: 'a b' })).toEqual({
      page: 'view',
      view: 'overview',
      area: 'tarland'
    });
  });
});
