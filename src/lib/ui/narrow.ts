/** Which indicators a list is narrowed to. */
import { wordsOf } from './plain-words.ts';

/** What a reader chose; absent means all. */
export interface Narrowing {
  readonly group?: string;
  readonly feed?: string;
  readonly mark?: string;
  readonly figures?: string;
  /** Words typed. */
  readonly find?: string;
}

export interface Narrowed {
  readonly group: string;
  readonly feeds: readonly string[];
  readonly mark: string;
  readonly figures: string;
  readonly words: readonly string[];
}

/** A typed word finds what begins with it, in the singular too. */
function begins(part: string, typed: string): boolean {
  return (
    part.startsWith(typed) || (typed.length > 3 && typed.endsWith('s') && part.startsWith(typed.slice(0, -1)))
  );
}

/** Whether every choice fits, and every typed word begins some word of it. */
export function fits(row: Narrowed, { group, feed, mark, figures, find = '' }: Narrowing): boolean {
  return (
    (group === undefined || row.group === group) &&
    (feed === undefined || row.feeds.includes(feed)) &&
    (mark === undefined || row.mark === mark) &&
    (figures === undefined || row.figures === figures) &&
    wordsOf(find).every((typed) => row.words.some((part) => begins(part, typed)))
  );
}
