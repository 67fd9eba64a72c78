import { expect, test } from 'vitest';
import { Halt, meaningOf, sentence } from '../../scripts/setup/halt.mjs';

test.each([
  ['npm error code ENOTFOUND', /network could not be reached/],
  ['npm error code ENOSPC', /disk is full/],
  ['npm error code EACCES', /cannot be written to/],
  ['SELF_SIGNED_CERT_IN_CHAIN', /certificate/]
])('%s is said in plain words', (output, words) => {
  expect(meaningOf(output)).toMatch(words);
});

test('a cause nobody knows has no made-up meaning', () => {
  expect(meaningOf('the cube has no such dimension')).toBeUndefined();
});

test('a halt prints its sentence and no stack', () => {
  expect(sentence(new Halt('The disk is full.'))).toBe('The disk is full.');
});

test('a full disk met anywhere is a plain sentence', () => {
  const error = Object.assign(new Error('write'), { code: 'ENOSPC' });
  expect(sentence(error)).toMatch(/^The disk is full/);
});
