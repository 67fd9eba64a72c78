/** Which drafted sentences behind a text are no longer as they were when it was written. */
import { number } from '../number.ts';

interface Resting {
  readonly what: string;
  readonly shown: string;
  readonly when: string;
}

/** That figures changed, in a line or two, and what each was and is now. */
export interface Changed {
  readonly text: string;
  readonly changes: readonly string[];
}

/** What is said in full where it stands alone. */
const SHORT = 300;

const isSame = (one: Resting, other: Resting): boolean =>
  one.what === other.what && one.when === other.when && one.shown === other.shown;

const without = (some: readonly Resting[], others: readonly Resting[]): readonly Resting[] =>
  some.filter((one) => !others.some((other) => isSame(one, other)));

/** Words before a first number that are enough to tell what a sentence is about. */
const ENOUGH = 12;

/** The month of a milestone, whose name comes after it. */
const SINCE = /^After [A-Z][a-z]+ \d{4} /;

/**
 * What a sentence counts: its words before the first number, or all its words where those are few. Two sentences about one
 * matter may count different things, and one is then not what became of the other.
 */
function countedIn({ what, shown: said }: Resting): string {
  const shown = said.replace(SINCE, '');
  const head = shown.slice(0, shown.search(/\d/));
  return `${what}|${head.length >= ENOUGH ? head : shown.replace(/\d[\d,.]*/g, '#')}`;
}

const quoted = ({ shown }: Resting): string => `“${shown}”`;

/** `It was: “Plans: 7.” It is now: “Plans: 9.”`, with its dates where those are new. */
function movedText(was: Resting, is: Resting): string {
  const dated = ({ when }: Resting) => (was.when === is.when ? '' : ` (${when})`);
  return `It was${dated(was)}: ${quoted(was)} It is now${dated(is)}: ${quoted(is)}`;
}

const countText = (count: number, one: string, more: string): readonly string[] =>
  count === 0 ? [] : [`${number(count)} ${count === 1 ? one : more}`];

function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

/** `Figures that this rests on have changed since it was written. It was: … It is now: …` Undefined where none has. */
export function restsChanged(was: readonly Resting[], is: readonly Resting[]): Changed | undefined {
  const fresh = [...without(is, was)];
  const moved: string[] = [];
  const gone: string[] = [];
  for (const before of without(was, is)) {
    const at = fresh.findIndex((after) => countedIn(after) === countedIn(before));
    const [after] = at < 0 ? [] : fresh.splice(at, 1);
    if (after === undefined) gone.push(`No longer here: ${quoted(before)}`);
    else moved.push(movedText(before, after));
  }
  const changes = [...moved, ...gone, ...fresh.map((one) => `New since: ${quoted(one)}`)];
  const [only, ...more] = changes;
  if (only === undefined) return undefined;
  const said = 'Figures that this rests on have changed since it was written';
  if (more.length === 0 && only.length <= SHORT) return { text: `${said}. ${only}`, changes };
  const counts = [
    ...countText(moved.length, 'sentence has other numbers', 'sentences have other numbers'),
    ...countText(gone.length, 'is no longer here', 'are no longer here'),
    ...countText(fresh.length, 'is new', 'are new')
  ];
  return { text: `${said}. Of what was drafted from them, ${listed(counts)}.`, changes };
}
