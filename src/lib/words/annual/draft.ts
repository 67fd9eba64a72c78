/** Words of a yearly report’s draft that no page has. */
import { FEEDS } from '#lib/domain/labels.ts';
import type { Feed } from '#lib/domain/indicator.ts';
import { dateInWords } from '#lib/domain/dates.ts';
import type { Action } from '../audits/actions.ts';
import { inWords, listed, lowerFirst, sentence } from '../number.ts';
import { figuresTogether } from './progress.ts';

const STARTS_WITH_DATE = /^[A-Z][a-z]+ \d{4}\b/;

/** Kinds of evidence of which nothing is held. */
export const lackText = (abouts: readonly string[]): string =>
  `No evidence is held on ${listed(abouts, 'or')}.`;

/** Figures that are there and cannot be said. */
export const withheldHere = (figures: readonly string[]): string =>
  `Withheld, so that no child can be identified: ${figuresTogether(figures).map(lowerFirst).join('; ')}.`;

/** `Training records or survey.` Published figures are there or are not; nobody can supply them. */
export function feedsText(feeds: readonly Feed[]): string {
  const own = [...new Set(feeds)].filter((feed) => feed !== 'published' && feed !== 'population');
  return own.length === 0
    ? ''
    : `It could come from: ${listed(
        own.map((feed) => lowerFirst(FEEDS[feed])),
        'or'
      )}.`;
}

/** Whose figure it is, where it is not that of the area the report is of. */
export const ofWhole = (name: string, text: string): string =>
  `For the whole of ${name}, ${lowerFirst(text)}`;

/** `In Kestrelshire, plans for neglect: 55 of 201 plans started`; a date or a name that it begins with keeps its capital. */
export const ofAuthority = (name: string, text: string, names: readonly string[] = []): string =>
  `In ${name}, ${STARTS_WITH_DATE.test(text) || names.some((each) => text.startsWith(each)) ? text : lowerFirst(text)}`;

interface Side {
  readonly name: string;
  /** `Plans for neglect: 55 of 201 plans started. That is close to England.` */
  readonly text: string;
}

/** What is said of one authority: `Kestrelshire 55 of 201 plans started (close to England)`. */
function sideText({ name, text }: Side, head: string): string {
  const [value = '', ...more] = text
    .slice(head.length)
    .replace(/\.$/, '')
    .split(/\. (?=[A-Z])/);
  const about = more.map((each) => lowerFirst(each).replace(/^that is /, ''));
  return `${name} ${value}${about.length === 0 ? '' : ` (${about.join('; ')})`}`;
}

/**
 * Sentences of one indicator about several authorities as one: `Plans for neglect: Kestrelshire 55 of 201 plans started;
 * Lanternport 33 of 167 plans started.` and what it says of each. Undefined where they do not begin alike.
 */
export function besideText(
  sides: readonly Side[]
): { readonly text: string; readonly each: readonly string[] } | undefined {
  const [first] = sides;
  const colon = first?.text.lastIndexOf(': ') ?? -1;
  if (!first || sides.length < 2 || colon < 0) return undefined;
  const head = first.text.slice(0, colon + 2);
  if (!sides.every(({ text }) => text.startsWith(head) && text.lastIndexOf(': ') === colon)) return undefined;
  const each = sides.map((side) => sideText(side, head));
  return { text: `${head}${each.join('; ')}.`, each };
}

export const factText = (term: string, text: string): string =>
  sentence(`${term}: ${/^\d/.test(term) ? text : lowerFirst(text)}`.replace(/\.?$/, '.'));

const quoted = (text: string): string => `“${text.replace(/\.$/, '')}”`;
const whoseText = (role: string | undefined): string => (role ? ` (${role})` : '');

/** `Decided on 5 December 2023: “…” (chair of the quality group).` */
export const decisionText = (decision: {
  readonly date: string;
  readonly decision: string;
  readonly owner_role?: string | undefined;
}): string =>
  `Decided on ${dateInWords(decision.date)}: ${quoted(decision.decision)}${whoseText(decision.owner_role)}.`;

/**
 * `Action: “…” (principal social worker), from the thematic review of 2023. Finished 10 May 2023, in time.`
 * @param stands how it stands, in the words of `words/audits/actions.ts`
 */
export function actionText(
  action: Action & {
    readonly action: string;
    readonly owner_role: string;
    readonly result?: string | undefined;
    readonly review?: string | undefined;
  },
  stands: string | undefined
): string {
  const came = action.closed && action.result ? ` ${action.result.replace(/\.?$/, '.')}` : '';
  const from = action.review ? `, from: ${action.review.replace(/\.$/, '')}` : '';
  return `Action: ${quoted(action.action)}${whoseText(action.owner_role)}${from}.${stands === undefined ? '' : ` ${stands}.`}${came}`;
}

/** Where a log is kept and holds nothing of a kind. */
export const noneText = (kinds: readonly string[]): string =>
  kinds.includes('decisions')
    ? 'No decision of the year is in the log.'
    : `No action in the log is ${listed(kinds, 'or')}.`;

/** `What was done: the six figures that its draft rests on`. */
export const restsTitle = (heading: string, count: number): string =>
  `${heading}: the ${count === 1 ? 'figure' : `${inWords(count)} figures`} that its draft rests on`;

/** In the stead of a drafted sentence that stands above its table. */
export const IN_THE_WORDS = 'As in the words above';

export const restsCaption = (heading: string, area: string): string =>
  `The figures that the words under “${heading}” stand on, each as it was drafted, ${area}`;

/** Where drafted sentences have their figures from. */
export const fromText = (sources: readonly string[]): string =>
  `From: ${sources.map((source) => source.replace(/\.$/, '')).join('; ')}.`;

/** What is asked of whoever edits a draft. */
export const mustText = (must: string, source: string): string => `${must} (${source}.)`;
