import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { PRESETS } from '#lib/disclosure/settings.ts';
import { OfficialCheck } from '#lib/domain/disclosure.ts';
import { z } from '#lib/domain/zod.ts';
import type { Bundle } from '#lib/sources/bundle.ts';
import { releasesOf } from '#lib/sources/bundle-release.ts';
import { readCsv } from '#lib/sources/csv.ts';
import { writeBundle } from '#lib/sources/bundle-write.ts';
import { writeBundleFolder } from '../../scripts/bundle-folder.ts';
import { run } from '../../scripts/check.ts';
import { readDictionary } from '../../scripts/dictionary.ts';
import { attacksWith } from '../disclosure/made-attacks.ts';
import { madeBundle } from '../disclosure/made-bundle.ts';
import { bundleOf } from '../disclosure/small-bundle.ts';
import { plansBy, tablesOf, without } from '../disclosure/small-tables.ts';

const cubes = await readDictionary();
const make = tablesOf(cubes);
const may = { settings: PRESETS.dfe, release: '2026-05-31-public' };
const june = { settings: PRESETS.dfe, release: '2026-06-30-public' };
const sexes = (values: Readonly<Record<string, number | undefined>>) => plansBy(make, 'sex', values);
const hiddenGirls = sexes({ all: 40, male: 20, female: undefined, notknown: undefined });
const hiddenBoys = sexes({ all: 40, male: undefined, female: 16, notknown: undefined });

const Told = z.looseObject({
  ok: z.boolean(),
  disclosure: z.array(
    z.looseObject({
      safe: z.boolean(),
      withheld: z.number(),
      leaks: z
        .array(
          z.looseObject({
            kind: z.string(),
            cell: z.looseObject({ id: z.string() }),
            relations: z.array(z.looseObject({ why: z.string() })),
            withhold: z.array(z.looseObject({ id: z.string() })).optional()
          })
        )
        .optional()
    })
  )
});

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lens-check-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(() => vi.restoreAllMocks());

async function written(name: string, bundle: Bundle): Promise<string> {
  const path = join(folder, name);
  await writeBundleFolder(path, writeBundle(bundle));
  return path;
}

async function ask(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((text) => void out.push(String(text)));
  vi.spyOn(console, 'error').mockImplementation((text) => void err.push(String(text)));
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
  const code = await run(args, new AbortController().signal);
  vi.restoreAllMocks();
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('lens check', () => {
  test.each(attacksWith(make).map((attack, at) => [attack.name, at, attack] as const))(
    'finds %s in a bundle on disk, and passes it once it is mended',
    async (_, at, attack) => {
      const earlier = await Promise.all(
        (attack.beside ?? []).map(({ release: _release, ...table }, place) =>
          written(`earlier-${at}-${place}`, bundleOf([table], may))
        )
      );
      const leaky = await written(`leaky-${at}`, bundleOf(attack.tables, june));
      const { code, out } = await ask(leaky, ...earlier, '--no-official', '--json');
      expect(code).toBe(1);
      const told = Told.parse(JSON.parse(out));
      const leaks = told.disclosure[0]?.leaks ?? [];
      expect(told.ok).toBe(false);
      expect(leaks.map(({ kind }) => kind)).toEqual(attack.leaks.map(([kind]) => kind));
      expect(leaks[0]?.relations.map(({ why }) => why).join()).toContain(attack.why);
      const repair = new Set(leaks.flatMap(({ withhold = [] }) => withhold.map(({ id }) => id)));
      const tables = without(attack.tables, repair);
      const mended = await written(`mended-${at}`, bundleOf(tables, june));
      expect((await ask(mended, ...earlier, '--no-official')).code).toBe(0);
    },
    20_000
  );

  test('says in words which figure, what gives it away and what would mend it, and never its value', async () => {
    const path = await written(
      'words',
      bundleOf([sexes({ all: 40, male: 20, female: undefined, notknown: 7 })], june)
    );
    const { code, out } = await ask(path, '--no-official');
    expect(code).toBe(1);
    expect(out).toContain('1 figure that must be hidden is shown, or can be worked out');
    expect(out).toMatch(/1\. .*girls.* city.* It is withheld, but anybody can work it out exactly\./i);
    expect(out).toContain('Withhold one more figure');
    expect(out).not.toMatch(/\b13\b/);
  });

  test('of many leaks gives first how many there are of each kind, then the plainest, the same each time', async () => {
    const made = madeBundle(cubes, { years: [2024], authorities: 1 });
    const tables = made.tables.filter(({ table }) => table.id === 'plans-neglect');
    const some = {
      ...made.manifest,
      protected: 'yes' as const,
      tables: tables.map(({ table }) => table)
    };
    const path = await written('many', { ...made, manifest: some, tables });
    const { code, out } = await ask(path, '--no-official');
    expect(code).toBe(1);
    const lines = out.split('\n');
    const at = (words: string | RegExp) => lines.findIndex((line) => line.search(words) >= 0);
    const kinds = [...out.matchAll(/^ {2}(.*(?:shown|exactly|nearly|worked out)): ([\d,]+)$/gm)];
    const all = Number(/([\d,]+) figures that must be hidden/.exec(out)?.[1]?.replaceAll(',', ''));
    expect(kinds.reduce((sum, [, , count = '']) => sum + Number(count.replaceAll(',', '')), 0)).toBe(all);
    expect(all).toBeGreaterThan(20);
    expect(at(/^ {2}small counts that are shown: /)).toBeLessThan(at(/^The plainest 20:$/));
    expect(at(/^The plainest 20:$/)).toBeLessThan(at(/^1\. /));
    expect(at(/^20\. /)).toBeGreaterThan(0);
    expect(at(/^21\. /)).toBe(-1);
    expect(lines.at(-1)).toContain('more: --leaks');
    const [one, other] = [
      await ask(path, '--no-official', '--json', '--leaks', '3'),
      await ask(path, '--no-official', '--json', '--leaks', '3')
    ];
    expect(other.out).toBe(one.out);
  }, 60_000);

  test('takes earlier bundles in any order, and finds what only they and it give away together', async () => {
    const first = await written('first', bundleOf([hiddenGirls], may));
    const second = await written('second', bundleOf([hiddenBoys], june));
    const third = await written('third', bundleOf([hiddenGirls], { ...may, release: '2026-07-31-public' }));
    expect((await ask(second, '--no-official')).code).toBe(0);
    const [one, other] = [
      await ask(second, first, third, '--no-official', '--json'),
      await ask(second, third, first, '--no-official', '--json')
    ];
    expect([one.code, other.code]).toEqual([1, 1]);
    const leaksOf = (out: string) =>
      Told.parse(JSON.parse(out)).disclosure[0]?.leaks?.map(({ cell }) => cell.id);
    expect(leaksOf(one.out)).toEqual(leaksOf(other.out));
  });

  test('names the releases a bundle keeps, and official figures only where they are of its areas', async () => {
    const kept = await written('keeps', {
      ...bundleOf([hiddenGirls], june),
      releases: releasesOf(bundleOf([hiddenGirls], may))
    });
    const elsewhere = await written('elsewhere', {
      ...bundleOf([{ ...hiddenGirls, observations: [] }]),
      manifest: { ...bundleOf([hiddenGirls]).manifest, title: 'Figures of elsewhere' }
    });
    const own = await written('official-own', {
      ...bundleOf([hiddenGirls]),
      manifest: { ...bundleOf([hiddenGirls]).manifest, id: 'here', title: 'Figures of here' }
    });
    const { out } = await ask(kept, '--official', elsewhere);
    expect(out).toMatch(/- An earlier release: ‘.*\(2026-05-31-public\)’/);
    expect(out).toContain('- No official figures of these areas were given.');
    expect(out).not.toContain('Figures of elsewhere');
    expect((await ask(kept, '--official', own)).out).toContain('- Official figures: ‘Figures of here’');
  });

  test('checks the release for the other audience too', async () => {
    const open = await written('open', bundleOf([hiddenGirls], june));
    const closed = await written(
      'closed',
      bundleOf([sexes({ all: 40, male: 20, female: 17, notknown: 3 })], {
        audience: 'restricted',
        settings: PRESETS.dfe,
        release: '2026-06-30-restricted'
      })
    );
    const { code, out } = await ask(open, '--beside', closed, '--no-official', '--json');
    expect(code).toBe(1);
    expect(Told.parse(JSON.parse(out)).disclosure.map(({ safe }) => safe)).toEqual([true, false]);
  });

  test('finds no fault with a bundle that is not protected yet, and says how much would have to be hidden', async () => {
    const bundle = bundleOf([sexes({ all: 40, male: 20, female: 17, notknown: 3 })]);
    const raw = await written('raw', { ...bundle, manifest: { ...bundle.manifest, protected: 'no' } });
    const { code, out } = await ask(raw, '--no-official');
    expect(code).toBe(0);
    expect(out).toContain('nothing of it may be published');
    expect(out).toContain('Not protected yet: 1 figure would have to be hidden; protect it');
    const json = await ask(raw, '--no-official', '--json');
    expect(json.code).toBe(0);
    expect(JSON.parse(json.out)).toMatchObject({
      ok: true,
      disclosure: [{ safe: false, notProtectedYet: true, toHide: 1 }]
    });
    expect((await ask(raw, '--no-official', '--threshold', '2')).code).toBe(0);
  });

  test('writes every figure that is given away to a file, where one is named', async () => {
    const path = await written(
      'file',
      bundleOf([sexes({ all: 40, male: 20, female: 17, notknown: undefined })], june)
    );
    const [csv, json] = [join(folder, 'leaks.csv'), join(folder, 'leaks.json')];
    await ask(path, '--no-official', '--leaks', csv);
    await ask(path, '--no-official', '--leaks', json);
    const { header, rows } = readCsv(await readFile(csv, 'utf8'), 'leaks.csv');
    expect(
      rows.map(({ cells }) => [cells[header.indexOf('members')], cells[header.indexOf('lower')]])
    ).toEqual([['sex=notknown', '3']]);
    expect(JSON.parse(await readFile(json, 'utf8'))).toMatchObject([{ kind: 'worked out', byOthers: false }]);
  });

  test('tells of official statistics how many figures they give away, and names none', async () => {
    const bundle = bundleOf([sexes({ all: 40, male: 20, female: 17, notknown: undefined })]);
    const path = await written('official', {
      ...bundle,
      manifest: { ...bundle.manifest, publisher: 'Department for Education' }
    });
    const file = join(folder, 'official.csv');
    const words = await ask(path, '--no-official', '--leaks', file, '--tally', join(folder, 'tally.json'));
    const json = await ask(path, '--no-official', '--json');
    expect(words.out).toContain('Of 1 withheld figure, 1 can be worked out');
    for (const { code, out } of [words, json]) {
      expect(code).toBe(1);
      expect(out).not.toMatch(/notknown|not known/i);
    }
    expect(await readFile(file, 'utf8')).toContain('sex=notknown');
    const tally = await readFile(join(folder, 'tally.json'), 'utf8');
    expect(JSON.parse(tally)).toEqual({ vintage: 'made', withheld: 1, givenAway: 1, exact: 1, rule: 'dfe' });
    const inside = await ask(path, '--no-official', '--leaks', 'data/leaks.csv');
    expect(inside.code).toBe(2);
    expect(existsSync('data/leaks.csv')).toBe(false);
  });

  test('tells every problem of a bundle that cannot be read', async () => {
    const path = await written('broken', bundleOf([hiddenGirls], june));
    await writeFile(
      join(path, 'cubes/t.csv'),
      'area,period,measure,sex,value,status,flags\nnowhere,2024,open,all,1,,\ncity,2031,open,all,1,,\n'
    );
    const { code, err } = await ask(path, '--no-official');
    expect(code).toBe(1);
    expect(err).toContain('nowhere');
    expect(err).toContain('2031');
  });

  test('answers what it does not understand with how it is used, and ends with 2', async () => {
    for (const args of [
      [],
      ['--nonsense'],
      ['a', '--leaks', 'x.txt'],
      ['a', '--official', 'b', '--no-official']
    ]) {
      const { code, err } = await ask(...args);
      expect(code).toBe(2);
      expect(err).toContain('npm run lens -- check');
    }
    expect((await ask('--help')).code).toBe(0);
    expect((await ask(join(folder, 'nothing'))).code).toBe(1);
  });

  test('stops when it is told to', async () => {
    const path = await written('stopped', bundleOf([hiddenGirls], june));
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(await run([path, '--no-official'], AbortSignal.abort(new Error('stopped')))).toBe(130);
  });
});

test('the number of official figures that are given away is told by the rules in force', async () => {
  const told = OfficialCheck.parse(JSON.parse(await readFile('data/disclosure/published.json', 'utf8')));
  expect(told.rule).toBe(PRESETS.dfe.id);
  expect(told.exact).toBeLessThanOrEqual(told.givenAway);
  expect(told.givenAway).toBeLessThan(told.withheld);
  expect(Object.keys(told).sort()).toEqual(['exact', 'givenAway', 'rule', 'vintage', 'withheld']);
});
