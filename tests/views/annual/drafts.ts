/** Drafts of yearly reports of areas of a bundle, each page made once. */
import type { AnnualHeading } from '#lib/domain/annual.ts';
import type { Facts } from '#lib/db/facts.ts';
import { deskAt, type DraftAt } from '#lib/views/annual/desk.ts';
import { annualDraft, annualHeadings, headingsOn } from '#lib/views/annual/draft.ts';
import type { AnnualDraft } from '#lib/views/annual/model.ts';
import type { ViewModel } from '#lib/views/model.ts';
import { readPage } from '#lib/views/pack/page-text.ts';
import { viewOf, type Unanswerable } from '#lib/views/view.ts';
import { pageOf } from '../../published.ts';

export const MADE = '2026-11-23';

export function pagesOf(facts: Facts): (text: string, reckonedOn?: string) => ReturnType<DraftAt['pages']> {
  const made = new Map<string, Promise<ViewModel | Unanswerable>>();
  return (text, reckonedOn = MADE) => {
    const key = `${reckonedOn} ${text}`;
    const read = readPage(text);
    const page =
      made.get(key) ??
      (read === undefined
        ? Promise.resolve({ unanswerable: `There is no ${text}.` })
        : viewOf(facts, read.place, reckonedOn));
    made.set(key, page);
    return page;
  };
}

/** The drafts of an area by the id of their heading. */
export async function draftsOf(
  facts: Facts,
  area: string,
  headings: readonly AnnualHeading[] = headingsOn(annualHeadings(), MADE)
): Promise<ReadonlyMap<string, AnnualDraft>> {
  const desk = deskAt({
    page: `${area}/overview`,
    model: await pageOf(facts, area),
    made: MADE,
    pages: pagesOf(facts),
    catalogue: facts.catalogue
  });
  const drafts = await Promise.all(headings.map((heading) => annualDraft(desk, heading, headings)));
  return new Map(drafts.map((draft) => [draft.id, draft]));
}

export const textsOf = (drafts: ReadonlyMap<string, AnnualDraft>, id: string): readonly string[] =>
  (drafts.get(id)?.sentences ?? []).map(({ said }) => said.text);
