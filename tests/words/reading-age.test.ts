/** The reading age of what a page says, in years: 9 to 12, and for methods 13 at the most. */
import { readFileSync } from 'node:fs';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import type { Facts } from '#lib/db/facts.ts';
import { VIEWS, type AreaView } from '#lib/selection/place.ts';
import DisclosurePage from '#lib/ui/DisclosurePage.svelte';
import { firstUses } from '#lib/ui/first-uses.ts';
import GlossaryPage from '#lib/ui/GlossaryPage.svelte';
import { SAID_TERMS } from '#lib/ui/glossary.ts';
import GuidePage from '#lib/ui/GuidePage.svelte';
import MethodsPage from '#lib/ui/MethodsPage.svelte';
import RulesPage from '#lib/ui/RulesPage.svelte';
import type { ViewModel } from '#lib/views/model.ts';
import { pageOf, sharedFacts } from '../published.ts';
import { countWords, readingOf, sentencesOf, type Reading } from './readability.ts';

const published = await sharedFacts();
const demo = await sharedFacts('data/demo');
const PLACES: readonly (readonly [Facts, string])[] = [
  ...['leeds', 'leicester', 'leicestershire', 'rutland', 'england', 'city-of-london'].map(
    (area) => [published, area] as const
  ),
  ...['quill-vale-partnership', 'kestrelshire', 'lanternport', 'quillmere'].map(
    (area) => [demo, area] as const
  )
];

const RANGE = { youngest: 9, oldest: 12 };
/** Longest sentence, in words. A caption says what, where and when at once; a note may qualify. */
const LONGEST = { said: 30, caption: 36, note: 34 } as const;

type Piece = readonly [kind: keyof typeof LONGEST, text: string];

/** A list of values, as in a chart’s description, is a table in words: its figures are not prose. */
const withoutLists = (text: string): string =>
  text
    .split(/(?<=\.)\s+/)
    .filter((sentence) => sentence.split('; ').length < 3)
    .join(' ');

/** The same words said again, as by a title and its description, are measured once. */
function once(pieces: readonly Piece[]): readonly Piece[] {
  const bare = (text: string) => text.replace(/[.:]$/, '');
  return [...new Map(pieces.toReversed().map((piece) => [bare(piece[1]), piece])).values()].toReversed();
}

/** All that a reader reads as sentences; labels, cells of tables and words of source documents are not among it. */
function piecesOf(model: ViewModel): readonly Piece[] {
  const said = (texts: readonly string[]) => texts.map((text) => ['said', text] as const);
  const captions = (texts: readonly string[]) =>
    texts.map((text) => ['caption', withoutLists(text)] as const);
  return [
    ...said([model.headline.text, ...model.notices]),
    ...model.slots.flatMap(
      ({ statements, charts, tables = [], facts = [], notSupplied }): readonly Piece[] => [
        ...said([...statements, ...facts].map(({ text }) => text)),
        ...captions(charts.flatMap(({ title, subtitle, description }) => [title, subtitle, description])),
        ...captions([
          ...charts.map(({ table }) => table.caption),
          ...tables.flatMap(({ title, table }) => [title, table.caption])
        ]),
        ...said(notSupplied ? [notSupplied.what, notSupplied.remedy] : [])
      ]
    ),
    ...said(model.questions.flatMap(({ ask, because, who, evidence }) => [ask, because, who, evidence])),
    ...model.notes.map(({ text }) => ['note', text] as const)
  ];
}

const easyOf = ({ catalogue }: Facts, model: ViewModel) => ({
  names: catalogue.manifest.areas.map(({ name }) => name),
  terms: firstUses(model).terms.flatMap(({ said }) => said)
});

interface Page {
  readonly place: string;
  readonly pieces: readonly Piece[];
  readonly reading: Reading;
}

async function pagesOf(view: AreaView): Promise<readonly Page[]> {
  return Promise.all(
    PLACES.map(async ([facts, area]) => {
      const model = await pageOf(facts, area, { view });
      const pieces = once(piecesOf(model));
      const reading = readingOf(
        pieces.map(([, text]) => text),
        easyOf(facts, model)
      );
      return { place: `${area} ${view}`, pieces, reading };
    })
  );
}

describe.each(VIEWS)('the view %s', async (view) => {
  const pages = await pagesOf(view);

  test('can be read at 9 to 12 on every page, by syllables and by letters', () => {
    const outside = pages.flatMap(({ place, reading: { age } }) =>
      age >= RANGE.youngest && age <= RANGE.oldest ? [] : [`${place}: ${age.toFixed(2)}`]
    );
    expect(outside).toEqual([]);
  });

  test('says nothing in a sentence that is too long to read in one breath', () => {
    const long = pages.flatMap(({ place, pieces }) =>
      pieces.flatMap(([kind, text]) =>
        sentencesOf(text)
          .filter((sentence) => countWords(sentence) > LONGEST[kind])
          .map((sentence) => `${kind}, ${place}: ${sentence}`)
      )
    );
    expect(long).toEqual([]);
  });
});

/** The running text of a page: each paragraph and item of a list by itself. */
function textsIn(html: string): readonly string[] {
  return [...html.matchAll(/<(p|li|dd)(?: [^>]*)?>([\s\S]*?)<\/\1>/g)]
    .map(([, , inner = '']) =>
      inner
        .replace(/<!--[\s\S]*?-->|<[^>]+>/g, '')
        .replace(/&[a-z]+;/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()
    )
    .filter((text) => /[.?:]$/.test(text));
}

/** These hold nothing but words, so that their source is their page. */
const written = (page: string) => readFileSync(`src/routes/${page}/+page.svelte`, 'utf8');

describe('pages that are the same for everybody', () => {
  const props = { catalogue: published.catalogue };
  const terms = SAID_TERMS.flatMap(({ said }) => said);
  /** Methods and the check of withheld numbers are for analysts, and may ask a year or two more of a reader. */
  test.each([
    ['guide', render(GuidePage, { props }).body, 12],
    ['privacy', written('privacy'), 12],
    ['accessibility', written('accessibility'), 13],
    ['glossary', render(GlossaryPage, { props }).body, 12],
    ['rules', render(RulesPage, { props }).body, 12],
    ['methods', render(MethodsPage, { props }).body, 13],
    ['disclosure', render(DisclosurePage, { props }).body, 13]
  ])('%s can be read at its age', (_, body, oldest) => {
    const { age, sentences } = readingOf(textsIn(body), { names: [], terms });
    expect(sentences).toBeGreaterThan(10);
    expect(age).toBeLessThanOrEqual(oldest);
  });
});
