/** Questions that the figures of other views raise, where a partnership supplies those, with how much they stand out. */
import { isKnown } from '#lib/domain/cell.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import { agesOf } from '../age/ages.ts';
import { agePage } from '../age/page.ts';
import { ageQuestions } from '../age/questions.ts';
import { olderShare } from '../age/older-share.ts';
import { ask } from '../agencies/asked.ts';
import { noneRecorded } from '../agencies/none-recorded.ts';
import { questions as agencyQuestions } from '../agencies/questions.ts';
import { auditEvidence } from '../audits/evidence.ts';
import { changeOf } from '../audits/found-words.ts';
import { standardQuestion } from '../audits/questions.ts';
import { gain, verdictOf, type Pair, type Verdict } from '../audits/verdict.ts';
import { apart, partsOf, peersOf } from '../journey/peers.ts';
import { RESTARTS, restartsText } from '../journey/stop-start.ts';
import type { Context } from '../context.ts';
import type { Statement } from '../model.ts';
import type { Raised } from '../questions.ts';
import { bareCounts } from '#lib/words/audits/findings.ts';
import { foundChangedText, type Dated } from '#lib/words/audits/headline.ts';
import { listed, number, sentence } from '#lib/words/number.ts';

type Rule = (context: Context) => Promise<Raised | undefined>;

/** Weights of what is sure and of what is likely, where no other measure tells how far a figure stands out. */
const CLEARLY = 1.8;
const PROBABLY = 1.1;
/** Years without a single referral. */
const NONE = 1.3;
/** So many times the share of another authority of the partnership. */
const TIMES = 1.5;

/** Few older children among those on a plan, beside the country. */
const olderFew: Rule = async (context) => {
  if (!context.indicator('older-neglect-share').supplied) return undefined;
  const page = agePage(context, await agesOf(context));
  const { lead } = page;
  const question = ageQuestions(page).find(({ id }) => id.startsWith('older-few'));
  if (!question || !lead?.older) return undefined;
  const { comparison } = olderShare(page, lead, lead.older);
  return {
    question,
    weight: comparison?.certainty === 'clearly' ? CLEARLY : PROBABLY,
    about: [context.indicator('older-neglect-share').id],
    says: { text: question.because, mark: lead.counted.mark }
  };
};

/** The standard that clearly fell most between two rounds that may be compared. */
function auditFell(verdict: Verdict): Raised | undefined {
  const worst = verdict.kind === 'changed' ? verdict.worse[0] : undefined;
  const change = worst && changeOf(worst);
  const question =
    worst &&
    change &&
    standardQuestion(
      worst.standard.indicator,
      `${worst.standard.label}: ${bareCounts(change.to)} in ${worst.to.round.label}, ${bareCounts(change.from)} in ${worst.from.round.label}.`
    );
  return question
    ? {
        question,
        about: [worst.standard.indicator.id],
        weight: 1 + 2 * Math.abs(gain(worst)),
        says: { text: question.because, mark: worst.standard.indicator.mark }
      }
    : undefined;
}

/** What audits found clearly worse and clearly better is a change too, though no national figure holds it. */
function auditsChanged(verdict: Verdict): Statement | undefined {
  if (verdict.kind !== 'changed') return undefined;
  const told = (pairs: readonly Pair[]) =>
    pairs.flatMap((pair): Dated[] => {
      const change = changeOf(pair);
      return change ? [{ ...change, when: { from: pair.from.round.label, to: pair.to.round.label } }] : [];
    });
  const text = foundChangedText(told(verdict.better), told(verdict.worse));
  const [first] = [...verdict.worse, ...verdict.better];
  return text === undefined || !first ? undefined : { text, mark: first.standard.indicator.mark };
}

/** Services from whom none is recorded, where they could be told apart. */
const nobodyRefers: Rule = async (context) => {
  const own = ['referrals-dentists-count', 'referrals-adult-services-count'].map((role) =>
    context.indicator(role)
  );
  if (own.every(({ supplied }) => !supplied)) return undefined;
  const asked = await ask(context);
  const found = noneRecorded(context, asked);
  const question = agencyQuestions(context, asked, found).find(({ id }) => id === 'none-recorded');
  if (!question) return undefined;
  const at = await context.reading.answers(own.filter(({ supplied }) => supplied));
  const isNone = (indicator: PlacedIndicator) => {
    const { value } = at(indicator);
    return isKnown(value) && value.value === 0;
  };
  return {
    question,
    weight: NONE,
    about: own.filter((each) => each.supplied && isNone(each)).map(({ id }) => id)
  };
};

/** Help that closes and starts again, clearly more often than in another authority of the partnership. */
const stopStart: Rule = (context) => {
  const own = context.result(RESTARTS);
  const said = restartsText(context);
  const { questions } = own.indicator;
  const lower = peersOf(context).flatMap((peer) => {
    const other = context.result(RESTARTS, peer.id);
    const told = apart(partsOf(own), partsOf(other));
    return told?.sure === 'clearly' && told.higher && isKnown(other.value) && other.value.value > 0
      ? [{ peer, value: other.value.value }]
      : [];
  });
  const [least] = lower.toSorted((a, b) => a.value - b.value);
  const [asked] = questions;
  if (!least || !asked || said === undefined || !isKnown(own.value)) return Promise.resolve(undefined);
  const beside = listed(lower.map(({ peer, value }) => `${peer.name} ${number(value)}%`));
  const because = `${sentence(said)}; in ${beside}.`;
  return Promise.resolve({
    weight: own.value.value / least.value / TIMES,
    says: { text: because, mark: own.indicator.mark },
    about: [own.indicator.id],
    question: {
      id: 'help-again',
      ask: asked.ask,
      because,
      who: `${asked.who}.`,
      evidence: `${asked.settles}.`
    }
  });
};

export interface Elsewhere {
  readonly raised: readonly Raised[];
  /** What changed between two rounds of audit that may be compared. */
  readonly audits: Statement | undefined;
  /** By indicator: how what audits found of it clearly changed. */
  readonly changed: ReadonlyMap<string, 'better' | 'worse'>;
}

function changedIn(verdict: Verdict): Elsewhere['changed'] {
  if (verdict.kind !== 'changed') return new Map();
  const all = (pairs: readonly Pair[], how: 'better' | 'worse') =>
    pairs.map(({ standard }) => [standard.indicator.id, how] as const);
  return new Map([...all(verdict.better, 'better'), ...all(verdict.worse, 'worse')]);
}

export async function raisedElsewhere(context: Context): Promise<Elsewhere> {
  const [evidenceIn, older, nobody, again] = await Promise.all([
    auditEvidence(context),
    olderFew(context),
    nobodyRefers(context),
    stopStart(context)
  ]);
  const verdict = verdictOf(evidenceIn(context.area));
  return {
    raised: [older, auditFell(verdict), nobody, again].filter((each) => each !== undefined),
    audits: auditsChanged(verdict),
    changed: changedIn(verdict)
  };
}
