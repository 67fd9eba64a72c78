/** What stands out most beside the position: one rule for the headlines of all views. */
import type { Mark } from '#lib/domain/mark.ts';
import type { Statement } from './model.ts';

/** Something a figure says, and how far that figure is from the usual. */
export interface Finding {
  /** 1 where it just does enough to be said, 2 where it is twice as far from the usual. */
  readonly weight: number;
  /** It tells how far something has come over years: what is so now, or changed last, is said before it. */
  readonly overYears?: true;
  /** One sentence fit for a headline; absent where the finding is only asked about. */
  readonly says?: Statement;
}

/** From this weight on a finding is news. */
const NEWS = 1;

/**
 * The sentence of the finding that stands out most; of two alike the first. A gap or the latest change comes before what
 * moved over years, however far that has come from an old extreme. Undefined where nothing stands out.
 */
export function mostStriking(findings: readonly Finding[]): Statement | undefined {
  return findings
    .flatMap((finding) =>
      finding.says && finding.weight >= NEWS ? [{ ...finding, says: finding.says }] : []
    )
    .toSorted((a, b) => Number(a.overYears === true) - Number(b.overYears === true) || b.weight - a.weight)[0]
    ?.says;
}

/** From neglect alone to every reason: sentences said together carry the widest mark of them. */
const WIDTH: Readonly<Record<Mark, number>> = { neglect: 0, includes: 1, all: 2 };

/** Statements read as one. */
export function together(first: Statement, ...others: readonly (Statement | undefined)[]): Statement {
  const all = [first, ...others.filter((each) => each !== undefined)];
  const marks = all.flatMap(({ mark }) => mark ?? []);
  const [mark] = marks.toSorted((a, b) => WIDTH[b] - WIDTH[a]);
  const notes = [...new Set(all.flatMap((each) => each.notes ?? []))];
  const [reckonedOn] = all.flatMap((each) => each.reckonedOn ?? []);
  const isOfDay = all.some(({ lasting }) => lasting !== undefined);
  return {
    ...first,
    text: all.map(({ text }) => text).join(' '),
    ...(mark ? { mark } : {}),
    ...(notes.length > 0 ? { notes } : {}),
    ...(isOfDay ? { lasting: all.map(({ text, lasting = text }) => lasting).join(' ') } : {}),
    ...(reckonedOn === undefined ? {} : { reckonedOn })
  };
}
