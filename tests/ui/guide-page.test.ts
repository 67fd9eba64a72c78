import { VIEW_NAMES } from '#lib/words/view-names.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { PRESETS } from '#lib/disclosure/settings.ts';
import { cubes } from '#lib/store/cubes.ts';
import { starterTemplate } from '#lib/store/templates.ts';
import { makeStarter } from '#lib/exports/workbook.ts';
import { givenBundle } from '#lib/sources/given/given.ts';
import { OFFERED } from '#lib/sources/given/layout.ts';
import { readWorkbook } from '#lib/sources/given/workbook-read.ts';
import { GUIDE_STEPS } from '#lib/ui/guide.ts';
import GuidePage from '#lib/ui/GuidePage.svelte';
import { sharedPrepared } from '../published.ts';

const UI = 'src/lib/ui';
const { catalogue } = await sharedPrepared();
const { body } = render(GuidePage, { props: { catalogue } });
const named = (tag: string) => [
  ...new Set(
    [...body.matchAll(new RegExp(`<${tag}(?: [^>]*)?>([^<]+)</${tag}>`, 'g'))].map(([, text]) =>
      (text ?? '').replaceAll('&amp;', '&').replace(/\s+/g, ' ').trim()
    )
  )
];

/** What is typed or is the name of a file, and so is on no sheet. */
const TYPED: ReadonlySet<string> = new Set([
  ...[
    'this type',
    'starter.xlsx',
    '.xlsx',
    '2026-10-12',
    '0',
    '1A',
    'about.csv',
    'bundle.json',
    '--help',
    '--restricted'
  ],
  ...named('code').filter((text) => text.startsWith('npm run lens -- '))
]);

/** What the other components show: all that stands between tags, and every text in quotes that code puts there. */
function texts(): ReadonlySet<string> {
  const found = new Set<string>([
    ...Object.values(PRESETS).map(({ name }) => name),
    ...Object.values(VIEW_NAMES)
  ]);
  for (const file of readdirSync(UI)) {
    if (!file.endsWith('.svelte') || file.startsWith('Guide')) continue;
    const source = readFileSync(`${UI}/${file}`, 'utf8').replace(/\s+/g, ' ');
    for (const [, text] of source.matchAll(/>([^<>{}]+)(?=<)/g)) found.add((text ?? '').trim());
    for (const [, text] of source.matchAll(/'([^'\n]+)'/g)) found.add((text ?? '').trim());
  }
  return found;
}

describe('the guide', () => {
  test('names only what is on the screen', () => {
    const shown = texts();
    expect(named('b').length).toBeGreaterThan(30);
    expect(named('b').filter((name) => name !== 'bold' && !shown.has(name))).toEqual([]);
    expect(shown.has('Publish everything')).toBe(false);
  });

  test('takes a quarter of an hour, with a heading for each step', () => {
    expect(GUIDE_STEPS.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(15);
    for (const { id, title } of GUIDE_STEPS) {
      expect(body).toContain(`href="#${id}"`);
      expect(body, title).toMatch(new RegExp(`<h2 id="${id}"[^>]*>\\d\\. ${title}`));
    }
  });

  describe('on the starter sheet', () => {
    const content = makeStarter(starterTemplate.rows, cubes(), {
      areas: ['Leicestershire'],
      periods: ['2026']
    });

    test('names sheets, columns, keys and words that it has', () => {
      const { sheets } = readWorkbook(content, 'starter.xlsx');
      const there = new Set([
        ...OFFERED,
        ...sheets.map(({ name }) => name),
        ...sheets.flatMap(({ rows }) => rows.flat().map((cell) => ('text' in cell ? cell.text : '')))
      ]);
      expect(named('code').filter((text) => !TYPED.has(text) && !there.has(text))).toEqual([]);
    });

    test('says which lines of the first sheet must be filled', () => {
      const given = {
        'plans.csv': 'area,period,measure,value\nLeicestershire,2026,open,451\n',
        'about.csv': 'key,value\narea1,Leicestershire\n'
      };
      const { problems } = givenBundle(
        Object.entries(given).map(([path, text]) => ({ path, content: new TextEncoder().encode(text) })),
        { cubes: cubes(), areas: [] }
      );
      const missing = problems.flatMap(({ rule, column }) => (rule === 'about-missing' ? [column] : []));
      expect(missing).toEqual(['title', 'publisher', 'audience', 'supplied on']);
      for (const key of missing) expect(named('code')).toContain(key);
    });
  });
});
