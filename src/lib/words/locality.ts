/** What a page of a locality says of all that is counted for its authority only. */
import { itemised, lowerFirst } from './number.ts';

/** The message of a Journey without a figure; of a locality, whether its authority has what it has not. */
export const goesOnText = (name: string, whole: string | undefined): string =>
  `How long neglect goes on, and how often children come back, is ${whole === undefined ? 'not in these figures' : suppliedForWhole(name, whole)}.`;

/** `supplied for Kestrelshire, and not for Amberfold alone`. */
export const suppliedForWhole = (name: string, whole: string): string =>
  `supplied for ${whole}, and not for ${name} alone`;

/** What to do about that, after what is counted. @param how `, with 7 to 15 as a band` */
export const countHereText = (whole: string, how = ''): string =>
  `Supplied for ${whole} as a whole. Count it by locality too${how}.`;

export const LOCALITY_REST = 'What is not counted here';

export interface LocalityRest {
  readonly name: string;
  /** Of which it is a part; undefined where that has no page. */
  readonly parent: string | undefined;
  /** Headings of what the page has nothing to say of. */
  readonly lacking: readonly string[];
  /** Whether the page has anything to say. */
  readonly any: boolean;
}

/** `Nothing else on this page is counted for Amberfold alone. Kestrelshire, which it is part of, has a page of its own: …` */
export function localityRestText({ name, parent, lacking, any }: LocalityRest): string {
  const lead = `Nothing${any ? ' else' : ''} on this page is counted for ${name} alone.`;
  if (parent === undefined) return lead;
  const topics = lacking.map((heading) => lowerFirst(heading.replace(/\?$/, '')));
  return `${lead} See the page of ${parent}, which ${name} is part of, for these: ${itemised(topics)}.`;
}
