/** What a yearly report can never be without, put back where a pack lost it: in a file edited by hand, or from before. */
import type { Commentary, Pack, PackPart } from '#lib/domain/pack.ts';
import type { AnnualHeading } from '#lib/domain/annual.ts';
import { freshId, MOST_PARTS } from '#lib/selection/pack-edit.ts';
import { noRoomText, restoredText } from '#lib/words/report.ts';
import { annualHeadings, headingsOn } from '../annual/draft.ts';
import { wordsTo } from './written.ts';

type Draft = Extract<PackPart, { kind: 'draft' }>;

export interface WholePack {
  readonly pack: Pack;
  /** Parts that were put back and that nobody has written to, each with the sentence of `notices` that says so. */
  readonly unwritten: readonly { readonly part: string; readonly notice: string }[];
  /** What was put back, or could not be, in sentences. */
  readonly notices: readonly string[];
}

const isDraft = (part: PackPart): part is Draft => part.kind === 'draft';

/** Before the first heading that follows it in a yearly report, else behind the last. */
function withHeading(pack: Pack, heading: AnnualHeading, order: readonly AnnualHeading[]): [Pack, Draft] {
  const placeOf = (named: string) => order.findIndex(({ id }) => id === named);
  const own = placeOf(heading.id);
  const { parts } = pack;
  const after = parts.findIndex((part) => isDraft(part) && placeOf(part.heading) > own);
  const at = after === -1 ? parts.findLastIndex(isDraft) + 1 : after;
  const beside = parts.slice(0, at).findLast(isDraft) ?? parts.find(isDraft);
  const id = freshId(pack, heading.id);
  const part: Draft = { kind: 'draft', id, page: beside?.page ?? '', heading: heading.id };
  return [{ ...pack, parts: parts.toSpliced(at, 0, part) }, part];
}

/**
 * The same pack where it is no yearly report, or lacks nothing.
 * @param day ISO date: headings are asked for that are in force on it
 */
export function wholePack(
  { pack, commentary }: { readonly pack: Pack; readonly commentary: readonly Commentary[] },
  day: string,
  headings: readonly AnnualHeading[] = annualHeadings()
): WholePack {
  const drafts = pack.parts.filter(isDraft);
  const order = headingsOn(headings, day);
  const lost = order.filter(
    ({ id, neverEmpty }) => neverEmpty && !drafts.some(({ heading }) => heading === id)
  );
  if (drafts.length === 0) return { pack, unwritten: [], notices: [] };
  return lost.reduce<WholePack>(
    (whole, heading) => {
      if (whole.pack.parts.length >= MOST_PARTS)
        return { ...whole, notices: [...whole.notices, noRoomText(heading.heading)] };
      const [now, part] = withHeading(whole.pack, heading, order);
      const isWritten = wordsTo(now, commentary, part.id).length > 0;
      const notice = restoredText(heading.heading, isWritten);
      return {
        pack: now,
        unwritten: isWritten ? whole.unwritten : [...whole.unwritten, { part: part.id, notice }],
        notices: [...whole.notices, notice]
      };
    },
    { pack, unwritten: [], notices: [] }
  );
}
