/** Where children are put on a register, no text or label of a page calls a registration a plan: plans are another tier there. */
import { describe, expect, test } from 'vitest';
import { indicatorGroups } from '#lib/ui/indicator-rows.ts';
import { firstUses } from '#lib/ui/first-uses.ts';
import { ownAnswers } from '#lib/views/own.ts';
import type { ViewModel } from '#lib/views/model.ts';
import { pageOf, sharedFacts } from '../published.ts';

const SHOWN = [
  { id: 'wales', area: 'glanwern', plan: /\bcare and support plans?\b/gi },
  { id: 'scotland', area: 'strathmirk', plan: /\bchild’s plans?\b/gi },
  { id: 'northern-ireland', area: 'lough', plan: /\bchild in need plans?\b/gi }
] as const;
const VIEWS = ['overview', 'prevalence', 'age', 'agencies', 'audits', 'journey', 'strategy'] as const;

/** What no reader sees as words, and what others wrote. */
const UNSEEN = /^(id|slug|file|indicators?|table|tables|quote|sources?)$/;

/** Every sentence and label of a page, those of its charts too. */
function said(held: unknown, plan: RegExp): readonly string[] {
  if (typeof held === 'string') return [held.replaceAll(plan, '')];
  if (typeof held !== 'object' || held === null) return [];
  return Object.entries(held).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' && UNSEEN.test(key) ? [] : key === 'quote' ? [] : said(value, plan)
  );
}

/** The paper that says what will be done for a child, which has this name everywhere. */
const PAPER =
  /What caused the drift: the assessment, the plan, parents who stayed away|“How good plans are”|Making sure plans have impact/g;

/** Beside the paper, of which many indicators tell: what is counted, begins, lasts and ends. */
const COUNTED = [
  /\b(on (a|our|the)|all|share of|new|repeat|earlier|long|those|% of) plans?\b(?! in England)/i,
  /\bplans? (list|start|end|began|open|still open|newly|categor|in the category|with neglect|for neglect)/i,
  /\bplans? (that (are for|had|started|were read)|is in another|in another|in every|of another)\b/i,
  /\bplans, progress\b/i,
  /\b(bar|threshold|waited) for a plan\b/i
];

const hit = (texts: readonly string[], pattern: RegExp) => texts.filter((text) => pattern.test(text));

describe.each(SHOWN)('of figures of $id', async ({ id, area, plan }) => {
  const facts = await sharedFacts(`tests/bundles/${id}`);
  const areas = [area, facts.catalogue.manifest.areas[0]?.slug ?? ''];
  const wordsOf = (page: ViewModel) => said(page, plan).map((text) => text.replaceAll(PAPER, ''));

  test.each(VIEWS)('%s speaks of registrations', async (view) => {
    for (const at of areas) {
      const words = wordsOf(await pageOf(facts, at, { view }));
      expect(words.length).toBeGreaterThan(10);
      expect(hit(words, /\bplans?\b(?!-)/i)).toEqual([]);
    }
  });

  test.each(VIEWS)('words that %s explains mean what they mean there', async (view) => {
    for (const at of areas) {
      const terms = firstUses(await pageOf(facts, at, { view })).terms;
      const words = terms.map((term) => `${term.term}: ${term.meaning}`);
      expect(hit(words, /Department for Education|protection plan|\bEngland\b/)).toEqual([]);
    }
  });

  test('so does the list of indicators', () => {
    const words = indicatorGroups(facts.catalogue)
      .flatMap(({ name, rows }) => [name, ...rows.flatMap((row) => [row.name, row.line])])
      .map((text) => text.replaceAll(plan, ''));
    for (const pattern of COUNTED) expect(hit(words, pattern)).toEqual([]);
  });

  test('so does the page of each indicator, supplied or not', async () => {
    for (const { id: indicator } of facts.catalogue.indicators) {
      const words = wordsOf(await pageOf(facts, area, { view: 'indicator', indicator }));
      for (const pattern of COUNTED) expect(hit(words, pattern), indicator).toEqual([]);
    }
  });
});

test('help before a social worker has one name in Northern Ireland', async () => {
  const facts = await sharedFacts('tests/bundles/northern-ireland');
  for (const view of VIEWS) {
    const words = said(await pageOf(facts, 'lough', { view }), /never/g);
    expect(hit(words, /early help/i)).toEqual([]);
  }
});

test('so do the names of what loaded figures answer', async () => {
  const facts = await sharedFacts('tests/bundles/northern-ireland');
  const area = facts.catalogue.manifest.areas.find(({ slug }) => slug === 'lough');
  if (area === undefined) throw new Error('no area');
  const told = await ownAnswers(facts, area, Object.keys(facts.catalogue.tableRows));
  const names = [...Object.values(told.groups), ...told.answered.map(({ name }) => name)];
  expect(told.answered.length).toBeGreaterThan(5);
  for (const pattern of COUNTED) expect(hit(names, pattern)).toEqual([]);
});

test('a Trust of Northern Ireland is called neither an authority nor a council', async () => {
  const facts = await sharedFacts('tests/bundles/northern-ireland');
  const pages = [
    ...VIEWS.map((view) => ({ view })),
    ...facts.catalogue.indicators.map(({ id }) => ({ view: 'indicator' as const, indicator: id }))
  ];
  for (const place of pages) {
    const words = said(await pageOf(facts, 'lough', place), /(?!)/g);
    const called = hit(words, /\b(authorit(y|ies)|councils?)\b/i);
    expect(called.filter((text) => text !== 'authority' && !text.includes('England'))).toEqual([]);
  }
});
