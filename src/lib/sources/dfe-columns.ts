/** Column names of DfE releases, matched by what they mean rather than how a release happens to spell them. */

/** Whole phrases first, so that their words are not taken one by one. Applied in order to spaced lower-case text. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\b(children|child) in need plans?\b/g, 'cinplan'],
  [/\bcin plans?\b/g, 'cinplan'],
  [/\bcinplans\b/g, 'cinplan'],
  [/\b(child(ren)?|young) protection plans?\b/g, 'cpp'],
  [/\bcp plans?\b/g, 'cpp'],
  [/\binitial (child protection )?conferences?\b/g, 'icpc'],
  [/\b(children|child) in need\b/g, 'cin'],
  [/\bre referrals?\b/g, 'rereferral'],
  [/\bmost recent\b/g, 'latest'],
  [/\bno further action\b/g, 'nfa'],
  [/\b(second or subsequent|second and subsequent|repeat)\b/g, 'subsequent'],
  [/\b(as at|at) 31( march| mar)?\b/g, 'at31'],
  [/\b31 march\b/g, 'at31'],
  [/\bany point\b/g, 'anypoint'],
  [/\bs 47s?\b/g, 'section 47'],
  [/\bs47s?\b/g, 'section 47'],
  [/\b(local authority|la)\b/g, 'la'],
  [/\bper ?(cent|centage)\b/g, 'percent'],
  [/\b(pct|percentage)\b/g, 'percent'],
  [/\brate per( 10 ?000)?\b/g, 'rate'],
  [/\bper 10 ?000( children)?\b/g, 'rate'],
  [/\bup to\b/g, 'upto'],
  [/\bor (less|under|fewer)\b/g, 'upto'],
  [/\b(or|and) (more|over|above|older)\b/g, 'plus'],
  [/\b16 over\b/g, '16 plus'],
  [/\b12 months?\b/g, '1 year'],
  [/\b24 months?\b/g, '2 year'],
  [/\b(two)\b/g, '2'],
  [/\b(one)\b/g, '1'],
  [/\b(three)\b/g, '3'],
  [/\b(six)\b/g, '6'],
  [/\b(violence)\b/g, 'abuse']
];

const SAME: Readonly<Record<string, string>> = {
  starting: 'start',
  started: 'start',
  starts: 'start',
  began: 'start',
  ending: 'end',
  ended: 'end',
  ends: 'end',
  ceased: 'end',
  children: 'child',
  childs: 'child',
  cpps: 'cpp',
  icpcs: 'icpc',
  referred: 'referral',
  rereferrals: 'rereferral',
  parents: 'parent',
  physically: 'physical',
  emotionally: 'emotional',
  first: 'initial',
  last: 'latest',
  mar: 'march'
};

/** Words that change nothing about what a column of these releases counts. */
const SILENT = new Set(
  (
    'a an and the of or in to by for with was were who is be been subject during number count counts ' +
    'total value figure figures episode episodes abuse than but at misuse services service ' +
    'source sources agency agencies'
  ).split(' ')
);

/** Words that say nothing before a number (`over 6 months to 1 year`) and change everything elsewhere. */
const BOUND = /\b(more|less|fewer|over|under)( than)?(?= \d)/g;

/** `CPP_At31_rate` → `cpp at31 rate`: lower case, spaced, phrases folded. */
export function foldName(name: string): string {
  let text = name
    .replace(/^\uFEFF/, '')
    .normalize('NFKD')
    .replace(/['’]/g, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]{2,})([A-Z][a-z]{2,})/g, '$1 $2')
    .toLowerCase()
    .replace(/%/g, ' percent ')
    .replace(/\+/g, ' plus ')
    .replace(/&/g, ' and ')
    .replace(/(\d),(\d{3})/g, '$1$2')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/([a-z]{2})(\d)/g, '$1 $2')
    .replace(/(\d)([a-z]{2})/g, '$1 $2')
    .trim();
  for (const [phrase, word] of PHRASES) text = text.replace(phrase, word);
  return text;
}

function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') && !word.endsWith('us')
    ? word.slice(0, -1)
    : word;
}

/**
 * What a column name means, as its telling words in alphabetical order: `Referrals_child`, `child_referral_count`
 * and `Number of children referred` all give `child referral`.
 */
export function meaningOf(name: string): string {
  const known = MEANINGS.get(name) ?? workOut(name);
  MEANINGS.set(name, known);
  return known;
}

/** The same few hundred names are asked for in every file. */
const MEANINGS = new Map<string, string>();

function workOut(name: string): string {
  const words = foldName(name)
    .replace(BOUND, '')
    .split(' ')
    .filter((word) => word !== '' && !SILENT.has(word))
    .map((word) => SAME[word] ?? SAME[singular(word)] ?? singular(word));
  return [...new Set(words)].sort().join(' ') || foldName(name);
}

/** Rates and percentages are worked out again by the product, so a column that holds one is never read. */
export function isDerived(name: string): boolean {
  const words = meaningOf(name).split(' ');
  return words.includes('rate') || words.includes('percent') || words.includes('percentile');
}

/** Whether a header is one of the spellings to the letter; case and what joins words apart, as releases differ in that. */
export function isExact(header: string, spellings: readonly string[]): boolean {
  const plain = (name: string) => name.toLowerCase().replace(/[ _-]+/g, '_');
  return spellings.some((spelling) => plain(spelling) === plain(header));
}

/**
 * Positions of every header that means the same as any of `spellings`, best first: those that mean the first
 * spelling, then the second and so on; of the same, those spelled to the letter, then from left to right.
 */
export function claimsOf(
  headers: readonly string[],
  meanings: readonly string[],
  spellings: readonly string[]
): readonly number[] {
  const wanted = spellings.map(meaningOf);
  return meanings
    .map((meaning, position) => ({ position, rank: wanted.indexOf(meaning) }))
    .filter(({ rank }) => rank >= 0)
    .map((claim) => ({ ...claim, exact: isExact(headers[claim.position] ?? '', spellings) }))
    .sort((a, b) => a.rank - b.rank || Number(b.exact) - Number(a.exact) || a.position - b.position)
    .map(({ position }) => position);
}

/** The header that means the same as any of `spellings`, with its position. */
export function findColumn(headers: readonly string[], spellings: readonly string[]): number | undefined {
  return claimsOf(headers, headers.map(meaningOf), spellings)[0];
}
