/** The headline of an area’s page, and one clause of it for a partnership’s. */
import {
  changedHeadline,
  changedText,
  fewHeadline,
  notComparableHeadline,
  singleHeadline,
  unchangedHeadline
} from '#lib/words/audits/headline.ts';
import { readUnit } from '#lib/words/audits/findings.ts';
import { number } from '#lib/words/number.ts';
import { areaInSentence } from '#lib/words/place.ts';
import type { Statement } from '../model.ts';
import type { Evidence } from './evidence.ts';
import { byStrength, changeOf, namedIn } from './found-words.ts';
import type { Round } from './rounds.ts';
import { apparent } from './apparent.ts';
import type { Judged, Pair, Verdict } from './verdict.ts';

function unitIn({ standards }: Evidence): string {
  const [first] = standards;
  return first ? readUnit(first.indicator) : 'records';
}

const changesOf = (pairs: readonly Pair[]) => pairs.flatMap((pair) => changeOf(pair) ?? []);

function strengths(evidence: Evidence, round: Round) {
  const order = byStrength(evidence, round);
  const [weakest, strongest] = [order[0], order.length > 1 ? order.at(-1) : undefined];
  return {
    weakest: weakest && namedIn(weakest, round),
    strongest: strongest && namedIn(strongest, round)
  };
}

const labelOf = ({ before }: Judged) => before?.label ?? '';

function textOf(
  evidence: Evidence,
  verdict: Exclude<Verdict, { kind: 'nothing' }>,
  named: readonly string[]
): string {
  const { judged } = verdict;
  const { latest, before } = judged;
  const area = areaInSentence(evidence.area);
  switch (verdict.kind) {
    case 'few':
      return fewHeadline(area, latest.label, verdict.read, unitIn(evidence));
    case 'changed':
      return changedHeadline(
        { from: labelOf(judged), to: latest.label },
        changesOf(verdict.better),
        changesOf(verdict.worse)
      );
    case 'notComparable': {
      const [first] = apparent(judged.pairs, named);
      const change = first && changeOf(first);
      return notComparableHeadline(
        area,
        { from: before ?? latest, to: latest },
        verdict.differ,
        change && { ...change, unit: unitIn(evidence) }
      );
    }
    case 'unchanged':
      return unchangedHeadline(
        { round: latest.label, before: labelOf(judged), judged: judged.judged },
        strengths(evidence, latest).weakest
      );
    case 'single': {
      const { weakest, strongest } = strengths(evidence, latest);
      const read = latest.read === undefined ? undefined : { many: latest.read, unit: unitIn(evidence) };
      return singleHeadline(area, latest.label, read, weakest, strongest);
    }
  }
}

/** `named`: indicators that a decision of the partnership names, told first. */
export function message(
  evidence: Evidence,
  verdict: Exclude<Verdict, { kind: 'nothing' }>,
  named: readonly string[]
): Statement {
  return {
    text: textOf(evidence, verdict, named),
    mark: evidence.standards[0]?.indicator.mark ?? 'neglect'
  };
}

/** `in Kestrelshire one standard got clearly better and one clearly worse`. */
export function clauseOf({ area }: Pick<Evidence, 'area'>, verdict: Verdict): string {
  const name = areaInSentence(area);
  switch (verdict.kind) {
    case 'nothing':
      return `nothing is supplied for ${name}`;
    case 'few':
      return `${name} read ${number(verdict.read)}, too few for a conclusion`;
    case 'changed':
      return `in ${name} ${changedText(verdict.better.length, verdict.worse.length)}`;
    case 'unchanged':
      return `in ${name} no standard clearly changed`;
    case 'notComparable':
      return `the rounds in ${name} are not comparable with each other`;
    case 'single':
      return `${name} has one round`;
  }
}
