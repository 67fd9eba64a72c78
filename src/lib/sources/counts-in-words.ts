/** Numbers in words that may be counts of somebody: not dates, ages, shares, lengths of time, labels or rules. */

const WORDS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const SOME = `(?:\\d+|${WORDS.join('|')})`;
const NUMBER = new RegExp(
  `(?<![\\p{L}\\d.,/–-]|\\d:)(\\d{1,3}(?:,\\d{3})+|\\d+|${WORDS.join('|')})(?![\\p{L}\\d/:%–-]|[.,]\\d)`,
  'giu'
);
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const TIME = '(?:years?|months?|weeks?|days?|hours?|minutes?|quarters?|terms?)';
const SOMEBODY =
  '(?:child|children|girls?|boys?|bab(?:y|ies)|infants?|unborn|young|people|persons?|pupils?|siblings?|brothers?|sisters?|famil(?:y|ies)|parents?|mothers?|fathers?|plans?|cases?|referrals?|assessments?|enquir(?:y|ies)|conferences?|episodes?|contacts?|audits?|deaths?|incidents?|(?:of|in) (?:them|these|those|whom|which))';

/** What stands before a number that is no count. */
const BEFORE_OTHERS = [
  `\\b${MONTH}`,
  `\\b(?:aged?|ages)(?: ${SOME} (?:to|and|or))?`,
  `\\b(?:under|over|above|below|(?:fewer|less|more) than|at least|at most|up to)`,
  `\\b${SOME} in(?: every)?`,
  '\\b(?:no|per|for every|every)',
  `\\b(?:counts? (?:of|between)|rounded to|nearest|multiples? of)(?: ${SOME} (?:to|and|or))?`,
  '\\b(?:section|table|note|figure|chart|tier|level|stage|phase|part|step|chapter|page|version|item|round|quarter|week|year|day|grade|band|appendix|annex|paragraph|priority|question|column|row|line)s?'
].map((words) => new RegExp(`${words} $`, 'iu'));

/** What follows a number that is no count. */
const AFTER_OTHERS = [
  `(?: (?:to|and|or) ${SOME})? ${MONTH}\\b`,
  `(?: (?:to|and|or) ${SOME})?[ -](?:(?:working|calendar|school|full|whole|consecutive|more|further) )?${TIME}\\b`,
  ' (?:and|or) (?:over|under|above|below|older|younger|more|fewer|less)\\b',
  `(?: (?:to|and|or) ${SOME})? (?:per ?cent|percent|percentage|%|pounds?|pence)`,
  ` in (?:every )?(?:\\d{1,2}(?!\\d)|${WORDS.join('|')}|a hundred)\\b`
].map((words) => new RegExp(`^${words}`, 'iu'));

const OF_SOMEBODY = new RegExp(`^(?: [\\p{L}’'-]+){0,3} ${SOMEBODY}\\b`, 'iu');
/** `there were 3`, `fell to 3`, `girls: 3`. */
const SAID_ALONE =
  /(?:[:=]|\b(?:was|were|is|are|only|just|to|from|by|remaining|other|all|these|those|and|or)) $/iu;
const ENDS = /^(?:[.;,)]|$)/u;
/** Numbers up to here are said of everything; larger ones seldom are. */
const SMALL = 12;

/**
 * The numbers of a text that may be how many children, plans or events there are. When in doubt a number is one of them,
 * but a small one only where somebody is counted, or it stands where a count would.
 */
export function countsIn(text: string): ReadonlySet<number> {
  const line = text.replace(/[ \t\u00a0]+/gu, ' ');
  const found = new Set<number>();
  for (const match of line.matchAll(NUMBER)) {
    const [said] = match;
    const before = line.slice(Math.max(0, match.index - 60), match.index);
    const after = line.slice(match.index + said.length, match.index + said.length + 60);
    if (isCount(said, before, after)) found.add(numberOf(said));
  }
  return found;
}

function isCount(said: string, before: string, after: string): boolean {
  if (isOfAList(before, after)) return false;
  if (BEFORE_OTHERS.some((other) => other.test(before))) return false;
  if (AFTER_OTHERS.some((other) => other.test(after))) return false;
  const counted = OF_SOMEBODY.test(after);
  if (/^(?:19|20)\d\d$/u.test(said)) return counted;
  if (numberOf(said) > SMALL || counted) return true;
  return (
    said.toLowerCase() !== 'one' && (SAID_ALONE.test(before) || /[:=] ?$/u.test(before)) && isLast(after)
  );
}

/** `1.` or `(1)` before what is said. */
function isOfAList(before: string, after: string): boolean {
  return /(?:^|[\n(;•*-] ?)$/u.test(before) && /^[.)]/u.test(after);
}

/** No other thing follows that the number would be of. */
const isLast = (after: string) =>
  ENDS.test(after) || /^ (?:in|at|on|by|from|to|for|and|or|but|this|last)\b/iu.test(after);

function numberOf(said: string): number {
  const word = WORDS.indexOf(said.toLowerCase());
  return word >= 0 ? word + 1 : Number(said.replaceAll(',', ''));
}
