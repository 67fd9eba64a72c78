import { describe, expect, test } from 'vitest';
import { exchangedColumns } from '#lib/sources/given/exchanged-columns.ts';
import { ABOUT, load } from './own.ts';
import { pivotCsv } from './pivot-csv.ts';

const DIMENSIONS = ['Category at the start', 'Latest category', 'Sex'];

const OPEN = ['Rutland', 'Children on a plan'];
const FIGURES = ['4', '5', '6', '7'];

describe('columns whose cells were exchanged are told once', () => {
  test('two columns of members', () => {
    const rows = [
      ['All', 'All'],
      ['Female', 'All'],
      ['Male', 'All'],
      ['All', 'Neglect'],
      ['All', 'Physical abuse']
    ].map((members) => [...OPEN, ...members, ...FIGURES]);
    const { errors } = load(pivotCsv('plans', ['Latest category', 'Sex'], rows));
    expect(errors).toMatchObject([
      {
        rule: 'columns-exchanged',
        row: 2,
        column: 'C, D',
        message: expect.stringContaining('“Latest category” and “Sex” look exchanged')
      }
    ]);
  });

  test('area and what is counted, of a sheet', () => {
    const rows = ['Rutland', 'Leicester'].map((area) => ['Children on a plan', area, ...FIGURES]);
    expect(load(pivotCsv('plans', [], rows)).rules).toEqual(['columns-exchanged']);
  });

  test('area and value, of a CSV', () => {
    const csv = ['area,period,measure,value', '12,2024,open,Rutland', '30,2024,open,Leicester'].join('\n');
    const { errors } = load({ 'about.csv': ABOUT, 'plans.csv': csv });
    expect(errors).toMatchObject([{ rule: 'columns-exchanged', row: 1, column: 'area, value' }]);
  });

  test('period and value, of a CSV, though a year is a number too', () => {
    const csv = ['area,period,measure,value', 'Rutland,12,open,2024', 'Rutland,30,open,2023'].join('\n');
    expect(load({ 'about.csv': ABOUT, 'plans.csv': csv }).rules).toEqual(['columns-exchanged']);
  });
});

describe('columns that are not exchanged', () => {
  test('two dimensions with the same members, each beside all of the other', () => {
    const rows = [
      ['All', 'All', 'All'],
      ['Neglect', 'All', 'All'],
      ['All', 'Neglect', 'All'],
      ['All', 'All', 'Male']
    ].map((members) => [...OPEN, ...members, ...FIGURES]);
    expect(load(pivotCsv('plans', DIMENSIONS, rows)).rules).toEqual([]);
  });

  test('one slip of a hand is told as what it is', () => {
    const rows = [
      ['All', 'All'],
      ['Neglect', 'All'],
      ['Physical abuse', 'Neglect'],
      ['All', 'Male']
    ].map((members) => [...OPEN, ...members, ...FIGURES]);
    expect(load(pivotCsv('plans', ['Latest category', 'Sex'], rows)).rules).toEqual(['unknown-member']);
  });

  test('what is known to neither column', () => {
    const strange = (text: string) => ({ called: text, cells: [text], knows: () => false });
    expect(exchangedColumns([strange('a'), strange('b')])).toBeUndefined();
  });
});
