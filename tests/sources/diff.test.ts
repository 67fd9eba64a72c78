import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { known, missing, type Cell } from '#lib/domain/cell.ts';
import type { Bundle } from '#lib/sources/bundle.ts';
import { writeBundle } from '#lib/sources/bundle-write.ts';
import { diffBundles, isUnchanged } from '#lib/sources/diff.ts';
import { namesFrom, reportDiff, summariseDiff } from '#lib/sources/diff-report.ts';
import { readBundleFolder, writeBundleFolder } from '../../scripts/bundle-folder.ts';
import { run } from '../../scripts/diff.ts';
import { SMALL, smallBundle } from '../fixtures/bundles/small-bundle.ts';

const before = smallBundle();

/** The small bundle with the cell of one row of a table replaced. */
function withCell(table: string, row: number, cell: Cell): Bundle {
  return {
    ...before,
    tables: before.tables.map((item) =>
      item.table.id === table
        ? {
            ...item,
            observations: item.observations.map((old, index) => (index === row ? { ...old, cell } : old))
          }
        : item
    )
  };
}

const plansDiff = (after: Bundle, percent = 5) => {
  const table = diffBundles(before, after, { percent, least: 10 }).changed.find(
    (item) => item.id === 'plans-by-category'
  );
  if (!table) throw new Error('the table was not compared');
  return table;
};

const withManifest = (changes: Partial<Bundle['manifest']>): Bundle => ({
  ...before,
  manifest: { ...before.manifest, ...changes }
});

describe('comparing two bundles', () => {
  test('a bundle has not changed from itself', () => {
    const diff = diffBundles(before, before);
    expect(diff.changed.every(isUnchanged)).toBe(true);
    expect(diff.areas).toEqual({ added: [], lost: [], changed: [] });
    expect(reportDiff(diff, namesFrom(before, before)).match(/No change\./g)).toHaveLength(6);
  });
  test('a revision over the size is listed with where it is, and a smaller one counted', () => {
    expect(plansDiff(withCell('plans-by-category', 1, known(260)))).toMatchObject({
      revised: [
        {
          area: 'northmoor',
          period: '2024',
          measure: 'open',
          members: [],
          before: { value: 240 },
          after: { value: 260 }
        }
      ],
      smaller: 0
    });
    expect(plansDiff(withCell('plans-by-category', 1, known(252)))).toMatchObject({
      revised: [],
      smaller: 1
    });
    expect(plansDiff(withCell('plans-by-category', 1, known(252)), 4.9)).toMatchObject({
      revised: [{}],
      smaller: 0
    });
  });
  test('a big share of a small number is no listed revision under ten', () => {
    expect(plansDiff(withCell('plans-by-category', 5, known(9)))).toMatchObject({ revised: [], smaller: 1 });
    expect(plansDiff(withCell('plans-by-category', 5, known(10)))).toMatchObject({
      revised: [{ members: ['category_latest=multiple'] }]
    });
  });
  test('a count that became withheld, one that was released and one missing otherwise are told apart', () => {
    expect(plansDiff(withCell('plans-by-category', 3, missing('withheld')))).toMatchObject({
      withheld: [{ area: 'northmoor', members: ['category_latest=neglect'], before: { value: 130 } }],
      released: [],
      otherwise: []
    });
    expect(plansDiff(withCell('plans-by-category', 4, known(8)))).toMatchObject({
      withheld: [],
      released: [{ area: 'eastvale', after: { value: 8 } }]
    });
    expect(plansDiff(withCell('plans-by-category', 3, missing('unreliable')))).toMatchObject({
      withheld: [],
      otherwise: [{ after: { reason: 'unreliable' } }]
    });
  });
  test('the second number of so many out of so many is compared too', () => {
    const after = {
      ...before,
      tables: before.tables.map((item) =>
        item.table.id === 'audits'
          ? {
              ...item,
              observations: item.observations.map((row, index) =>
                index === 0 ? { ...row, of: known(60) } : row
              )
            }
          : item
      )
    };
    expect(diffBundles(before, after).changed[2]?.revised).toMatchObject([
      { column: 'of', before: { value: 44 } }
    ]);
  });
  test('rows no longer supplied are counted by area and period; figures of a new year are no revision', () => {
    const fewer = {
      ...before,
      tables: before.tables.map((item) => ({ ...item, observations: item.observations.slice(1) }))
    };
    expect(plansDiff(fewer).rowsLost).toEqual([{ area: 'northmoor', period: '2023', rows: 1 }]);
    const earlier = { ...fewer, manifest: { ...fewer.manifest, periods: fewer.manifest.periods.slice(1) } };
    const diff = diffBundles(earlier, before);
    expect(diff.periods).toEqual({ added: ['year to 31 March 2023'], lost: [] });
    expect(diff.changed[0]).toMatchObject({ rowsNew: 0, rowsLost: [], revised: [] });
  });
  test('areas that are new, gone, renamed or have another code are named', () => {
    const [north, east, moors] = before.manifest.areas;
    if (!north || !east || !moors) throw new Error('three areas are needed');
    const after = withManifest({
      areas: [
        { ...north, name: 'Northmoor and Fells' },
        { ...moors, codes: [{ scheme: 'ons', code: 'E47009901' }] },
        { ...east, id: 'westvale', name: 'Westvale' }
      ]
    });
    expect(diffBundles(before, after).areas).toEqual({
      added: ['Westvale (westvale, E06009901)'],
      lost: ['Eastvale, City of (eastvale, E06009901)'],
      changed: [
        { id: 'northmoor', before: 'Northmoor (northmoor)', after: 'Northmoor and Fells (northmoor)' },
        { id: 'moors', before: 'The Moors (moors)', after: 'The Moors (moors, E47009901)' }
      ]
    });
  });
  test('tables, notes and vintages that are new, gone or changed are named', () => {
    const [source] = before.manifest.sources;
    if (!source) throw new Error('a source is needed');
    const after = withManifest({
      tables: before.manifest.tables.slice(1),
      sources: [{ ...source, vintage: '2025' }],
      notes: [
        { id: 'n-1', text: 'Eastvale changed system in 2022.' },
        { id: 'n-2', text: 'New.' }
      ]
    });
    const diff = diffBundles(before, after);
    expect(diff.tables).toEqual({ added: [], lost: ['Plans by category (plans-by-category)'] });
    expect(diff.sources.added).toEqual(['Northmoor Council, Plan list, 31 March 2024 (vintage 2025)']);
    expect(diff.sources.lost).toEqual(['Northmoor Council, Plan list, 31 March 2024 (vintage 2024)']);
    expect(diff.notes).toMatchObject({
      added: ['New.'],
      lost: [],
      changed: [{ after: 'Eastvale changed system in 2022.' }]
    });
  });
});

describe('the report', () => {
  test('says each change in a line with names, both figures and the difference', () => {
    const after = withCell('plans-by-category', 1, known(1200));
    const report = reportDiff(diffBundles(before, after), namesFrom(before, after));
    expect(report).toContain('| Northmoor | year to 31 March 2024 | open | 240 | 1,200 | +960 (+400%) |');
    expect(report).toContain('## Sign-off');
  });
  test('a withheld count is said in words, and its difference from anything is not', () => {
    const after = withCell('plans-by-category', 3, missing('withheld'));
    const report = reportDiff(diffBundles(before, after), namesFrom(before, after));
    expect(report).toContain('| open, category\\_latest=neglect | 130 | withheld |  |');
  });
  test('names from a file cannot break its tables or carry HTML', () => {
    const after = withManifest({ notes: [{ id: 'n-9', text: '<img src=x> | a\n# b' }] });
    const report = reportDiff(diffBundles(before, after), namesFrom(before, after));
    expect(report).toContain('- &lt;img src=x> \\| a # b\n');
  });
  test('the summary counts', () => {
    const lines = summariseDiff(diffBundles(before, withCell('plans-by-category', 1, known(260))));
    expect(lines).toContain('Figures revised by more than 5% and at least 10: 1; by less: 0.');
  });
});

describe('the command', () => {
  let folder = '';
  const out: string[] = [];
  const err: string[] = [];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lens-diff-'));
    out.length = 0;
    err.length = 0;
    vi.spyOn(console, 'log').mockImplementation((text: string) => void out.push(text));
    vi.spyOn(console, 'error').mockImplementation((text: string) => void err.push(text));
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await rm(folder, { recursive: true, force: true });
  });
  const at = (name: string) => join(folder, name);

  test('writes the report whole, says a summary, and leaves nothing else behind', async () => {
    await writeBundleFolder(at('new'), writeBundle(withCell('plans-by-category', 1, known(260))));
    expect(await run([SMALL, at('new'), '--out', at('report.md')])).toBe(0);
    expect(await readFile(at('report.md'), 'utf8')).toMatch(/^# What changed\n[\s\S]*\| 240 \| 260 \|/);
    expect(out.join('\n')).toContain(at('report.md'));
    expect((await readdir(folder)).toSorted()).toEqual(['new', 'report.md']);
  });
  test('without a file to write to it prints the report', async () => {
    expect(await run([SMALL, SMALL])).toBe(0);
    expect(out.join('\n')).toContain('# What changed');
  });
  test('--over sets the size of revision to list', async () => {
    await writeBundleFolder(at('new'), writeBundle(withCell('plans-by-category', 1, known(260))));
    expect(await run([SMALL, at('new'), '--over', '10'])).toBe(0);
    expect(out.join('\n')).toContain('more than 10% and at least 10: 0; by less: 1.');
  });
  test('a folder that is missing or is no bundle is named, and no report is written', async () => {
    expect(await run([SMALL, at('nowhere'), '--out', at('report.md')])).toBe(1);
    expect(err.join('\n')).toContain(`there is no folder ${at('nowhere')}`);
    expect(await run([folder, SMALL, '--out', at('report.md')])).toBe(1);
    expect(err.join('\n')).toContain('no bundle.json');
    expect(await readdir(folder)).toEqual([]);
  });
  test('a bundle with a mistake is refused with the place of it', async () => {
    const files = writeBundle(before);
    files.set('cubes/plans-by-age.csv', (files.get('cubes/plans-by-age.csv') ?? '').replace('240', '-240'));
    await writeBundleFolder(at('bad'), files);
    expect(await run([SMALL, at('bad')])).toBe(1);
    expect(err.join('\n')).toContain('cubes/plans-by-age.csv, row 2, column “value”');
  });
  test('a command that makes no sense is told how it is written', async () => {
    for (const args of [[], [SMALL], [SMALL, SMALL, SMALL], [SMALL, SMALL, '--over', 'many'], ['--what']]) {
      err.length = 0;
      expect(await run(args)).toBe(2);
      expect(err.join('\n')).toContain('lens -- diff <old bundle> <new bundle>');
    }
    expect(await run(['--help'])).toBe(0);
  });
  test('a bundle folder is replaced whole, and a folder with anything else in it is left alone', async () => {
    await writeBundleFolder(
      at('new'),
      new Map([
        ['bundle.json', '{"tables":[{"file":"cubes/old.csv"}]}'],
        ['cubes/old.csv', 'x']
      ])
    );
    await writeBundleFolder(at('new'), new Map([['bundle.json', '{"a":1}']]));
    expect([...(await readBundleFolder(at('new'))).keys()]).toEqual(['bundle.json']);
    await rm(at('new/bundle.json'));
    await writeFile(at('new/thesis.txt'), 'mine');
    await expect(writeBundleFolder(at('new'), writeBundle(before))).rejects.toThrow(/left alone/);
    expect(await readdir(at('new'))).toEqual(['thesis.txt']);
  });
  test('a path that leads out of the bundle writes nothing', async () => {
    const files = new Map([
      ['bundle.json', '{}'],
      ['../outside.csv', 'x']
    ]);
    await expect(writeBundleFolder(at('new'), files)).rejects.toThrow(/outside/);
    await expect(stat(at('new'))).rejects.toThrow();
    expect(await readdir(folder)).toEqual([]);
  });
});
