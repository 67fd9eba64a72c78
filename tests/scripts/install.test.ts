import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { missingPackages } from '../../scripts/setup/install.mjs';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'install-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const wanted = {
  '': { version: '1.0.0' },
  'node_modules/alpha': { version: '1.0.0' },
  'node_modules/beta': { version: '2.0.0' },
  'node_modules/for-another-system': { version: '1.0.0', optional: true }
};

function write(present: Record<string, { version: string }> | undefined, folders: string[]) {
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: wanted }));
  for (const folder of folders) {
    mkdirSync(join(root, 'node_modules', folder), { recursive: true });
    writeFileSync(join(root, 'node_modules', folder, 'package.json'), '{}');
  }
  if (present !== undefined)
    writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: present }));
}

const whole = { 'node_modules/alpha': { version: '1.0.0' }, 'node_modules/beta': { version: '2.0.0' } };

test('a fresh clone misses everything but what is optional', () => {
  write(undefined, []);
  expect(missingPackages(root)).toEqual(['alpha', 'beta']);
});

test('a whole installation misses nothing', () => {
  write(whole, ['alpha', 'beta']);
  expect(missingPackages(root)).toEqual([]);
});

test('a package of another version is missing', () => {
  write({ ...whole, 'node_modules/beta': { version: '1.9.0' } }, ['alpha', 'beta']);
  expect(missingPackages(root)).toEqual(['beta']);
});

test('a package whose folder was deleted is missing', () => {
  write(whole, ['alpha']);
  expect(missingPackages(root)).toEqual(['beta']);
});

test('an installation that was interrupted is missing, for it wrote no list', () => {
  write(undefined, ['alpha', 'beta']);
  expect(missingPackages(root)).toEqual(['alpha', 'beta']);
});
