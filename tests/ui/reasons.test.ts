import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { askedInWords } from '#lib/ui/asked.ts';
import AddressProblems from '#lib/ui/AddressProblems.svelte';
import { clip } from '#lib/ui/clip.ts';
import { plainReason } from '#lib/ui/reasons.ts';

test('what an address brought is said back in forty letters at most', () => {
  expect(clip('2019')).toBe('2019');
  expect(clip('9'.repeat(5000))).toHaveLength(40);
  const problems = [{ key: 'k'.repeat(5000), value: '9'.repeat(5000), message: 'no' }];
  expect(render(AddressProblems, { props: { problems } }).body.length).toBeLessThan(400);
});

test('only what can be a reporting year is said as a date', () => {
  const place = { page: 'view', area: 'leeds', view: 'overview' } as const;
  expect(askedInWords({ ...place, period: '2020' })).toContain('31 March 2020');
  for (const period of ['9999', '0000', 'mid2020'])
    expect(askedInWords({ ...place, period })).not.toContain('March');
});

test.each([
  'Failed to fetch dynamically imported module: http://127.0.0.1:4173/_app/immutable/chunks/x.js',
  'error loading dynamically imported module: http://127.0.0.1:4173/a.js',
  'Importing a module script failed.',
  'Failed to fetch',
  'NetworkError when attempting to fetch resource.',
  'the file http://127.0.0.1:4173/a.js could not be fetched (503)'
])('“%s” becomes plain words without an address', (message) => {
  expect(plainReason(message)).toBe('a part of this site could not be fetched; the connection may be down');
});

test('a reason in plain words stays as it is, without its full stop or an address', () => {
  expect(plainReason('this browser does not allow WebAssembly.')).toBe(
    'this browser does not allow WebAssembly'
  );
  expect(plainReason('it broke: http://127.0.0.1/x.js:3:4')).toBe('it broke');
  expect(plainReason('')).toBe('something went wrong while it was being made');
});
