/** The bundles of nations are figures as a partnership would have them: a reader protects them, and sees each nation work. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { run } from '../../scripts/protect.ts';
import { pageOf, sharedBundle, sharedFacts, wordsOf } from '../published.ts';

const SHOWN = [
  { id: 'wales', area: 'glanwern', says: '92 children were on the register for neglect' },
  { id: 'scotland', area: 'strathmirk', says: 'on the register for neglect' },
  { id: 'northern-ireland', area: 'lough', says: '171 children were on the register for neglect' },
  { id: 'england-switch', area: 'alderhay', says: '“Family Help” has taken the place of “Early help”' }
] as const;

describe.each(SHOWN)('the bundle $id', ({ id, area, says }) => {
  const given = `tests/bundles/${id}`;
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lens-nation-'));
    vi.spyOn(console, 'log').mockImplementation(() => undefined);
    vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await rm(folder, { recursive: true, force: true });
  });

  test('does not say that it is protected, is protected without fault, and opens as it is meant to', async () => {
    expect((await sharedBundle(given)).manifest.protected).toBe('no');
    const out = join(folder, id);
    const asked = [given, '--out', out, '--no-official', '--date', '2026-11-23'];
    expect(await run(asked, new AbortController().signal)).toBe(0);
    const words = wordsOf(await pageOf(await sharedFacts(out), area));
    expect(words).toContain(says);
  }, 60_000);
});
