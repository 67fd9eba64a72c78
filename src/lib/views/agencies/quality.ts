/** How good referrals are where they were audited, and whether those who refer are satisfied. */
import { partnershipOf } from '#lib/domain/area.ts';
import { isKnown, isThere } from '#lib/domain/cell.ts';
import { dateInWords, type Period } from '#lib/domain/period.ts';
import { drawnText, laterQualityText } from '#lib/words/agencies/front-door.ts';
import { captionText } from '#lib/words/caption.ts';
import { supplySentence, valueSentence, rangeSentence } from '#lib/words/figure.ts';
import { shareText } from '#lib/words/value.ts';
import type { Answer } from '#lib/indicators/answer.ts';
import type { Context } from '../context.ts';
import { firstLater } from '../first-later.ts';
import { asDrawn, drawnOf } from '../drawn.ts';
import { notesOf } from '../figures.ts';
import type { Slot, Statement } from '../model.ts';
import type { MemberAnswer } from '../reading.ts';
import type { Asked } from './asked.ts';
import { chartOrTable, shareBars } from './bars.ts';
import { hereNow } from './sources.ts';

const QUALITY = 'referrals-quality-share';

interface Round {
  readonly each: MemberAnswer;
  /** ISO date. */
  readonly on: string;
  readonly drawn: string;
  readonly year: Period;
}

/** Rounds with a figure of the area in these years, each with how its sample was drawn. */
function roundsIn(context: Context, asked: Asked, upTo: readonly Period[]): readonly Round[] {
  const { area, catalogue } = context;
  return (asked.qualityByRound?.members ?? [])
    .flatMap((each): Round[] => {
      const row = (catalogue.registers.rounds ?? []).find(({ round }) => round === each.member.id);
      const year = upTo.find((at) => isThere(each.at(area.id, at).value));
      return row && year ? [{ each, on: row.date, drawn: drawnText(row.method, row.frame), year }] : [];
    })
    .sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** Those up to the page's date. */
const roundsOf = (context: Context, asked: Asked): readonly Round[] =>
  roundsIn(
    context,
    asked,
    context.years.filter(({ end }) => end <= context.period.end)
  );

/** When referrals are first audited, where that is after the page's date: by agency, where they are audited already. */
function laterText(context: Context, asked: Asked, audited: boolean): string | undefined {
  const { area } = context;
  const first = firstLater(context, (year) =>
    audited
      ? hereNow(context, asked.qualityByAgency, year) !== undefined
      : isThere(asked.answer(QUALITY, area.id, year).value)
  );
  if (first === undefined) return undefined;
  const [round] = audited ? [] : roundsIn(context, asked, [first.year]);
  return laterQualityText(audited, round?.on ?? first.year.end, first.position);
}

/** Two rounds are set side by side, and compared only where both were drawn alike. */
function alike(latest: Round | undefined, earlier: Round): string {
  return latest?.drawn === earlier.drawn
    ? 'Both were drawn in the same way.'
    : `That round was ${earlier.drawn}, so the two are not comparable.`;
}

/** Without the range where the sample was not drawn by chance. */
const shown = (context: Context, asked: Asked, answer: Answer): Answer =>
  asDrawn(answer, drawnOf(context, answer, asked.qualityByRound));

function auditStatements(context: Context, asked: Asked): readonly Statement[] {
  const answer = shown(context, asked, asked.answer(QUALITY));
  const { indicator, value } = answer;
  const rounds = roundsOf(context, asked);
  const latest = rounds.at(-1);
  const sample = latest
    ? ` The audit was on ${dateInWords(latest.on)}: ${latest.drawn}.`
    : ` How its sample was drawn: ${drawnOf(context, answer, asked.qualityByRound).how}.`;
  if (!isKnown(value))
    return isThere(value)
      ? [{ text: valueSentence(answer), mark: indicator.mark, indicator: indicator.id }]
      : [];
  const range = rangeSentence(answer);
  const earlier = rounds.at(-2);
  const before = earlier?.each.at(context.area.id, earlier.year);
  const said =
    earlier && before && isKnown(before.value) && isKnown(before.numerator) && isKnown(before.denominator)
      ? [
          {
            text: `The round before, on ${dateInWords(earlier.on)}, found ${shareText(indicator, before.numerator.value, before.denominator.value, before.value.value)}. ${alike(latest, earlier)}`,
            mark: indicator.mark
          }
        ]
      : [];
  return [
    {
      text: `${valueSentence(answer)}${sample}${range ? ` ${range}` : ''}`,
      mark: indicator.mark,
      indicator: indicator.id,
      notes: notesOf(context, answer)
    },
    ...said
  ];
}

/** People who refer are asked for a whole partnership. */
function satisfiedStatements(context: Context, asked: Asked): readonly Statement[] {
  const partnership = partnershipOf(context.area, context.catalogue.manifest.areas);
  const own = asked.answer('referrers-satisfied-share');
  const theirs = partnership && asked.answer('referrers-satisfied-share', partnership.id);
  const answer = isKnown(own.value) ? own : theirs;
  if (!answer || !isKnown(answer.value)) return [];
  const whole =
    partnership && answer === theirs && partnership.id !== context.area.id
      ? ` This is for the whole of ${partnership.name}.`
      : '';
  return [
    {
      text: `${valueSentence(answer)}${whole}`,
      mark: answer.indicator.mark,
      indicator: answer.indicator.id,
      notes: notesOf(context, answer)
    }
  ];
}

function byAgency(context: Context, asked: Asked): ReturnType<typeof chartOrTable> {
  const members = hereNow(context, asked.qualityByAgency)?.members ?? [];
  const bars = members
    .filter(({ at }) => isThere(at().value))
    .map(({ member, at }) => ({ ...member, result: shown(context, asked, at()) }));
  const drawn = shareBars(context, bars, {
    id: 'quality-by-agency',
    title: 'Referrals that said enough to decide on, by agency',
    subtitle: captionText(members[0]?.indicator.subtitle ?? '', context.area.name, context.period.label),
    head: 'Agency',
    when: context.period.label,
    wholes: true
  });
  return chartOrTable(bars, drawn);
}

/** Always there: what is known of the quality of referrals, or what to supply to know it. */
export function qualitySlot(context: Context, asked: Asked): Slot {
  const statements = [...auditStatements(context, asked), ...satisfiedStatements(context, asked)];
  const { charts, tables } = byAgency(context, asked);
  const apart = charts.length + tables.length > 0;
  const audited = isThere(asked.answer(QUALITY).value);
  const what = audited
    ? 'The quality of referrals from each agency.'
    : 'The quality of referrals: how many say enough to decide on, by agency.';
  const later = apart ? undefined : laterText(context, asked, audited);
  return {
    id: 'quality',
    heading: 'How good are the referrals?',
    statements: [...statements, ...(later === undefined ? [] : [{ text: later }])],
    figures: [],
    charts,
    tables,
    ...(apart || later !== undefined
      ? {}
      : { notSupplied: { what, remedy: supplySentence(context.indicator(QUALITY)) } })
  };
}
