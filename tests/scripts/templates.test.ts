import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readWorkbook } from '#lib/sources/given/workbook-read.ts';
import { run } from '../../scripts/templates.ts';

let folder = '';
let said: string[] = [];
let complained: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'templates-'));
  said = [];
  complained = [];
  vi.spyOn(console, 'log').mockImplementation((text: string) => void said.push(text));
  vi.spyOn(console, 'error').mockImplementation((text: string) => void complained.push(text));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const TODAY = '2026-11-22';
const sheetsIn = (file: string) =>
  readWorkbook(readFileSync(join(folder, file)), file).sheets.map(({ name }) => name);

describe('templates', () => {
  test('writes a workbook, a starter sheet and CSVs for the areas, periods and cubes asked for', async () => {
    const asked = ['--areas', 'leeds,855', '--periods', '2025Q1-2025Q2', '--cubes', 'plans,assurance'];
    expect(await run(['--out', folder, ...asked, '--json'], TODAY)).toBe(0);
    expect(JSON.parse(said[0] ?? '')).toMatchObject({
      ok: true,
      areas: ['Leeds', 'Leicestershire'],
      periods: ['2025Q1', '2025Q2'],
      cubes: ['plans', 'assurance']
    });
    expect(sheetsIn('own-figures.xlsx').slice(0, 3)).toEqual([
      'About',
      'Child protection plans',
      'Assurance'
    ]);
    expect(sheetsIn('starter.xlsx')).toEqual(['About', 'Starter', 'Notes', 'Lists']);
    expect(readdirSync(join(folder, 'csv')).sort()).toEqual([
      'README.md',
      'about.csv',
      'assurance.csv',
      'plans.csv',
      'registers'
    ]);
  });

  test('tells of an area that it does not know, and writes it as it was given', async () => {
    expect(await run(['--out', folder, '--areas', 'leeds,rutlnd,North locality'], TODAY)).toBe(0);
    expect(said[0]).toContain('Areas: Leeds, rutlnd, North locality');
    expect(complained).toHaveLength(2);
    expect(complained[0]).toMatch(/^“rutlnd” is no area that is known\. Did you mean “Rutland”\?/);
    expect(complained[1]).toMatch(/^“North locality” is no area that is known\. The sheets/);
  });

  test('without more it asks for what is usual, for the four quarters that ended last', async () => {
    expect(await run(['--out', folder], TODAY)).toBe(0);
    expect(said[0]).toContain('one sheet for each of: known, plans, assurance');
    expect(said[0]).toContain('Periods: 2026Q3, 2026Q4, 2027Q1, 2027Q2');
  });

  test.each([
    [['--periods', '2025Q5'], /“2025Q5” names no period/],
    [['--periods', '2025Q1-2026'], /“2025Q1-2026” names no period/],
    [['--cubes', 'plants'], /“plants” is no cube to fill in; there are: known, plans/],
    [['--cubes', 'population'], /“population” is no cube/],
    [['--period', '2025'], /--period/]
  ])('%j is not understood, and nothing is written', async (args, message) => {
    expect(await run(['--out', folder, ...args], TODAY)).toBe(2);
    expect(complained[0]).toMatch(message);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a folder is needed', async () => {
    expect(await run([], TODAY)).toBe(2);
    expect(complained[0]).toMatch(/--out <folder> is needed/);
  });
});
