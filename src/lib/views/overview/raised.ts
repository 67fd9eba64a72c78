/** Questions that the figures of other views raise, where a partnership supplies those, with how much they stand out. */
import { isKnown } from '#lib/domain/cell.ts';
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
import { gain, verdictOf } from '../audits/verdict.ts';
import { apart, partsOf, peersOf } from '../journey/peers.ts';
import { RESTARTS, restartsText } from '../journey/stop-start.ts';
import type { Context } from '../context.ts';
import type { Raised } from '../questions.ts';
import { bareCounts } from '#lib/words/audits/findings.ts';
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
    says: { text: question.because, mark: lead.counted.mark }
  };
};

/** The standard that clearly fell most between two rounds that may be compared. */
const auditFell: Rule = async (context) => {
  const evidence = (await auditEvidence(context))(context.area);
  const verdict = verdictOf(evidence);
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
        weight: 1 + 2 * Math.abs(gain(worst)),
        says: { text: question.because, mark: worst.standard.indicator.mark }
      }
    : undefined;
};

/** Services from whom none is recorded, where they could be told apart. */
const nobodyRefers: Rule = async (context) => {
  const own = ['referrals-dentists-count', 'referrals-adult-services-count'] as const;
  if (own.every((role) => !context.indicator(role).supplied)) return undefined;
  const asked = await ask(context);
  const found = noneRecorded(context, asked);
  const question = agencyQuestions(context, asked, found).find(({ id }) => id === 'none-recorded');
  return question ? { question, weight: NONE } : undefined;
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
    question: {
      id: 'help-again',
      ask: asked.ask,
      because,
      who: `${asked.who}.`,
      evidence: `${asked.settles}.`
    }
  });
};

export async function raisedElsewhere(context: Context): Promise<readonly Raised[]> {
  const found = await Promise.all(
    [olderFew, auditFell, nobodyRefers, stopStart].map((rule) => rule(context))
  );
  return found.filter((each) => each !== undefined);
}
