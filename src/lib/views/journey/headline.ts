/** How long, and how many times: one or two sentences from what there is. */
import { isKnown } from '#lib/domain/cell.ts';
import { relation } from '#lib/words/compare.ts';
import { shareAs } from '#lib/stats/which-chart.ts';
import { shortValue } from '#lib/words/figure.ts';
import { number, sentence } from '#lib/words/number.ts';
import type { Context } from '../context.ts';
import type { Statement } from '../model.ts';
import type { History } from './history-cells.ts';
import { historyHeadline } from './history.ts';
import { restartsText } from './stop-start.ts';

interface Said {
  readonly text: string;
  readonly mark: Statement['mark'];
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
  return { text: `${lead} ${what}${beside}`, mark: indicator.mark };
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

export function journeyHeadline(context: Context, histories: readonly History[]): Statement {
  const history = historyHeadline(histories);
  const restarts = restartsText(context);
  if (history)
    return { ...history, text: `${history.text}${restarts === undefined ? '' : ` ${sentence(restarts)}.`}` };
  if (restarts !== undefined)
    return { text: `${sentence(restarts)}.`, mark: context.result('help-restarts-share').indicator.mark };
  const said = SHARES.flatMap(([role, of]) => shareText(context, role, of) ?? []).slice(0, 2);
  const [first] = said;
  if (!first)
    return {
      text: 'How long neglect goes on, and how often children come back, is not in these figures.'
    };
  const all = said.every(({ mark }) => mark === 'all');
  return {
    text: `${said.map(({ text }) => sentence(text)).join('. ')}.${all ? ' Both count every reason: nothing is published of how long neglect goes on.' : ''}`.replace(
      said.length === 1 ? 'Both count' : '\u0000',
      'This counts'
    ),
    ...(first.mark === undefined ? {} : { mark: first.mark })
  };
}
