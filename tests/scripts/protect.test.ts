import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readBundle } from '#lib/sources/bundle-read.ts';
import { decodeText } from '#lib/sources/csv-decode.ts';
import { writeBundle } from '#lib/sources/bundle-write.ts';
import { writeZip } from '#lib/sources/bundle-zip.ts';
import { readBundleFolder, writeBundleFolder } from '../../scripts/bundle-folder.ts';
import { run } from '../../scripts/protect.ts';
import { progressOn } from '../../scripts/said-progress.ts';
import { cubes } from '../fixtures/bundles/small-bundle.ts';
import { plansBySex, rawBundle, shownIn } from '../sources/raw-bundle.ts';

const counts = { all: 40, male: 4, female: 27, notknown: 9 };

describe('lens protect', () => {
  let folder = '';
  let raw = '';
  let out = '';
  const said: string[] = [];
  const told: string[] = [];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lens-protect-'));
    raw = join(folder, 'raw');
    out = join(folder, 'out');
    said.length = 0;
    told.length = 0;
    vi.spyOn(console, 'log').mockImplementation((text: string) => void said.push(text));
    vi.spyOn(console, 'error').mockImplementation((text: string) => void told.push(text));
    vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
    await writeBundleFolder(raw, writeBundle(rawBundle([plansBySex(counts)])));
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await rm(folder, { recursive: true, force: true });
  });

  const still = () => new AbortController().signal;
  const protect = (...args: string[]) =>
    run([raw, '--out', out, '--no-official', '--date', '2026-05-01', ...args], still());
  const made = async (path = out) => {
    const { bundle, problems } = readBundle(await readBundleFolder(path), cubes);
    expect(problems).toEqual([]);
    if (!bundle) throw new Error('the release cannot be read');
    return bundle;
  };
  const printed = (): unknown => JSON.parse(said.join('\n'));

  test('writes a release that reads back, and prints its statement', async () => {
    expect(await protect()).toBe(0);
    const bundle = await made();
    expect(shownIn(bundle)).toEqual({ all: 40, male: 'c', female: 27, notknown: 'c' });
    expect(bundle.manifest.disclosure).toMatchObject({
      release: '2026-05-01-public',
      settings: { id: 'dfe' }
    });
    expect(said.join('\n')).toMatch(/Counts of 1 to 5 are withheld[\s\S]*Written to/);
  });

  test('prints the copy for sign-off, as the browser does, and writes none of its split into the release', async () => {
    expect(await protect()).toBe(0);
    expect(said.join('\n')).toMatch(
      /for sign-off[\s\S]*Do not publish this page with it[\s\S]*\(primary\): 1\n[\s\S]*\(complementary\): 1\n/
    );
    const written = [...(await readBundleFolder(out)).values()]
      .map((content) => decodeText(content, '').text)
      .join('\n');
    expect(written).toMatch(/"withheld": ?2/);
    expect(written).not.toMatch(/primary|complementary/i);
  });

  test('keeps the release given with --previous, from a folder or a zip', async () => {
    await protect();
    const zip = join(folder, 'first.zip');
    await writeFile(zip, writeZip(await readBundleFolder(out)));
    const second = join(folder, 'second');
    const revised = { ...counts, all: 42, female: 29 };
    await writeBundleFolder(raw, writeBundle(rawBundle([plansBySex(revised)])));
    expect(
      await run([raw, '--out', second, '--no-official', '--previous', zip, '--date', '2026-08-01'], still())
    ).toBe(0);
    const bundle = await made(second);
    expect(bundle.releases?.map(({ id }) => id)).toEqual(['2026-05-01-public']);
    expect(shownIn(bundle)).toMatchObject({ all: 'c', female: 'c' });
  });

  test('asks before it replaces another release, and says so where it was not held against that', async () => {
    await protect();
    await protect();
    expect(told).toEqual([]);
    const first = await readFile(join(out, 'cubes/plans-by-sex.csv'), 'utf8');
    await writeBundleFolder(raw, writeBundle(rawBundle([plansBySex({ ...counts, all: 80, female: 67 })])));
    expect(await protect()).toBe(1);
    expect(told.join('\n')).toMatch(/holds release 2026-05-01-public.*Nothing was written[\s\S]*--replace/);
    expect(await readFile(join(out, 'cubes/plans-by-sex.csv'), 'utf8')).toBe(first);
    told.length = 0;
    expect(await protect('--replace')).toBe(0);
    expect(told.join('\n')).toMatch(/release 2026-05-01-public was replaced/);
    expect(shownIn(await made())).toMatchObject({ all: 80 });
  });

  test('refuses a release given with --previous that was changed since', async () => {
    await protect();
    const second = join(folder, 'second');
    await run([raw, '--out', second, '--no-official', '--previous', out, '--date', '2026-08-01'], still());
    const kept = join(second, 'releases/2026-05-01-public/cubes/plans-by-sex.csv');
    await writeFile(kept, (await readFile(kept, 'utf8')).replace('40', '41'));
    told.length = 0;
    expect(
      await run([raw, '--out', join(folder, 'third'), '--no-official', '--previous', second], still())
    ).toBe(1);
    expect(told.join('\n')).toMatch(/the release is not as it was published/);
  });

  test('says which total must be let go where nothing is safe, and writes nothing', async () => {
    await writeBundleFolder(raw, writeBundle(rawBundle([plansBySex({ all: 4, male: 4, female: 0 })])));
    expect(await protect('--keep', 'plans-by-sex:open')).toBe(1);
    expect(told.join('\n')).toMatch(/Nothing can be published[\s\S]*Let this total be withheld[\s\S]*plan/);
    expect(await readdir(folder)).toEqual(['raw']);
  });

  test('keeps totals only, and says so of a table that has none', async () => {
    await writeBundleFolder(raw, writeBundle(rawBundle([plansBySex({ male: 14, female: 27 })])));
    expect(await protect('--keep', 'plans-by-sex')).toBe(2);
    expect(told.join('\n')).toMatch(/table “plans-by-sex” has no totals to keep/);
  });

  test('writes nothing where it is stopped, and says so', async () => {
    const control = new AbortController();
    control.abort(new Error('stopped'));
    expect(await run([raw, '--out', out, '--no-official'], control.signal)).toBe(130);
    expect(told).toEqual(['Stopped. Nothing was written.']);
    expect(await readdir(folder)).toEqual(['raw']);
  });

  test('protects a public release beside the restricted one', async () => {
    const restricted = join(folder, 'restricted');
    const lax = ['--threshold', '3', '--audience', 'restricted'];
    expect(await run([raw, '--out', restricted, '--no-official', ...lax], still())).toBe(0);
    expect((await made(restricted)).manifest).toMatchObject({
      audience: 'restricted',
      disclosure: { settings: { id: 'dfe-changed', threshold: 3 } }
    });
    expect(await protect('--beside', restricted)).toBe(0);
    const bundle = await made();
    expect(shownIn(bundle)).toMatchObject({ male: 'c' });
    expect(bundle.manifest.disclosure?.beside).toMatchObject([{ kind: 'other audience' }]);
  });

  test('takes rules from a file, and answers a program in JSON', async () => {
    const rules = join(folder, 'rules.json');
    const own = {
      ...(await made((await protect(), out))).manifest.disclosure?.settings,
      id: 'ours',
      name: 'Ours'
    };
    await writeFile(rules, JSON.stringify({ ...own, threshold: 10 }));
    said.length = 0;
    expect(await protect('--preset', rules, '--json', '--replace')).toBe(0);
    expect(printed()).toMatchObject({
      ok: true,
      written: out,
      release: '2026-05-01-public',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      record: { settings: { id: 'ours', threshold: 10 } },
      warnings: [{ rule: 'release-replaced' }]
    });
  });

  test('leaves commentary as it is, and warns of a withheld number in it', async () => {
    const files = new Map([...(await readBundleFolder(raw)), ['commentary/x.md', 'Four boys.'] as const]);
    await writeBundleFolder(raw, files);
    expect(await protect()).toBe(0);
    expect(await readFile(join(out, 'commentary/x.md'), 'utf8')).toBe('Four boys.');
    expect(told.join('\n')).toMatch(/commentary\/x\.md: the words hold 4/);
  });

  test.each([
    [['--out'], /argument missing|needed/],
    [['--threshold', 'many'], /--threshold takes a whole number/],
    [['--threshold', '1'], /^--threshold takes 2 or more, not 1$/m],
    [['--minimum-width', '2000'], /^--minimum-width takes 1000 or less, not 2000$/m],
    [['--keep', ':open'], /--keep takes the id of a table/],
    [['--preset', 'loose'], /--preset takes dfe, strong or a JSON file/],
    [['--keep', 'nothing'], /there is no table “nothing” to keep. Tables: plans-by-sex/],
    [['--keep', 'plans-by-sex:lost'], /has no “lost” to keep/],
    [['--zeros', 'perhaps'], /--zeros takes shown or withheld/],
    [['--audience', 'press'], /--audience takes public or restricted/],
    [['--date', 'May'], /--date takes a date/]
  ])('%j is not understood, and answered with how it is used', async (args, words) => {
    expect(await protect(...args)).toBe(2);
    expect(told.join('\n')).toMatch(words);
    expect(told.join('\n')).toMatch(/npm run lens -- protect.*\nWith --help/);
    expect(told.join('\n')).not.toContain('--beside');
  });

  test('is never written over the raw figures, and never made of what is protected', async () => {
    expect(await run([raw, '--out', raw], still())).toBe(2);
    expect(await run([raw, '--out', join(raw, 'safe')], still())).toBe(2);
    await protect();
    expect(await run([out, '--out', join(folder, 'twice'), '--no-official'], still())).toBe(1);
    expect(told.at(-1)).toMatch(/is protected already/);
  });
});

describe('progress', () => {
  test('is a line that moves on a terminal, and now and then a line elsewhere', () => {
    const lines = (isTTY: boolean) => {
      const written: string[] = [];
      let now = 0;
      const progress = progressOn({ isTTY, write: (text) => written.push(text) }, () => now);
      for (now of [0, 50, 200, 20_000]) progress.say(`Choosing: ${now}`);
      progress.say('Checking: 1');
      progress.end();
      return written;
    };
    expect(lines(false)).toEqual(['Choosing: 0\n', 'Choosing: 20000\n', 'Checking: 1\n']);
    expect(lines(true).map((text) => text.replaceAll('\r\u001b[K', '<'))).toEqual([
      '<Choosing: 0',
      '<Choosing: 200',
      '<Choosing: 20000',
      '<Checking: 1',
      '<'
    ]);
  });
});
