import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readBundle } from '#lib/sources/bundle-read.ts';
import { writeZip } from '#lib/sources/bundle-zip.ts';
import { givenBundle } from '#lib/sources/given/given.ts';
import { smallBundle, smallFiles } from '../../fixtures/bundles/small-bundle.ts';
import { ABOUT, areas, bytesOf, cubes, figures, give, HEADER, load } from './own.ts';

const PLANS = `${HEADER}\nLeicester,2024,open,all,12,,`;
const OWN = { 'about.csv': ABOUT, 'plans.csv': PLANS };
const zipOf = (files: Readonly<Record<string, string | Uint8Array>>) =>
  writeZip(new Map(Object.entries(files)));
const bundleOf = (rename: (path: string) => string) =>
  Object.fromEntries([...smallFiles()].map(([path, content]) => [rename(path), content]));

describe('a bundle', () => {
  test.each([
    ['a folder', bundleOf((path) => `our-bundle/${path}`)],
    ['files without folders', bundleOf((path) => path.replace(/^.*\//, ''))],
    ['a zip', { 'ours.zip': writeZip(smallFiles()) }],
    ['a zip by another name', { 'ours.bin': writeZip(smallFiles()) }],
    ['a zip in a zip', { 'ours.zip': zipOf({ 'inner.zip': writeZip(smallFiles()) }) }]
  ])('given as %s is the same', (_, files) => {
    const { files: found, problems } = give(files);
    expect(problems).toEqual([]);
    expect(readBundle(found, cubes).bundle).toEqual(smallBundle());
  });

  test('with another, with a workbook, or in a zip among other files, is refused', () => {
    const zip = { 'ours.zip': writeZip(smallFiles()) };
    const rules = (files: Readonly<Record<string, string | Uint8Array>>) =>
      give(files).problems.map(({ rule }) => rule);
    expect(rules({ ...zip, 'plans.csv': PLANS })).toEqual(['one-zip']);
    expect(rules({ ...zip, 'theirs.zip': zip['ours.zip'] })).toEqual(['one-zip', 'one-zip']);
    expect(rules({ 'a/bundle.json': '{}', 'b/bundle.json': '{}' })).toEqual(['two-bundles']);
    const book = zipOf({ 'xl/workbook.xml': '<workbook/>', '[Content_Types].xml': '<Types/>' });
    expect(rules({ ...bundleOf((path) => path), 'ours.xlsx': book })).toEqual(['bundle-and-workbook']);
  });

  test('of which two files have one name is refused', () => {
    const file = { path: 'bundle.json', content: bytesOf('{}') };
    expect(givenBundle([file, file], { cubes, areas }).problems.map(({ rule }) => rule)).toEqual([
      'twice-given'
    ]);
  });
});

describe('own files', () => {
  const FIGURES = ['la856 2024 open all 12'];

  test.each([
    ['CSVs', OWN],
    ['a folder of them', { 'ours/about.csv': ABOUT, 'ours/cubes/plans.csv': PLANS, 'ours/.DS_Store': 'x' }],
    ['a zip of them', { 'ours.zip': zipOf(OWN) }],
    ['a zip beside an about file', { 'ours.zip': zipOf({ 'plans.csv': PLANS }), 'about.csv': ABOUT }],
    ['a name with more behind it', { 'about.csv': ABOUT, 'Plans by age (2).CSV': PLANS }],
    ['another ending', { 'about.txt': ABOUT, 'plans.dat': PLANS }],
    ['a commentary and a readme beside them', { ...OWN, 'README.md': '# Ours', 'overview.md': 'Words.' }]
  ])('given as %s are one bundle', (_, files) => {
    const loaded = load(files);
    expect(loaded.errors).toEqual([]);
    expect(figures(loaded)).toEqual(FIGURES);
  });

  test('are told by their columns where their names say nothing', () => {
    const book = 'area,period,measure,need,value\nLeicester,2024,open,N1,30';
    const loaded = load({ 'about.csv': ABOUT, 'report17.csv': book });
    expect(loaded.bundle?.tables[0]?.cube.id).toBe('primary_need');
  });

  test('that could be of several cubes, or of none, are an error that lists what can be done', () => {
    const any = load({
      'about.csv': ABOUT,
      'report.csv': 'area,period,measure,age,value\nLeicester,2024,open,all,30'
    });
    expect(any.errors).toMatchObject([{ rule: 'which-table', file: 'report.csv' }]);
    expect(any.errors[0]?.message).toContain('plans');
    const none = load({ 'about.csv': ABOUT, 'report.csv': 'colour,size\nred,5\nblue,7' });
    expect(none.errors).toMatchObject([{ rule: 'which-table' }]);
    expect(none.errors[0]?.remedy).toContain('template');
  });

  test('that are read say how far that is', () => {
    const lines = Array.from({ length: 50_000 }, (_, at) => `la856,2024,open,all,${at},,`);
    const parts: number[] = [];
    givenBundle(
      [
        { path: 'about.csv', content: bytesOf(ABOUT) },
        { path: 'plans.csv', content: bytesOf([HEADER, ...lines].join('\n')) }
      ],
      { cubes, areas, onProgress: ({ part }) => parts.push(part) }
    );
    expect(parts).toEqual(parts.toSorted((a, b) => a - b));
    expect(parts.filter((part) => part > 0.3 && part < 0.9).length).toBeGreaterThan(0);
  });
});

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13);
const XLS = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(512));

/** A zip whose one file says that it unpacks to a gigabyte. */
function bomb(): Uint8Array {
  const zip = zipOf({ 'plans.csv': '0'.repeat(50_000) });
  const view = new DataView(zip.buffer);
  for (let at = 0; at < zip.length - 4; at += 1)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1_000_000_000, true);
  return zip;
}

describe('anything else gets one problem, in words, with a remedy', () => {
  test.each<[string, string, string | Uint8Array]>([
    ['a PDF', 'pdf-file', '%PDF-1.7\n%âãÏÓ'],
    ['a picture', 'picture-file', PNG],
    ['a web page', 'web-page', '<!DOCTYPE html><html><body>Log in</body></html>'],
    ['JSON', 'json-file', '{"plans": 12}'],
    ['XML', 'xml-file', '<?xml version="1.0"?><Figures><Plans>12</Plans></Figures>'],
    ['an old workbook', 'old-workbook', XLS],
    ['a gzip', 'packed-file', gzipSync(bytesOf(PLANS))],
    ['an empty file', 'empty-file', ''],
    ['blank lines', 'empty-file', '\n\n  \n'],
    ['text with zeros in it', 'not-text', `area,period\nx,y\n${'abc'.repeat(100)}\0${'z'.repeat(5_000)}`],
    ['an empty zip', 'empty-zip', zipOf({})],
    ['a zip of zips', 'zip-in-zip', zipOf({ 'a.zip': zipOf({ a: 'a' }), 'b.zip': zipOf({ b: 'b' }) })],
    ['a zip bomb', 'large-zip', bomb()],
    ['a zip cut short', 'broken-zip', zipOf(OWN).slice(0, 60)],
    ['a Word document', 'document-file', zipOf({ 'word/document.xml': '<w/>' })],
    [
      'a hundred thousand columns',
      'many-columns',
      Array.from({ length: 100_000 }, (_, at) => `c${at}`).join(',')
    ],
    ['prose', 'which-table', 'Dear all,\n\nplease find the figures below.\n'],
    ['a CSV with script tags', 'which-table', 'a,b\n<script>alert(1)</script>,2\n']
  ])('%s', (_, rule, content) => {
    const { files, problems } = give({ 'given.csv': content });
    expect(files.size).toBe(0);
    expect(problems.map((problem) => problem.rule)).toEqual([rule]);
    expect(problems[0]?.remedy).toMatch(/\.$/);
  });

  test('a CSV of 200 MB is refused by its size', () => {
    const content = new Uint8Array(200_000_000).fill(0x61);
    expect(give({ 'plans.csv': content }).problems.map(({ rule }) => rule)).toEqual(['large-file']);
  });

  test('nothing at all', () => {
    expect(give({}).problems.map(({ rule }) => rule)).toEqual(['no-files']);
  });

  test('a picture beside figures is told of, and the figures are read', () => {
    const loaded = load({ ...OWN, 'logo.png': PNG });
    expect(loaded.warnings).toMatchObject([{ rule: 'picture-file', file: 'logo.png' }]);
    expect(figures(loaded)).toHaveLength(1);
  });

  test('a formula and a tag in a cell are text that is told of as it stands', () => {
    const tag = '<script>alert(1)</script>';
    const { errors } = load({
      'about.csv': ABOUT,
      'plans.csv': [HEADER, 'Leicester,2024,open,all,"=HYPERLINK(""x"")",,', `${tag},2024,open,all,1,,`].join(
        '\n'
      )
    });
    expect(errors.map(({ rule, value }) => [rule, value])).toEqual([
      ['unknown-area', tag],
      ['not-a-number', '=HYPERLINK("x")']
    ]);
  });
});

describe('people are refused', () => {
  const CHILDREN = 'Child ID,Date of birth,Postcode\n1001,2011-05-06,LE1 5YA\n1002,2012-07-08,LE2 1AB';

  test.each([
    ['by their columns', { 'plans.csv': CHILDREN }],
    ['whatever the file is called', { 'about.csv': CHILDREN, 'plans.csv': PLANS }],
    ['among good files', { ...OWN, 'extra.csv': CHILDREN }],
    ['in a zip', { 'ours.zip': zipOf({ ...OWN, 'extra.csv': CHILDREN }) }],
    [
      'separated by semicolons, under a title',
      { 'plans.csv': `Our list\n\n${CHILDREN.replaceAll(',', ';')}` }
    ],
    [
      'as XML',
      { 'return.xml': '<?xml version="1.0"?><Message><LAchildID>1001</LAchildID><UPN>A</UPN></Message>' }
    ]
  ])('%s, and nothing of them is kept or said', (_, files) => {
    const given = give(files);
    expect(given.files.size).toBe(0);
    expect(given.problems.map(({ rule }) => rule)).toContain('row-level');
    const told = JSON.stringify([given.problems, given.recognised, given.problems.map(given.preview)]);
    for (const value of ['1001', '2011-05-06', 'LE1 5YA']) expect(told).not.toContain(value);
  });

  test('where they stand in cells that should hold an area', () => {
    const lines = Array.from(
      { length: 30 },
      (_, at) => `LE${1 + (at % 9)} ${1 + (at % 8)}AB,2024,open,all,1,,`
    );
    const given = give({ 'about.csv': ABOUT, 'plans.csv': [HEADER, ...lines].join('\n') });
    expect(given.problems.map(({ rule }) => rule)).toContain('row-level');
    expect(JSON.stringify(given.problems)).not.toContain('LE3');
  });
});

const SHARED = '../shared/data';

describe.skipIf(!existsSync(SHARED))(
  'with the open data beside the project (skipped where it is not there)',
  () => {
    test('returns about single children are refused', () => {
      for (const name of readdirSync(`${SHARED}/returns`)) {
        const given = give({ [name]: new Uint8Array(readFileSync(`${SHARED}/returns/${name}`)) });
        expect([name, given.files.size]).toEqual([name, 0]);
        expect(given.problems.map(({ rule }) => rule)).toContain('row-level');
      }
    });

    test('a release of the Department for Education is read as its importer reads it', () => {
      const folder = `${SHARED}/dfe-children-in-need-2024`;
      const names = readdirSync(folder).filter((name) => /^(b3|d1|d4)_|population/.test(name));
      const loaded = load(
        Object.fromEntries(
          names.map((name) => [`release/${name}`, new Uint8Array(readFileSync(`${folder}/${name}`))])
        )
      );
      expect(loaded.errors).toEqual([]);
      expect(loaded.bundle?.tables.map(({ table }) => table.id)).toContain('plans-by-category');
    }, 60_000);
  }
);
