import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { PLAIN, standingOf } from '#lib/domain/standing.ts';
import { provenanceOf, type Provenance } from '#lib/views/provenance-of.ts';
import CsvDownload from '#lib/ui/CsvDownload.svelte';
import { readStanding, writeStanding } from '#lib/ui/standing.ts';
import StandingMarks from '#lib/ui/StandingMarks.svelte';
import { markedFile, markedTitle, standingHead, standingText, unmarkedTitle } from '#lib/words/standing.ts';
import { leicestershire } from './fixtures.ts';

const RESTRICTED = { restricted: true, madeUp: false };
const MADE_UP = { restricted: false, madeUp: true };
const BOTH = { restricted: true, madeUp: true };
const ALL = [PLAIN, RESTRICTED, MADE_UP, BOTH];
const marks = (standing: typeof BOTH) => render(StandingMarks, { props: { standing } }).body;
const words = (html: string) =>
  html
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

test('a bundle’s standing is what it says of itself', () => {
  expect(standingOf({ audience: 'public' })).toEqual(PLAIN);
  expect(standingOf({ audience: 'restricted', synthetic: true })).toEqual(BOTH);
});

test('a delivered page tells its standing and it is read back', () => {
  for (const standing of ALL) expect(readStanding(writeStanding(standing))).toEqual(standing);
});

describe('the mark of a page', () => {
  test('is not there for public figures of real places', () => expect(words(marks(PLAIN))).toBe(''));
  test('says restricted, made up, or both, on screen and at the head of each page of paper', () => {
    expect(words(marks(RESTRICTED))).toBe('Restricted For the partnership only. Do not pass on.');
    expect(words(marks(BOTH))).toBe(
      'Restricted For the partnership only. Do not pass on. Made-up figures They describe no real area and no real child.'
    );
    expect(marks(MADE_UP)).toContain('@top-right{content:"Made-up figures"');
  });
  test('is short enough for the margin of a sheet', () => {
    expect(standingHead(BOTH)).toBe('Restricted: for the partnership only · Made-up figures');
    expect(standingHead(PLAIN)).toBe('');
  });
  test('leads the title, and is taken off again', () => {
    expect(markedTitle('Data · Neglect Lens', BOTH)).toBe(
      'Restricted · Made-up figures · Data · Neglect Lens'
    );
    for (const standing of ALL) expect(unmarkedTitle(markedTitle('Rutland', standing))).toBe('Rutland');
  });
});

describe('a file for download', () => {
  const chart = leicestershire.slots.flatMap(({ charts }) => charts)[0];
  if (chart === undefined) throw new Error('the fixture has charts');
  const about = (standing?: typeof BOTH): Provenance =>
    provenanceOf(standing === undefined ? leicestershire : { ...leicestershire, standing }, chart);
  const download = (standing?: typeof BOTH) =>
    render(CsvDownload, { props: { chart, about: about(standing) } }).body;
  const csvIn = (html: string) =>
    decodeURIComponent(/href="data:text\/csv;charset=utf-8,([^"]*)"/.exec(html)?.[1] ?? '');

  test('is offered at once for public figures, under its plain name', () => {
    expect(download()).not.toContain('<details');
    expect(download()).toContain(`download="${chart.file}.csv"`);
    expect(csvIn(download())).not.toContain('about_use');
  });
  test('of restricted figures is behind a question that needs no script, and carries the mark on every row', () => {
    const html = download(RESTRICTED);
    expect(html.indexOf('<summary')).toBeLessThan(html.indexOf('href="data:'));
    expect(words(html)).toContain('These figures are restricted. Do you want them in a file?');
    expect(html).toContain(`download="restricted-${chart.file}.csv"`);
    const [head = '', ...rows] = csvIn(html).trim().split('\r\n');
    expect(head).toContain('about_use,about_shows');
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toContain(standingText(RESTRICTED));
  });
  test('of made-up figures says so in its name and rows, without a question', () => {
    expect(download(MADE_UP)).not.toContain('<details');
    expect(download(MADE_UP)).toContain(`download="made-up-${chart.file}.csv"`);
    expect(csvIn(download(MADE_UP))).toContain('describe no real area');
    expect(markedFile('a.csv', BOTH)).toBe('restricted-made-up-a.csv');
  });
});
