/** The way from a referral to a plan for neglect, step by step, and where two areas or two years part. */
import { tellingLinks, type Pathway, type PathwayCounts, type PathwayLink } from '#lib/stats/pathway.ts';
import { itemised, number, possessive } from './number.ts';

const STEPS: Readonly<Record<PathwayLink, string>> = {
  referred: 'how many children are referred',
  conference: 'how many of those referred reach a child protection conference',
  plan: 'how many of those at a conference start a plan',
  category: 'how often neglect is the category chosen for a new plan'
};

/** A step as the end of a sentence: `most of that gap is …`. */
export function stepText(link: PathwayLink): string {
  return STEPS[link];
}

/** From this share of a difference on, a step makes nearly all of it. */
const NEARLY_ALL = 0.85;

/** `Nearly all of that gap is how often neglect is the category chosen for a new plan`. */
export function mostOfText(share: number, what: string, link: PathwayLink): string {
  return `${share >= NEARLY_ALL ? 'Nearly all' : 'Most'} of ${what} is ${STEPS[link]}`;
}

const MORE: Readonly<Record<PathwayLink, readonly [more: string, fewer: string]>> = {
  referred: ['more children are referred', 'fewer children are referred'],
  conference: [
    'more of those referred reach a child protection conference',
    'fewer of those referred reach a child protection conference'
  ],
  plan: ['more of those at a conference start a plan', 'fewer of those at a conference start a plan'],
  category: [
    'neglect is more often the category of a new plan',
    'neglect is less often the category of a new plan'
  ]
};

/** `more children are referred and fewer of those referred reach a child protection conference`. */
export function stepsText(parts: Pathway): string {
  return itemised(tellingLinks(parts).map((link) => MORE[link][parts[link] > 0 ? 0 : 1]));
}

/** `… more are referred and fewer reach a conference. These steps offset one another`, for steps that go both ways. */
export function offsetText(parts: Pathway): string {
  return `${stepsText(parts)}. These steps offset one another`;
}

/** Where two sides are close: what differs on the way all the same. */
export function closeText(here: string, there: string, parts: Pathway): string {
  const start = `${here} and ${there} are close`;
  return tellingLinks(parts).length === 0
    ? `${start}, and so is every step on the way`
    : `${start}. On the way there, in ${here}: ${stepsText(parts)}`;
}

/** Beside one area that stands for others by its end alone: its steps may be quite unlike theirs. */
export const ONE_AREA = 'That is one area, and its steps may be unlike those of other similar areas';

/** `Leicestershire and the similar area in the middle are close. That is one area, …`: of its steps nothing is said. */
export function closeToOne(here: string, there: string): string {
  return `${here} and ${there} are close. ${ONE_AREA}`;
}

/** `No one step makes Leicestershire’s difference from England in children starting a plan for neglect`. */
export function noOneStep(here: string, there: string): string {
  return `No one step makes ${possessive(here)} difference from ${there} in children starting a plan for neglect`;
}

/** `No one step makes the change since a year earlier in children starting a plan for neglect in Leicestershire`. */
export function noOneStepSince(name: string): string {
  return `No one step makes the change since a year earlier in children starting a plan for neglect in ${name}`;
}

/** `… changed little in a year: from 12.4 to 12.2 in every 10,000`; `against`: though its steps did not. */
export function changedLittle(name: string, from: string, to: string, against: boolean): string {
  const said = `Counted by these steps, children starting a plan for neglect in ${name} changed little in a year, from ${from} to ${to} in every 10,000`;
  return against ? `${said}. Steps pulled against each other` : said;
}

/** `Few plans in Rutland had neglect as first category (27), so chance alone may move any step`: in place of a message. */
export function fewTitle(name: string, starts: number | undefined): string {
  return `Few plans in ${name} had neglect as first category${starts === undefined ? '' : ` (${number(starts)})`}, so chance alone may move any step`;
}

/** Why steps of too few are not drawn. */
export function tooFewSentence(name: string, needs: number): string {
  return `Fewer than ${number(needs)} plans in ${name} had neglect as first category. With so few, chance alone could make any step look large.`;
}

const COUNTED: Readonly<Record<keyof PathwayCounts, string>> = {
  children: 'how many children live there',
  referred: 'how many children were referred',
  conference: 'how many children were at an initial conference',
  started: 'how many children started a plan',
  starts: 'how many plans started',
  startsNeglect: 'how many plans started for neglect'
};

/** What a step of the way counts, as the start of `… is withheld`. */
export function countedAtStep(step: keyof PathwayCounts): string {
  return COUNTED[step];
}

const NOBODY: Readonly<Record<keyof PathwayCounts, string>> = {
  children: 'there were no children',
  referred: 'no child was referred',
  conference: 'no child was at an initial conference',
  started: 'no child started a plan',
  starts: 'no plan started',
  startsNeglect: 'no plan started for neglect'
};

/** `For Rutland, no child was referred, so the steps after it cannot be told.` */
export function endsAtSentence(name: string, step: keyof PathwayCounts): string {
  return `For ${name}, ${NOBODY[step]}, so the steps after it cannot be told.`;
}
