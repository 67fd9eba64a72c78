import { describe, expect, test } from 'vitest';
import { known } from '#lib/domain/cell.ts';
import { PRESETS } from '#lib/disclosure/settings.ts';
import type { Bundle } from '#lib/sources/bundle.ts';
import { readBundle } from '#lib/sources/bundle-read.ts';
import { hashOfFiles, releaseHash, releasesOf, UnprotectedRelease } from '#lib/sources/bundle-release.ts';
import { writeBundle, writeRelease } from '#lib/sources/bundle-write.ts';
import { cubes, smallBundle } from '../fixtures/bundles/small-bundle.ts';

/** The small bundle as if it had been released on a day. */
function released(madeOn: string, change: (bundle: Bundle) => Bundle = (bundle) => bundle): Bundle {
  const small = change(smallBundle());
  return {
    ...small,
    manifest: {
      ...small.manifest,
      protected: 'yes',
      disclosure: {
        release: `${madeOn}-public`,
        madeOn,
        settings: PRESETS.dfe,
        cells: 1,
        withheld: 0,
        kept: 1,
        relations: 0,
        beside: [],
        implied: 0,
        givenAway: 0,
        narrowest: []
      }
    }
  };
}

/** Each count of the first table one more. */
function revised(bundle: Bundle): Bundle {
  const [first, ...others] = bundle.tables;
  if (first === undefined) throw new Error('the small bundle has no tables');
  const observations = first.observations.map((row) =>
    row.cell.kind === 'known' ? { ...row, cell: known(row.cell.value + 1) } : row
  );
  return { ...bundle, tables: [{ ...first, observations }, ...others] };
}

const later = () => ({
  ...released('2026-08-01', revised),
  releases: [...releasesOf(released('2026-05-01'))]
});

describe('the hash of a release', () => {
  test('is the same whatever order rows and keys come in, and however lines end', () => {
    const bundle = released('2026-05-01');
    const mixed = {
      ...bundle,
      tables: bundle.tables
        .toReversed()
        .map((table) => ({ ...table, observations: table.observations.toReversed() }))
    };
    expect(releaseHash(mixed)).toBe(releaseHash(bundle));
    const files = new Map(
      [...writeRelease(bundle)]
        .toReversed()
        .map(([path, text]) => [path, text.replaceAll('\n', '\r\n')] as const)
    );
    const manifest: unknown = JSON.parse(files.get('bundle.json') ?? '');
    if (typeof manifest !== 'object' || manifest === null) throw new Error('no manifest');
    files.set('bundle.json', JSON.stringify(Object.fromEntries(Object.entries(manifest).toReversed())));
    expect(hashOfFiles(files)).toBe(releaseHash(bundle));
  });

  test('is another where one figure, one mark or one word of the rules is another', () => {
    const bundle = released('2026-05-01');
    const others = [
      revised(bundle),
      { ...bundle, manifest: { ...bundle.manifest, protection: 'Otherwise.' } },
      { ...bundle, tables: bundle.tables.slice(1) }
    ];
    expect(new Set([bundle, ...others].map(releaseHash)).size).toBe(4);
  });

  test('does not depend on the releases or registers beside it', () => {
    expect(releaseHash({ ...later(), registers: { ...later().registers, decisions: [] } })).toBe(
      releaseHash(released('2026-08-01', revised))
    );
  });
});

describe('releases that are out', () => {
  test('are those a bundle keeps and itself, oldest first, each once', () => {
    const [may] = releasesOf(released('2026-05-01'));
    const all = releasesOf({ ...later(), releases: [...releasesOf(later()), ...(may ? [may] : [])] });
    expect(all.map(({ id }) => id)).toEqual(['2026-05-01-public', '2026-08-01-public']);
    expect(all.map(({ bundle }) => Object.keys(bundle.registers))).toEqual([['rounds'], ['rounds']]);
  });

  test('of one day are told apart', () => {
    const again = releasesOf(released('2026-05-01', revised));
    const ids = releasesOf({ ...released('2026-05-01'), releases: [...again] }).map(({ id }) => id);
    expect(ids).toEqual(['2026-05-01-public', '2026-05-01-public-2']);
  });

  test('that are not protected are none', () => {
    const raw = smallBundle();
    const given = { ...raw, manifest: { ...raw.manifest, protected: 'no' as const } };
    expect(() => releasesOf(given)).toThrow(UnprotectedRelease);
  });
});

describe('releases in the files of a bundle', () => {
  const folder = 'releases/2026-05-01-public';
  const problemsOf = (change: (files: Map<string, string>) => void) => {
    const files = writeBundle(later());
    change(files);
    const { bundle, problems } = readBundle(files, cubes);
    expect(bundle).toBeUndefined();
    return problems.filter(({ severity }) => severity === 'error');
  };

  test('read back as they were, with a register of them', () => {
    const bundle = later();
    const files = writeBundle(bundle);
    expect(files.get('releases/register.csv')?.split('\n')[0]).toBe('release,title,audience,made_on,hash');
    expect([...files.keys()].filter((path) => path.startsWith(`${folder}/registers/`))).toEqual([
      `${folder}/registers/rounds.csv`
    ]);
    const read = readBundle(files, cubes);
    expect(read.problems).toEqual([]);
    expect(read.bundle?.releases?.map(({ id, hash }) => [id, hash])).toEqual(
      bundle.releases.map(({ id, hash }) => [id, hash])
    );
    expect(writeBundle(read.bundle ?? bundle)).toEqual(files);
  });

  test('stay whole inside the folder that a zip puts around everything', () => {
    const files = new Map([...writeBundle(later())].map(([path, text]) => [`mine/${path}`, text] as const));
    expect(readBundle(files, cubes).bundle?.releases).toHaveLength(1);
  });

  test('are refused where a figure was changed since', () => {
    const found = problemsOf((files) => {
      const path = `${folder}/cubes/plans-by-age.csv`;
      files.set(path, (files.get(path) ?? '').replace('240', '241'));
    });
    expect(found).toMatchObject([{ rule: 'release-changed', file: `${folder}/bundle.json` }]);
    expect(found[0]?.remedy).toMatch(/Put its files back/);
  });

  test('are refused where a file is missing, is of no release, or the register is', () => {
    expect(problemsOf((files) => files.delete(`${folder}/cubes/plans-by-age.csv`))).toMatchObject([
      { rule: 'missing-file', file: `${folder}/cubes/plans-by-age.csv` }
    ]);
    expect(problemsOf((files) => files.set('releases/other/bundle.json', '{}'))).toMatchObject([
      { rule: 'unknown-release', file: 'releases/other/bundle.json' }
    ]);
    expect(problemsOf((files) => files.delete('releases/register.csv'))[0]).toMatchObject({
      rule: 'missing-file',
      file: 'releases/register.csv'
    });
    expect(
      problemsOf((files) =>
        files.set('releases/register.csv', 'release,title,audience,made_on,hash\nmay,May,public,,x\n')
      )
    ).toMatchObject([{ rule: 'bad-value', row: 2, column: 'hash' }]);
  });

  test('are refused where they were never protected', () => {
    const files = writeBundle(later());
    const path = `${folder}/bundle.json`;
    files.set(path, (files.get(path) ?? '').replace('"protected": "yes"', '"protected": "no"'));
    const own = new Map(
      [...files].flatMap(([name, text]) =>
        name.startsWith(`${folder}/`) ? [[name.slice(folder.length + 1), text] as const] : []
      )
    );
    files.set(
      'releases/register.csv',
      `release,title,audience,made_on,hash\n2026-05-01-public,x,public,,${hashOfFiles(own)}\n`
    );
    expect(readBundle(files, cubes).problems).toMatchObject([{ rule: 'unprotected-release', file: path }]);
  });
});
