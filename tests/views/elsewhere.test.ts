import { describe, expect, it } from 'vitest';
import { csvOf } from '#lib/exports/csv.ts';
import { csvwOf } from '#lib/exports/csvw.ts';
import { readCsv } from '#lib/sources/csv.ts';
import { provenanceOf } from '#lib/views/provenance-of.ts';
import { packFigure } from '#lib/views/pack/figure-block.ts';
import { packNotes } from '#lib/views/pack/notes.ts';
import { pageOf, sharedFacts } from '../published.ts';

const published = await sharedFacts();
const model = await pageOf(published, 'leeds', { view: 'audits' });
const figures = model.slots.flatMap(({ charts, tables = [] }) => [...charts, ...tables]);
const found = figures.find(({ id }) => id === 'elsewhere-progress');
if (found === undefined) throw new Error('no findings of elsewhere');
const PLACE = 'England: 44 families in Ofsted’s thematic inspection';

describe('findings of elsewhere on the page of Leeds', () => {
  it('are told in message, caption and file name as a sample of Ofsted', () => {
    expect(found.title).toBe('Clearly better in Ofsted’s sample: 27 of 44');
    expect(found.table.caption).toContain(`${PLACE}, 2014`);
    expect(found.file).toBe('elsewhere-progress-ofsted-2014');
  });
  it('are of no area, code, release or licence of Leeds in CSV and CSVW', () => {
    const { header, rows } = readCsv(csvOf(found.table, provenanceOf(model, found)), 'x.csv');
    const about = Object.fromEntries(
      header.flatMap((name, at) =>
        name.startsWith('about_') ? [[name.slice('about_'.length), rows[0]?.cells[at] ?? '']] : []
      )
    );
    expect(about).toMatchObject({ area: PLACE, period: '2014', vintage: '2014', licence: '' });
    expect(about['source']).toContain('Ofsted');
    expect(header).not.toContain('about_area_code');
    const described = csvwOf({ file: 'x.csv', title: found.title, description: '', header, about });
    expect(JSON.parse(described)).toMatchObject({ 'dc:spatial': PLACE, 'dc:temporal': '2014' });
    expect(described).not.toContain('Leeds');
  });
  it('are cited as such in a pack', () => {
    const { cite, filters } = packFigure(
      found,
      { model, page: 'leeds/audits', part: 'a' },
      { notes: packNotes(), next: () => 1, made: '2025-01-02', link: () => undefined }
    );
    expect(cite).toContain(`27 of 44”, ${PLACE}, 2014. From: Ofsted, “In the child’s time`);
    expect(`${cite} ${filters}`).not.toMatch(/Leeds|[Rr]elease/);
  });
  it('of several inspections are of none of them alone, and of Leeds neither', () => {
    const several = figures.find(({ id }) => id === 'found-elsewhere');
    if (several === undefined) throw new Error('no table');
    const { area, areaCode, vintage } = provenanceOf(model, several);
    expect(area).toMatch(/^England: /);
    expect(areaCode).toBeUndefined();
    expect(vintage).toContain('2014');
  });
});
