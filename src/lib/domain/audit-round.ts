/** When two rounds of an audit may be compared: with the same question, scale, sampling and tier, and not otherwise. */

/** What is known of how a round was held. */
export interface RoundFacts {
  /** What was asked, where that is told apart; an id. */
  readonly question?: string;
  /** The grades that were given, where they are known. */
  readonly scale?: readonly string[];
  /** How records were chosen: `random`. */
  readonly method?: string;
  /** Of whom they were chosen: `families known for neglect at any tier`. */
  readonly frame?: string;
  /** Ids of the tiers of help to which the round was held; none where it was held to none. */
  readonly tiers?: readonly string[];
}

/** Why two rounds are not compared. `untold`: nobody says how one of them was chosen. */
export type RoundDifference = 'question' | 'scale' | 'sampling' | 'frame' | 'tier' | 'untold';

const plain = (text: string) => text.trim().toLowerCase().replace(/\s+/g, ' ');

function differ<T>(a: T | undefined, b: T | undefined, alike: (a: T, b: T) => boolean): boolean {
  return a !== undefined && b !== undefined && !alike(a, b);
}

const sameWords = (a: string, b: string) => plain(a) === plain(b);
const sameSet = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((each) => b.includes(each));
/** A grade that nobody got may have no row, so scales are told apart where they share no grade at all. */
const sameScale = (a: readonly string[], b: readonly string[]) =>
  a.length === 0 || b.length === 0 || a.some((each) => b.includes(each));

/**
 * Why two rounds cannot be compared; empty where they can. A round that does not say how its records were chosen, or of
 * whom, is compared with none.
 */
export function roundsDiffer(a: RoundFacts, b: RoundFacts): readonly RoundDifference[] {
  const untold = [a, b].some(({ method, frame }) => method === undefined || frame === undefined);
  const tier = differ(a.tiers, b.tiers, sameSet);
  const why: readonly (readonly [RoundDifference, boolean])[] = [
    ['sampling', differ(a.method, b.method, sameWords)],
    ['tier', tier],
    ['frame', !tier && differ(a.frame, b.frame, sameWords)],
    ['question', differ(a.question, b.question, sameWords)],
    ['scale', differ(a.scale, b.scale, sameScale)],
    ['untold', untold]
  ];
  return why.filter(([, is]) => is).map(([reason]) => reason);
}

/** Ids of the tiers that the words for a frame name: `families on a child protection plan for neglect`. */
export function tiersNamed(
  frame: string,
  tiers: readonly { readonly id: string; readonly name: string }[]
): readonly string[] {
  const said = plain(frame);
  return tiers
    .filter(({ name }) => said.includes(plain(name).replace(/s$/, '')))
    .map(({ id }) => id)
    .sort();
}

/** Whether a way of choosing lets a round speak for more than the records that were read. */
export function drawnByChance(method: string): boolean {
  return /\b(random\w*|every|every(one|body)|all|whole|census|systematic)\b/i.test(method);
}
