import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprint, forgetStamp, isFresh, writeStamp } from '../../scripts/setup/stamp.mjs';

let folder = '';
let made = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stamp-'));
  made = join(folder, 'made');
  mkdirSync(made);
  writeFileSync(join(folder, 'input.txt'), 'one');
  writeFileSync(join(made, 'page.html'), '<p>one</p>');
});
afterEach(() => {
  forgetStamp(made);
  rmSync(folder, { recursive: true, force: true });
});

const print = (choices: unknown = '') =>
  fingerprint([join(folder, 'input.txt'), join(folder, 'later.txt')], choices);

test('a product is fresh after it was stamped', () => {
  writeStamp(made, print());
  expect(isFresh(made, print())).toBe(true);
});

test('a product that was never stamped is not fresh', () => {
  expect(isFresh(made, print())).toBe(false);
});

test('touching an input without changing it keeps the product fresh', () => {
  writeStamp(made, print());
  utimesSync(join(folder, 'input.txt'), 1, 1);
  expect(isFresh(made, print())).toBe(true);
});

test('a changed input, a new input and another choice each make it stale', () => {
  writeStamp(made, print());
  expect(isFresh(made, print('other areas'))).toBe(false);
  writeFileSync(join(folder, 'later.txt'), '');
  expect(isFresh(made, print())).toBe(false);
  rmSync(join(folder, 'later.txt'));
  expect(isFresh(made, print())).toBe(true);
  writeFileSync(join(folder, 'input.txt'), 'two');
  expect(isFresh(made, print())).toBe(false);
});

test('a product that has lost a file, or part of one, is not fresh', () => {
  writeStamp(made, print());
  writeFileSync(join(made, 'page.html'), '<p>');
  expect(isFresh(made, print())).toBe(false);
  rmSync(join(made, 'page.html'));
  expect(isFresh(made, print())).toBe(false);
});

test('a product whose making was interrupted is not fresh', () => {
  writeStamp(made, print());
  forgetStamp(made);
  expect(isFresh(made, print())).toBe(false);
});
