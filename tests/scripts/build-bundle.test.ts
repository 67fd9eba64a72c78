import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PRESETS } from '#lib/disclosure/settings.ts';
import { z } from '#lib/domain/zod.ts';
import { run as encode } from '../../scripts/encode.ts';
import { readDictionary } from '../../scripts/dictionary.ts';
import { run as figure } from '../../scripts/figure.ts';
import { readWholeBundle } from '../../scripts/read-published.ts';
import { refuseLeaks } from '../../scripts/refuse-leaks.ts';
import { staticFolder } from '../../scripts/setup/data.mjs';
import { environmentOf, readChoices, USUAL } from '../../scripts/setup/site.mjs';
import { bundleOf } from '../disclosure/small-bundle.ts';
import { tablesOf } from '../disclosure/small-tables.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lens-bundle-'));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

const England = { slug: 'england', kind: 'country', name: 'England' };
const made = async (manifest: object) => {
  await writeFile(
    join(folder, 'bundle.json'),
    JSON.stringify({
      protected: 'yes',
      audience: 'public',
      areas: [England, { slug: 'northmoor', kind: 'authority', name: 'Northmoor' }],
      ...manifest
    })
  );
  return (restricted = false, areas = 'all') =>
    readChoices({ bundle: folder, areas, out: join(folder, 'site') }, false, restricted);
};

describe('a site of another bundle', () => {
  test('is built of one that is protected and public', async () => {
    const choose = await made({});
    expect(choose()).toMatchObject({ bundle: folder, restricted: false });
    expect(choose(false, 'northmoor').areas).toBe('northmoor');
  });
  test('is refused of figures that are not protected, whoever it is for', async () => {
    const choose = await made({ protected: 'no' });
    expect(choose).toThrow(
      /is not protected .* could identify a child\. Protect it first: npm run lens -- protect /
    );
    expect(() => choose(true)).toThrow(/is not protected/);
  });
  test('is refused of a restricted one unless that is asked for', async () => {
    const choose = await made({ audience: 'restricted' });
    expect(() => choose()).toThrow(
      /restricted audience: whoever can open the site would see it.*--restricted/
    );
    expect(choose(true)).toMatchObject({ restricted: true });
  });
  test('is refused with a country under another address than England’s', async () => {
    const choose = await made({ areas: [{ slug: 'wales', name: 'Wales', kind: 'country' }] });
    expect(() => choose()).toThrow(/the one whose slug is "england"/);
  });
  test('is refused of another nation, beside whose figures those of England would stand', async () => {
    const areas = [{ slug: 'strathmirk', name: 'Strathmirk', kind: 'authority' }];
    const choose = await made({ nation: 'scotland', areas });
    expect(() => choose()).toThrow(/another nation \(“nation”: "scotland"\).*“Your own figures” \(\/own\/\)/);
    expect(await made({ nation: 'england', areas })).not.toThrow();
  });
  test('stands beside the published figures where it has no country', async () => {
    const choose = await made({ areas: [{ slug: 'tarland', name: 'Tarland', kind: 'authority' }] });
    expect(choose(false, 'tarland,leeds')).toMatchObject({ areas: 'tarland,leeds' });
    expect(() => choose(false, 'leds')).toThrow(/did you mean leeds/);
  });
  test('has the areas of that bundle, and no others', async () => {
    const choose = await made({});
    expect(() => choose(false, 'leeds')).toThrow(
      /no area of this bundle has the slug "leeds".*lists all 2\./
    );
  });
  test('is refused in a sentence where there is no bundle, or none that can be read', async () => {
    expect(() => readChoices({ bundle: folder }, false)).toThrow(/holds no bundle\.json/);
    await writeFile(join(folder, 'bundle.json'), '{');
    expect(() => readChoices({ bundle: folder }, false)).toThrow(/is not JSON/);
  });
});

describe('what a site is built from', () => {
  test('is the project’s own static folder for the published figures, and one apart for any other', () => {
    expect(environmentOf(USUAL).LENS_STATIC).toBe('static');
    const other = staticFolder(folder);
    expect(other).toMatch(/^\.cache\/assets\/[0-9a-f]{12}$/);
    expect(staticFolder(join(folder, 'x'))).not.toBe(other);
  });
});

describe('figures that are not protected', () => {
  const raw = async () => {
    await cp('tests/fixtures/bundles/small', join(folder, 'raw'), { recursive: true });
    const file = join(folder, 'raw', 'bundle.json');
    const text = await readFile(file, 'utf8');
    expect(text).toContain('"protected": "yes"');
    await writeFile(file, text.replace('"protected": "yes"', '"protected": "no"'));
    return join(folder, 'raw');
  };
  test('are neither encoded nor told, and it is said why', { timeout: 60_000 }, async () => {
    const said: string[] = [];
    vi.spyOn(console, 'error').mockImplementation((text: string) => void said.push(text));
    vi.spyOn(console, 'log').mockImplementation((text: string) => void said.push(text));
    const bundle = await raw();
    expect(await encode(['--bundle', bundle, '--to', join(folder, 'out')])).toBe(1);
    expect(await figure(['CPP-NEG', '--area', 'northmoor', '--period', '2024', '--bundle', bundle])).toBe(1);
    expect(said.join('\n').match(/is not protected/g)).toHaveLength(2);
  });
});

describe('a bundle that says it is protected and gives somebody away', () => {
  const leaking = async (publisher = 'Northmoor Safeguarding Partnership') => {
    const from = 'tests/fixtures/bundles/small';
    await cp(from, join(folder, 'leaking'), { recursive: true });
    const file = join(folder, 'leaking', 'bundle.json');
    const manifest = z
      .looseObject({ areas: z.array(z.unknown()) })
      .parse(JSON.parse(await readFile(file, 'utf8')));
    const areas = [
      ...manifest.areas,
      { id: 'E92000001', slug: 'england', kind: 'country', name: 'England', codes: [] }
    ];
    await writeFile(file, JSON.stringify({ ...manifest, audience: 'public', publisher, areas }));
    return join(folder, 'leaking');
  };
  test('is not encoded, and the command that tells more is named', { timeout: 120_000 }, async () => {
    const told: string[] = [];
    vi.spyOn(console, 'error').mockImplementation((text: string) => void told.push(text));
    const bundle = await leaking();
    expect(await encode(['--bundle', bundle, '--to', join(folder, 'out')])).toBe(1);
    expect(told.join('\n')).toMatch(/No site is built of .*must be hidden.*npm run lens -- check /);
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });
  test('passes where it is official statistics, or what is withheld cannot be worked out', async () => {
    const official = await readWholeBundle(await leaking('Department for Education'));
    await expect(refuseLeaks(official, 'theirs')).resolves.toBeUndefined();
    const record = { settings: PRESETS.dfe, release: '2026-06-30-public' };
    const make = tablesOf(await readDictionary());
    const sexes = (notknown: number | undefined) =>
      make(
        't',
        ['plans', 'open'],
        ['sex'],
        [
          { members: ['all'], value: 40 },
          { members: ['male'], value: 20 },
          { members: ['female'], value: undefined },
          { members: ['notknown'], value: notknown }
        ]
      );
    await expect(refuseLeaks(bundleOf([sexes(undefined)], record), 'ours')).resolves.toBeUndefined();
    await expect(refuseLeaks(bundleOf([sexes(7)], record), 'ours')).rejects.toThrow(
      'No site is built of ours: 1 figure that must be hidden is shown, or can be worked out from it. To see which, and what would mend it: npm run lens -- check ours'
    );
  });
});
