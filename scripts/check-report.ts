/** What `lens check` says of a bundle. */
import type { DisclosureRecord, DisclosureSettings, OfficialCheck } from '#lib/domain/disclosure.ts';
import { isSafe, type BundleAudit, type BundleLeak } from '#lib/disclosure/audit-bundle.ts';
import { settingsInWords } from '#lib/disclosure/settings.ts';
import type { Bundle } from '#lib/sources/bundle.ts';
import { besideInWords, contradictionInWords, leakInWords, type Names } from '#lib/words/disclosure.ts';
import { number } from '#lib/words/number.ts';

export interface Found {
  readonly bundle: Bundle;
  readonly settings: DisclosureSettings;
  readonly audit: BundleAudit;
  /** Numbers shown of figures that contradict one another, by id. */
  readonly shown: Readonly<Record<string, number>>;
  /** What it was held against: releases that it keeps, and of official figures those of its areas. */
  readonly beside: DisclosureRecord['beside'];
}

/** So many leaks are told one by one. */
const TOLD = 20;
/** So many contradictions are. */
const NAMED = 10;
const PUBLISHERS: readonly string[] = ['Department for Education'];

/** Whether nothing is wrong with a bundle. Of raw figures small ones are shown: that is what protecting them is for. */
export function isClean({ audit, bundle }: Found): boolean {
  return isRaw(bundle) ? audit.impossible.length === 0 : isSafe(audit);
}

/** Figures that say themselves that nobody has protected them yet. */
function isRaw({ manifest }: Pick<Bundle, 'manifest'>): boolean {
  return manifest.protected === 'no';
}

/** Official statistics: protected by whoever published them, so that what they give away is theirs to tell. */
export function isOfficial({ manifest }: Pick<Bundle, 'manifest'>): boolean {
  const { protected: isProtected, disclosure, publisher } = manifest;
  return isProtected === 'yes' && disclosure === undefined && PUBLISHERS.includes(publisher);
}

/** How many withheld figures of a bundle its own tables give away, without anything being supposed. */
export function tallyOf({
  bundle,
  settings,
  audit
}: Pick<Found, 'bundle' | 'settings' | 'audit'>): OfficialCheck {
  const withheld = audit.leaks.filter(isOfWithheld);
  return {
    vintage: bundle.manifest.sources[0]?.vintage ?? bundle.manifest.id,
    withheld: audit.withheld,
    givenAway: withheld.length,
    exact: withheld.filter(({ kind }) => kind === 'worked out').length,
    rule: settings.id
  };
}

const isOfWithheld = ({ kind, supposing }: BundleLeak) =>
  supposing === undefined && (kind === 'worked out' || kind === 'narrowed');

const some = (count: number, one: string, many: string) => `${number(count)} ${count === 1 ? one : many}`;

/** For the terminal. No value of a withheld figure is in it, and of official statistics no figure at all. */
export function foundInWords(found: Found, names: Names): string {
  const { bundle, settings, audit, beside } = found;
  const { manifest } = bundle;
  const head = [
    `${manifest.title}`,
    `  ${some(audit.cells, 'figure', 'figures')}, ${number(audit.withheld)} withheld; ${some(audit.relations, 'way', 'ways')} in which figures add up were followed.`,
    `  Rules: ${settings.name}. ${settingsInWords(settings)[0] ?? ''}`,
    '  Held against:',
    ...besideInWords(beside).map((line) => `  - ${line}`),
    ...(manifest.protected === 'no'
      ? ['  It says that it is not protected: nothing of it may be published.']
      : [])
  ];
  return [...head, '', ...(isOfficial(bundle) ? officialLines(found) : ownLines(found, names))].join('\n');
}

function officialLines(found: Found): string[] {
  const { withheld, givenAway, exact } = tallyOf(found);
  return [
    `Of ${some(withheld, 'withheld figure', 'withheld figures')}, ${number(givenAway)} can be worked out, or nearly, from these tables; ${number(exact)} of them exactly. Which they are is written only to a file that you name with --leaks.`
  ];
}

/** First how many and of what kinds, and what else is wrong; then the plainest one by one. */
function ownLines({ audit, bundle, shown }: Found, names: Names): string[] {
  const { leaks, givenAway, impossible, contradictions } = audit;
  const most = isRaw(bundle) ? 0 : TOLD;
  const told = leaks.slice(0, most).flatMap((leak, at) => {
    const { what, why, remedy } = leakInWords(leak, names);
    return [
      `${at + 1}. ${what}`,
      ...why.map((line) => `     ${line}`),
      ...(remedy === undefined ? [] : [`     ${remedy}`])
    ];
  });
  const more = most === 0 ? 0 : leaks.length - most;
  return [
    leaks.length === 0
      ? 'Nothing that must be hidden is shown, or can be worked out.'
      : isRaw(bundle)
        ? `Not protected yet: ${some(leaks.length, 'figure', 'figures')} would have to be hidden; protect it with npm run lens -- protect.`
        : `${some(leaks.length, 'figure that must be hidden is', 'figures that must be hidden are')} shown, or can be worked out:`,
    ...(leaks.length > 1 ? kindsInWords(leaks) : []),
    ...impossible.flatMap((relations) => [
      'These cannot all be true, so that nothing is proved of the figures in them:',
      ...relations.map((relation) => `     ${contradictionInWords(relation, names, shown)}`)
    ]),
    ...(givenAway.length === 0
      ? []
      : [
          `${some(givenAway.length, 'figure', 'figures')} can be worked out from what is out already, if nothing has changed since, whatever is withheld here.`
        ]),
    ...unreliable(contradictions),
    ...contradictions
      .slice(0, NAMED)
      .map((relation) => `     ${contradictionInWords(relation, names, shown)}`),
    ...(contradictions.length > NAMED ? [`     and ${number(contradictions.length - NAMED)} more`] : []),
    ...(leaks.length > 1 && most > 0 ? [''] : []),
    ...(more > 0 ? [`The plainest ${number(most)}:`] : []),
    ...told,
    ...(more > 0 ? [`and ${number(more)} more: --leaks <file> names them all.`] : [])
  ];
}

const KINDS: Readonly<Record<BundleLeak['kind'], string>> = {
  'small count shown': 'small counts that are shown',
  'nobody shown': 'noughts that are shown',
  'all or none shown': 'all or none of a small group, shown',
  'worked out': 'withheld, but can be worked out exactly',
  narrowed: 'withheld, but can be worked out nearly',
  implied: 'in no table, but can be worked out',
  'not rounded': 'not rounded'
};

/** How many there are of each kind. */
function kindsInWords(leaks: readonly BundleLeak[]): string[] {
  const counts = new Map<BundleLeak['kind'], number>();
  for (const { kind } of leaks) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => `  ${KINDS[kind]}: ${number(count)}`);
}

/** What is shown and should agree, and does not, in two kinds. */
function unreliable(contradictions: Found['audit']['contradictions']): string[] {
  const same = contradictions.filter(({ assumed, parts }) => assumed === true && parts.length === 1).length;
  const sums = contradictions.length - same;
  return [
    ...(same === 0
      ? []
      : [
          `${some(same, 'figure differs', 'figures differ')} from the same figure elsewhere, so that no reader can lean on ${same === 1 ? 'it' : 'them'} for another.`
        ]),
    ...(sums === 0
      ? []
      : [
          `${some(sums, 'sum does', 'sums do')} not add up in what is shown, so that no reader can lean on ${sums === 1 ? 'it' : 'them'}.`
        ])
  ];
}

/** For a program; of official statistics numbers only. */
export function foundAsJson(found: Found): object {
  const { bundle, settings, audit, beside } = found;
  const { leaks, givenAway, contradictions, impossible, ...numbers } = audit;
  return {
    title: bundle.manifest.title,
    audience: bundle.manifest.audience,
    protected: bundle.manifest.protected,
    settings,
    heldAgainst: beside.map(({ title }) => title),
    safe: isSafe(audit),
    ...(isRaw(bundle) ? { notProtectedYet: true, toHide: leaks.length } : {}),
    ...numbers,
    ...(isOfficial(bundle) ? tallyOf(found) : { leaks, impossible, givenAway: givenAway.length }),
    contradictions: contradictions.length
  };
}
