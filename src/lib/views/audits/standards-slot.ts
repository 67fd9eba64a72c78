/** Every standard in every round, in three tables: assessments, plans, agencies. */
import type { Group } from '#lib/domain/indicator.ts';
import { isWithheld } from '#lib/disclosure/may-say.ts';
import { namedCounts, standardsText } from '#lib/words/audits/findings.ts';
import { sampleText } from '#lib/words/audits/rounds.ts';
import { itemised, listed, lowerFirst, number, sentence } from '#lib/words/number.ts';
import { areaInSentence } from '#lib/words/place.ts';
import type { Context } from '../context.ts';
import type { ChartModel, Slot, Statement } from '../model.ts';
import type { Evidence, Standard } from './evidence.ts';
import { byStrength, isFewerBetter, namedIn } from './found-words.ts';
import { isEmpty, readText, roundsOfStandards, standardsHeat } from './heat.ts';
import { auditStandards } from './standards.ts';
import type { Judged } from './verdict.ts';

/** What standards are about, in the order in which they stand. */
export const PARTS: readonly {
  readonly id: string;
  readonly name: string;
  readonly groups: readonly Group[];
}[] = [
  {
    id: 'assessments',
    name: 'Referrals and assessments',
    groups: ['prevalence', 'front-door', 'assessment']
  },
  { id: 'plans', name: 'Plans, challenge and drift', groups: ['plans'] },
  { id: 'agencies', name: 'Agencies and managers', groups: ['partners', 'workforce', 'governance'] }
];

/** So many of the weakest are named. */
const MOST_WEAKEST = 3;

/** So many names at most in a sentence. */
const MOST_NAMED = 6;

/** Weakest first, then those without a place in that order; those that should not be met last, as their shade runs the other way. */
function inOrder(standards: readonly Standard[], { latest }: Judged): readonly Standard[] {
  const ranked = byStrength({ standards }, latest);
  const all = [...ranked, ...standards.filter((standard) => !ranked.includes(standard))];
  return [...all.filter((standard) => !isFewerBetter(standard)), ...all.filter(isFewerBetter)];
}

/** `Of 32 standards asked, 31 can be ranked. Weakest in November 2023: …`, with how the charts order them. */
function rankedText(asked: number, order: readonly Standard[], { latest }: Judged): string {
  const weakest = order.slice(0, MOST_WEAKEST).flatMap((each) => namedIn(each, latest) ?? []);
  const before = order.length === asked ? 'weakest' : `${number(order.length)} can be ranked. Weakest`;
  const last = order.some(isFewerBetter) ? ', and those where fewer is better after the others' : '';
  return `Of ${standardsText(asked)} asked, ${before} in ${latest.label}: ${namedCounts(weakest)}. Each chart has the weakest first${last}.`;
}

function titleOf(name: string, standards: readonly Standard[], { latest }: Judged): string {
  const [weakest] = byStrength({ standards }, latest);
  const named = weakest && namedIn(weakest, latest);
  return named ? `${name}: weakest is ${namedCounts([named])}` : name;
}

function chartOf(
  context: Context,
  evidence: Evidence,
  judged: Judged,
  { id, name }: (typeof PARTS)[number],
  standards: readonly Standard[]
): ChartModel {
  const rounds = roundsOfStandards(standards);
  const title = titleOf(name, standards, judged);
  return standardsHeat(
    context,
    evidence.area.id,
    inOrder(standards, judged),
    {
      id: `audit-${id}`,
      title,
      said: rounds.map((round) => `${sampleText(round)}.`).join(' '),
      subtitle: `${name}. Audits in ${areaInSentence(evidence.area)}: ${readText(rounds)}`
    },
    judged.pairs
  );
}

const named = (standards: readonly { readonly name: string }[]) =>
  standards.length > MOST_NAMED
    ? standardsText(standards.length)
    : itemised(standards.map(({ name }) => `“${lowerFirst(name)}”`));

/** Standards whose every count is missing are named and not drawn. */
function hiddenSentence(hidden: readonly Standard[]): Statement | undefined {
  const [first] = hidden;
  if (!first) return undefined;
  const withheld = hidden.every(({ found }) => found.some(({ n, of }) => [n, of].some(isWithheld)));
  const which = named(hidden.map(({ label }) => ({ name: label })));
  return {
    text: `Of ${which} ${withheld ? 'the counts are withheld, so that nobody can be identified' : 'no count can be shown'}.`,
    mark: first.indicator.mark
  };
}

/** What an audit could answer and this area’s did not. */
function lacking(
  context: Context,
  { standards, outcomes }: Evidence,
  apart: readonly string[]
): Slot['notSupplied'] {
  const here = [...standards, ...outcomes].map(({ indicator }) => indicator.id);
  const asked = auditStandards(context.catalogue).filter(({ id }) => !here.includes(id));
  const what = [
    ...(asked.length > 0 ? [`In no round here: ${named(asked)}.`] : []),
    ...(apart.length > 0 ? [`What audits found by ${listed(apart, 'or')}.`] : [])
  ];
  return what.length === 0
    ? undefined
    : {
        what: what.join(' '),
        remedy: `The audit tool holds it: for each standard, so many of so many${apart.length > 0 ? `, by ${listed(apart)}` : ''}. The sheet is under Data, Templates: “What audits of children’s records found”.`
      };
}

/** All standards that any round looked at, by what they are about; `apart`: what figures do not tell apart. */
export function standardsSlot(
  context: Context,
  evidence: Evidence,
  judged: Judged,
  apart: readonly string[]
): Slot {
  const shown = evidence.standards.filter((standard) => !isEmpty(standard));
  const charts = PARTS.flatMap((part) => {
    const standards = shown.filter(({ indicator }) => part.groups.includes(indicator.group));
    return standards.length === 0 ? [] : [chartOf(context, evidence, judged, part, standards)];
  });
  const order = byStrength(evidence, judged.latest);
  const asked = evidence.standards.filter(({ found }) =>
    found.some(({ round }) => round.id === judged.latest.id)
  );
  const hidden = hiddenSentence(evidence.standards.filter(isEmpty));
  const notSupplied = lacking(context, evidence, apart);
  return {
    id: 'audit-standards',
    heading: 'Standard by standard',
    statements: [
      {
        text:
          order.length > 0
            ? rankedText(asked.length, order, judged)
            : `${sentence(standardsText(evidence.standards.length))} looked at, ${judged.latest.label} last.`,
        mark: evidence.standards[0]?.indicator.mark ?? 'neglect'
      },
      ...(hidden ? [hidden] : [])
    ],
    figures: [],
    charts,
    ...(notSupplied ? { notSupplied } : {})
  };
}
