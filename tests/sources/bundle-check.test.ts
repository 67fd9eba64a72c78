import { describe, expect, test } from 'vitest';
import { isSafe } from '#lib/disclosure/audit-bundle.ts';
import { PRESETS } from '#lib/disclosure/settings.ts';
import { checkReleases } from '#lib/sources/bundle-check.ts';
import { UnprotectedRelease } from '#lib/sources/bundle-release.ts';
import { readDictionary } from '../../scripts/dictionary.ts';
import { attacksWith } from '../disclosure/made-attacks.ts';
import { bundleOf } from '../disclosure/small-bundle.ts';
import { plansBy, tablesOf, without } from '../disclosure/small-tables.ts';

const make = tablesOf(await readDictionary());
const settings = PRESETS.dfe;
const sexes = (values: Readonly<Record<string, number | undefined>>) => plansBy(make, 'sex', values);

const hiddenGirls = sexes({ all: 40, male: 20, female: undefined, notknown: undefined });
const hiddenBoys = sexes({ all: 40, male: undefined, female: 16, notknown: undefined });
const may = { settings, release: '2026-05-31-public' };
const june = { settings, release: '2026-06-30-public' };
const restricted = { settings, release: '2026-06-30-restricted', audience: 'restricted' } as const;

describe('a bundle', () => {
  test.each(attacksWith(make))(
    'is not safe where $name gives somebody away, and is once mended',
    async (attack) => {
      const earlier = (attack.beside ?? []).map(({ release: _, ...table }) => bundleOf([table], may));
      const found = await checkReleases({ bundle: bundleOf(attack.tables, june), earlier, repair: true });
      expect(isSafe(found)).toBe(false);
      expect(found.leaks.length).toBe(attack.leaks.length);
      expect(found.leaks.every(({ relations }) => relations.length > 0)).toBe(true);
      const repair = found.leaks.flatMap(({ withhold = [] }) => withhold.map(({ id }) => id));
      const mended = bundleOf(without(attack.tables, repair), june);
      expect((await checkReleases({ bundle: mended, earlier })).leaks).toEqual([]);
    }
  );

  test('is checked by the rules it says it was made by, else by the Department’s, unless others are asked for', async () => {
    const seven = sexes({ all: 40, male: 20, female: 13, notknown: 7 });
    const strict = { ...settings, threshold: 8 };
    expect((await checkReleases({ bundle: bundleOf([seven]) })).leaks).toEqual([]);
    expect((await checkReleases({ bundle: bundleOf([seven], { settings: strict }) })).leaks).toHaveLength(1);
    expect((await checkReleases({ bundle: bundleOf([seven], june), settings: strict })).leaks).toHaveLength(
      1
    );
  });
});

describe('releases', () => {
  test('that are safe alone leak together, in whichever order they are given', async () => {
    const [first, second] = [bundleOf([hiddenGirls], may), bundleOf([hiddenBoys], june)];
    const later = bundleOf([hiddenGirls], { settings, release: '2026-09-30-public' });
    expect((await checkReleases({ bundle: first })).leaks).toEqual([]);
    expect((await checkReleases({ bundle: second })).leaks).toEqual([]);
    const found = await checkReleases({ bundle: second, earlier: [first], repair: true });
    expect(found.leaks.map(({ cell }) => cell.id)).toContain('t|open|city|2024|sex=notknown');
    expect(found.leaks[0]?.withhold?.map(({ id }) => id)).toEqual(['t|open|city|2024|sex=female']);
    const ids = async (earlier: readonly (typeof first)[]) =>
      (await checkReleases({ bundle: second, earlier })).leaks.map(({ cell }) => cell.id);
    expect(await ids([first, later])).toEqual(await ids([later, first]));
  });

  test('that a bundle keeps count as earlier ones', async () => {
    const first = bundleOf([hiddenGirls], may);
    const { releases: _, ...kept } = first;
    const second = {
      ...bundleOf([hiddenBoys], june),
      releases: [{ id: '2026-05-31-public', hash: 'a'.repeat(64), bundle: kept }]
    };
    expect((await checkReleases({ bundle: second })).leaks.length).toBeGreaterThan(0);
  });

  test('that are not protected are no releases', async () => {
    const first = bundleOf([hiddenGirls], may);
    const raw = { ...first, manifest: { ...first.manifest, protected: 'no' as const } };
    await expect(checkReleases({ bundle: bundleOf([hiddenBoys], june), earlier: [raw] })).rejects.toThrow(
      UnprotectedRelease
    );
    expect((await checkReleases({ bundle: raw })).leaks).toEqual([]);
  });
});

describe('two audiences', () => {
  const open = bundleOf([hiddenGirls], june);
  const closed = bundleOf([hiddenBoys], restricted);

  test('whose releases are safe alone may leak together, found from either', async () => {
    expect((await checkReleases({ bundle: open })).leaks).toEqual([]);
    expect((await checkReleases({ bundle: closed })).leaks).toEqual([]);
    for (const [bundle, other] of [
      [open, closed],
      [closed, open]
    ] as const) {
      const found = await checkReleases({ bundle, otherAudience: [other] });
      expect(found.leaks.map(({ cell }) => cell.id)).toContain('t|open|city|2024|sex=notknown');
    }
  });

  test('keep no secret of theirs that one of them is shown', async () => {
    const all = bundleOf([sexes({ all: 40, male: 20, female: 13, notknown: 7 })], restricted);
    expect((await checkReleases({ bundle: open, otherAudience: [all] })).leaks).toEqual([]);
    expect((await checkReleases({ bundle: all, otherAudience: [open] })).leaks).toEqual([]);
  });

  test('are held to the rules of the one that asks for less', async () => {
    const wide = { ...settings, minimumWidth: 4 };
    const strict = bundleOf([sexes({ all: 40, male: 20, female: undefined, notknown: undefined })], {
      ...june,
      settings: wide
    });
    const narrow = bundleOf(
      [sexes({ all: 40, male: undefined, female: undefined, notknown: undefined })],
      restricted
    );
    expect((await checkReleases({ bundle: strict, otherAudience: [narrow] })).leaks).toEqual([]);
    expect(
      (await checkReleases({ bundle: strict, settings: { ...wide, minimumWidth: 30 } })).leaks
    ).toHaveLength(2);
  });
});

test('what others publish counts, and what they give away themselves is told apart', async () => {
  const { releases: _, ...official } = bundleOf([{ ...hiddenBoys }], { title: 'Official' });
  const theirs = { ...official, manifest: { ...official.manifest, id: 'official' } };
  const found = await checkReleases({ bundle: bundleOf([hiddenGirls], june), official: [theirs] });
  expect(found.leaks.length).toBeGreaterThan(0);
  const telling = bundleOf([sexes({ all: 40, male: 20, female: 16, notknown: undefined })], {
    title: 'Official'
  });
  const told = await checkReleases({
    bundle: bundleOf(
      [sexes({ all: undefined, male: undefined, female: undefined, notknown: undefined })],
      june
    ),
    official: [{ ...telling, manifest: { ...telling.manifest, id: 'official' } }]
  });
  expect(told.leaks).toEqual([]);
  expect(told.givenAway.length).toBeGreaterThan(0);
});
