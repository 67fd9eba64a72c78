import { describe, expect, test } from 'vitest';
import { readCsv } from '#lib/sources/csv.ts';
import { csvOf } from '#lib/exports/csv.ts';
import { provenanceOf } from '#lib/views/provenance-of.ts';
import { pageOf, sharedFacts } from '../published.ts';

const facts = await sharedFacts();
const model = await pageOf(facts, 'leicestershire');
const tables = model.slots.flatMap((slot) => [...slot.charts, ...(slot.tables ?? [])]);

describe('codes behind the words of tables', () => {
  test('the area of a page has its official code, in its own column of every row', () => {
    expect(model.area.code).toBe('E10000018');
    for (const figure of tables) {
      const { header, rows } = readCsv(csvOf(figure.table, provenanceOf(model, figure)), 'a.csv');
      const at = header.indexOf('about_area_code');
      expect(rows.map(({ cells }) => cells[at])).toEqual(rows.map(() => 'E10000018'));
    }
  });

  test('rows of areas have their codes, and rows of dates their ISO dates', async () => {
    const journey = await pageOf(facts, 'leicestershire', { view: 'journey' });
    const all = [...tables, ...journey.slots.flatMap((slot) => [...slot.charts, ...(slot.tables ?? [])])];
    const found = all.flatMap(({ table }) =>
      Object.values(table.codes ?? {}).flatMap(({ ending, values }) =>
        values.map((value) => ({ ending, value }))
      )
    );
    expect(found).toContainEqual({ ending: 'code', value: 'E92000001' });
    expect(found).toContainEqual({ ending: 'date', value: '2024-03-31' });
  });

  test('every table has as many codes as rows, and its file as many fields as heads', () => {
    for (const figure of tables) {
      for (const { values } of Object.values(figure.table.codes ?? {}))
        expect(values).toHaveLength(figure.table.rows.length);
      const { problems } = readCsv(csvOf(figure.table, provenanceOf(model, figure)), 'a.csv');
      expect(problems).toEqual([]);
    }
  });
});
