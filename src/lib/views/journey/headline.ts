/** How long, and how many times: one or two sentences from what there is. */
import { isKnown } from '#lib/domain/cell.ts';
import type { Result } from '#lib/indicators/evaluate.ts';
import { recodingTerms } from '#lib/indicators/recoding.ts';
import type { Comparison } from '#lib/stats/compare.ts';
import { relation } from '#lib/words/compare.ts';
import { shareAs } from '#lib/stats/which-chart.ts';
import { shortValue } from '#lib/words/figure.ts';
import { goesOnText } from '#lib/words/locality.ts';
import { standInEnd } from '#lib/words/journey/stand-in.ts';
import { number, sentence } from '#lib/words/number.ts';
import { recoding } from '../category-series.ts';
import type { Context } from '../context.ts';
import type { Statement } from '../model.ts';
import { together } from '../news.ts';
import { isAbroad } from '../setting.ts';
import type { History } from './history-cells.ts';
import { historyHeadline } from './history.ts';
import { apart, partsOf, peersOf } from './peers.ts';
import { RESTARTS, restartsBeside } from './stop-start.ts';

interface Said {
  readonly text: string;
  readonly mark: Statement['mark'];
  /** How sure it is that it stands apart from the country: what is clear comes first. */
  readonly certainty: Comparison['certainty'];
}

const SURE: readonly Comparison['certainty'][] = ['clearly', 'probably', 'cannotTell'];

/** `, up from 10.9% a year earlier`, where that lies outside the range of the figure and nothing was recoded between. */
function sinceText(context: Context, result: Result): string {
  const { area, previous, period } = context;
  const { indicator, value, ranges } = result;
  if (!previous || !ranges || !isKnown(value)) return '';
  const before = context.result(indicator.id, area.id, previous);
  if (!isKnown(before.value)) return '';
  const recoded = recodingTerms(indicator) !== undefined && recoding(context, previous, period) !== 'none';
  const { lower, upper } = ranges.at95;
  const was = before.value.value;
  if (recoded || (was >= lower && was <= upper)) return '';
  return `, ${was < value.value ? 'up' : 'down'} from ${shortValue(indicator, was)} a year earlier`;
}

/** `26.0% of plans started were for a child who had one before, close to England`. */
function shareText(
  context: Context,
  role: string,
  of: Readonly<Record<'neglect' | 'all', string>>
): Said | undefined {
  const result = context.result(role);
  const { indicator, numerator, denominator, value } = result;
  if (!isKnown(value) || !isKnown(numerator) || !isKnown(denominator)) return undefined;
  const what = indicator.mark === 'all' ? of.all : of.neglect;
  const few = shareAs(denominator.value) === 'counts';
  const none = numerator.value === 0;
  const lead =
    few || none
      ? `${none ? 'none' : number(numerator.value)} of ${number(denominator.value)}`
      : `${shortValue(indicator, value.value)} of`;
  const [benchmark] = context.benchmarks(role).slice(-1);
  const comparison = benchmark && !few ? context.compareWith(result, benchmark) : undefined;
  const beside =
    comparison && benchmark && isKnown(benchmark.value)
      ? `, ${relation(comparison)} ${benchmark.name} (${shortValue(indicator, benchmark.value.value)})`
      : '';
  const peer = comparison ? undefined : peerBeside(context, role);
  return {
    text: `${lead} ${what}${few ? '' : sinceText(context, result)}${peer ? peer.text : beside}`,
    mark: indicator.mark,
    certainty: (comparison ?? peer)?.certainty ?? 'cannotTell'
  };
}

/** `, against 34.5% in Kestrelshire`: an authority of the partnership that is clearly or probably apart, where nobody publishes the figure. */
function peerBeside(context: Context, role: string): Pick<Said, 'text' | 'certainty'> | undefined {
  const own = context.result(role);
  return peersOf(context)
    .flatMap((peer) => {
      const other = context.result(role, peer.id);
      const told = apart(partsOf(own), partsOf(other));
      const many = isKnown(other.denominator) && shareAs(other.denominator.value) === 'percentage';
      return told && told.sure !== 'cannotTell' && many && isKnown(other.value)
        ? [
            {
              text: `, against ${shortValue(own.indicator, other.value.value)} in ${peer.name}`,
              certainty: told.sure
            }
          ]
        : [];
    })
    .toSorted((a, b) => SURE.indexOf(a.certainty) - SURE.indexOf(b.certainty))[0];
}

const SHARES = [
  [
    'plans-repeat-share',
    {
      neglect: 'plans started for neglect were for a child who had a plan before',
      all: 'plans started were for a child who had one before'
    }
  ],
  [
    'plans-two-years-share',
    {
      neglect: 'children on a plan for neglect had been on it for two years or more',
      all: 'children on a plan had been on it for two years or more'
    }
  ],
  [
    'referrals-repeat-share',
    {
      neglect: 'referrals for neglect came within a year of another',
      all: 'referrals came within a year of another'
    }
  ]
] as const;

/** Help that started again, beside the other authorities of the partnership. */
function restartsSaid(context: Context): Statement | undefined {
  const said = restartsBeside(context);
  return said === undefined ? undefined : { text: `${said}.`, mark: context.result(RESTARTS).indicator.mark };
}

/** Where the figures are of every reason, what a reader must know of them. */
const standIn = ({ catalogue }: Context, said: readonly Said[]): string =>
  said.every(({ mark }) => mark === 'all') ? ` ${standInEnd(said.length === 1, isAbroad(catalogue))}` : '';

/**
 * Earlier help of the children on a plan, and help that started again; without those, the shares furthest from the country.
 * @param whole the authority of a locality, where that has what the locality has not
 */
export function journeyHeadline(context: Context, histories: readonly History[], whole?: string): Statement {
  const told = [historyHeadline(histories), restartsSaid(context)].filter((each) => each !== undefined);
  const said = SHARES.flatMap(([role, of]) => shareText(context, role, of) ?? [])
    .toSorted((a, b) => SURE.indexOf(a.certainty) - SURE.indexOf(b.certainty))
    .slice(0, 2 - told.length);
  const shares = said.map(({ text, mark }): Statement => ({
    text: `${sentence(text)}.`,
    ...(mark ? { mark } : {})
  }));
  const [first, ...others] = [...told, ...shares];
  if (!first)
    return {
      text: goesOnText(context.area.name, whole)
    };
  const message = together(first, ...others);
  return told.length > 0 ? message : { ...message, text: `${message.text}${standIn(context, said)}` };
}
