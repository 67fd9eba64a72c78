import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import type { Catalogue } from '#lib/db/catalogue.ts';
import DataPage from '#lib/ui/DataPage.svelte';
import { sharedPrepared } from '../published.ts';

const { catalogue } = await sharedPrepared();
const words = (of: Catalogue) =>
  render(DataPage, { props: { catalogue: of } })
    .body.replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

describe('what is loaded', () => {
  const [first, second] = catalogue.manifest.tables;
  const own: NonNullable<Catalogue['own']> = {
    title: 'Trial',
    publisher: 'Trial board',
    areas: ['la855', 'la857'],
    tables: first && second ? [first.id, second.id] : [],
    sources: [],
    after: '2024-03-31',
    yearsAfter: {},
    publishedTiers: [],
    indicators: [],
    later: [],
    otherwise: [],
    notByYear: []
  };

  test('is counted as official figures are, with their years', () => {
    expect(words(catalogue)).toMatch(/figures in 2\d tables, for 17\d areas, from the year to 31 March 2013/);
    expect(words(catalogue)).toContain('are not published for any authority');
  });

  test('of a partnership is counted apart from the official figures beside it', () => {
    const said = words({ ...catalogue, own });
    const rows = own.tables.reduce((sum, id) => sum + (catalogue.tableRows[id] ?? 0), 0);
    expect(said).toContain(`${rows.toLocaleString('en-GB')} figures in 2 tables, for 2 areas.`);
    expect(said).toMatch(/Beside them stand [\d,]+ figures of official statistics in \d+ tables/);
    expect(said).not.toContain('are not published for any authority');
  });
});
