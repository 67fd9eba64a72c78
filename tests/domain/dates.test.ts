import { afterEach, expect, test, vi } from 'vitest';
import { isoDate } from '#lib/domain/dates.ts';

afterEach(() => vi.unstubAllEnvs());

test.each([
  ['Europe/London', '2026-07-04T23:30:00Z', '2026-07-05'],
  ['Europe/London', '2026-01-04T23:30:00Z', '2026-01-04'],
  ['America/New_York', '2026-01-05T03:00:00Z', '2026-01-04']
])('in %s the day of %s is %s', (zone, moment, day) => {
  vi.stubEnv('TZ', zone);
  expect(isoDate(new Date(moment))).toBe(day);
});
