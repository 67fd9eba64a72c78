import { expect, test } from 'vitest';
import { readBundle } from '#lib/sources/bundle-read.ts';
import { givenBundle } from '#lib/sources/given/given.ts';
import { ABOUT, cubes, rewritten, starter, typed } from './filled.ts';

/** The starter sheet as a spreadsheet saves it: about sheet and figures filled in, each row another number. */
function filledStarter(value: (row: number) => number): Uint8Array {
  const about = rewritten(starter(), 'xl/worksheets/sheet1.xml', (xml) =>
    xml.replace(
      /(<c r="A(\d+)"[^>]*><is><t[^>]*>([^<]*)<\/t><\/is><\/c>)<c r="B\2" s="7"\/>/g,
      (_, key: string, row: string, name: string) =>
        `${key}<c r="B${row}" s="7" t="inlineStr"><is><t>${ABOUT[name] ?? ''}</t></is></c>`
    )
  );
  return typed(about, 2, (address) => value(Number(address.replace(/\D/g, ''))));
}

/** By row: plans, of them neglect, multiple, anywhere, older, long; in need and early help, each with neglect; tools n of N. */
const COUNTS = [200, 90, 20, 110, 50, 15, 160, 60, 90, 30, 40, 90];
const count = (row: number) => COUNTS[row - 6] ?? 0;

const given = (content: Uint8Array) => givenBundle([{ path: 'Starter.xlsx', content }], { cubes, areas: [] });

test('a starter sheet that is filled in is a bundle, with nothing more to do', () => {
  const { files, problems } = given(filledStarter(count));
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const { bundle, problems: found } = readBundle(files, cubes);
  expect(found).toEqual([]);
  expect(bundle?.tables.map(({ table, observations }) => [table.id, observations.length])).toEqual([
    ['plans', 24],
    ['known', 16],
    ['assurance', 4]
  ]);
  expect(bundle?.manifest).toMatchObject({
    title: 'Riverbank: neglect',
    protected: 'no',
    audience: 'restricted'
  });
});

test('what is found in the bundle is told at the sheet, row and column where it was written', () => {
  const { files, placed, preview } = given(filledStarter((row) => (row === 17 ? 3 : count(row))));
  const found = readBundle(files, cubes).problems.find(({ rule }) => rule === 'part-over-total');
  if (found === undefined) throw new Error('not found');
  expect(placed(found)).toMatchObject({ file: 'Starter.xlsx › Starter', row: 16, column: 'F' });
  expect(preview(found)?.rows.some(({ row }) => row === 16)).toBe(true);
});
