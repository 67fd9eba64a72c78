import { describe, expect, test } from 'vitest';
import { readCell } from '#lib/sources/dfe-symbols.ts';

describe('cells of DfE files', () => {
  test.each([
    ['c', 'c'],
    ['C', 'c'],
    ['[c]', 'c'],
    ['(C)', 'c'],
    ['x', 'x'],
    ['[X]', 'x'],
    ['..', 'x'],
    [':', 'x'],
    ['NA', 'x'],
    ['z', 'z'],
    ['[z]', 'z'],
    ['u', 'u'],
    ['U', 'u'],
    ['k', 'k'],
    ['low', 'low'],
    ['[Low]', 'low'],
    ['~', 'low'],
    [' c ', 'c']
  ])('“%s” is the status %s', (text, status) => {
    expect(readCell(text)).toEqual({ kind: 'status', status });
  });

  test('a symbol that merges missing with withheld is read as withheld', () => {
    expect(readCell('-')).toEqual({ kind: 'status', status: 'c' });
  });

  test.each([
    ['0', 0],
    ['49900', 49900],
    ['49,900', 49900],
    ['1,234,567', 1234567],
    ['12.0', 12]
  ])('“%s” is the number %d', (text, value) => {
    expect(readCell(text)).toEqual({ kind: 'number', value });
  });

  test.each(['', ' ', '?', '1.5', '-3', '4,99', 'cc', '12 c', '1e3'])('“%s” is unknown', (text) => {
    expect(readCell(text)).toEqual({ kind: 'unknown' });
  });
});
