/** The first question of a strategy: is the neglect tool in use, and do scores change? */
import { isKnown } from '#lib/domain/cell.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import { captionText } from '#lib/words/caption.ts';
import { supplySentence, valueSentence } from '#lib/words/figure.ts';
import { listed, lowerFirst, number } from '#lib/words/number.ts';
import { figureText, firstToLatest, rowTitle, wholeOf } from '#lib/words/strategy/evidence.ts';
import type { Context } from '../context.ts';
import { heatTable, type Finding } from '../heat-table.ts';
import type { ChartModel, Slot, Statement } from '../model.ts';
import { sourcesOf } from '../provenance.ts';
import type { Breakdown } from '../reading.ts';
import { heatByArea } from './evidence-heat.ts';
import { noteHeld } from './notes.ts';
import { sharePanels } from './share-panels.ts';
import { authoritiesOf, heldBy, type Answers, type Held } from './whose.ts';

export const TOOL_ROLES = [
  'tool-used-share',
  'tool-repeated-share',
  'tool-in-supervision-share',
  'tool-before-court-share',
  'tool-courses-share',
  'tool-available-share'
] as const;
export const TOOL_SCORES = 'tool-scores-changed';

/** The first year and the latest, of whomever the figures are. */
export function heldStatement(context: Context, held: Held): Statement {
  const { indicator, area, whole, years } = held;
  const latest = held.at(context.period);
  const first = years[0];
  const earlier = first && first !== context.period ? held.at(first) : undefined;
  const said = firstToLatest(latest, earlier, first?.end.slice(0, 4) ?? '');
  return {
    text: whole ? wholeOf(area.name, said) : said,
    mark: indicator.mark,
    indicator: indicator.id,
    notes: noteHeld(context, held, 'first')
  };
}

/** `The neglect tool is used: Kestrelshire 375 of 1,057, or 35.5%; Lanternport …`: side by side, never added up. */
export function sideStatement(context: Context, held: readonly Held[]): Statement | undefined {
  const [first] = held;
  if (!first) return undefined;
  const each = held.map(
    ({ area, at }) => `${area.name}, ${figureText(at(context.period)) ?? 'no figure that can be shown'}`
  );
  return {
    text: `${first.indicator.name}: ${each.join('; ')}.`,
    mark: first.indicator.mark,
    indicator: first.indicator.id,
    notes: noteHeld(context, first, 'first')
  };
}

export interface SideRow {
  readonly label: string;
  readonly of: readonly Held[];
}

/** The indicators that the authorities of a partnership hold each for itself. */
export function sidesOf(
  context: Context,
  answers: Answers,
  indicators: readonly PlacedIndicator[]
): readonly SideRow[] {
  return indicators
    .map((indicator) => ({
      label: indicator.name,
      of: authoritiesOf(context).flatMap((area) => heldBy(context, answers, indicator, [area]) ?? [])
    }))
    .filter(({ of }) => of.length > 0);
}

/** Better, the same, worse, in each part of a child’s care. */
function domainsChart(
  context: Context,
  held: Held,
  breakdown: Breakdown | undefined
): ChartModel | undefined {
  const { area, period } = context;
  const found = (breakdown?.members ?? []).flatMap(({ member, at }) => {
    const { parts } = at(held.area.id, period);
    return parts?.some(({ result }) => isKnown(result.value)) === true ? [{ member, parts }] : [];
  });
  const [first] = found;
  const lead = held.at(period).parts?.[0];
  if (!first || !lead) return undefined;
  const findings = found.flatMap(({ member, parts }) =>
    parts.map(({ id, result }): Finding => {
      const told = isKnown(result.value);
      return {
        standard: member.id,
        round: id,
        n: told ? result.numerator : result.value,
        of: told ? result.denominator : result.value
      };
    })
  );
  const subtitle = captionText(`${held.indicator.subtitle}, by part of care`, area.name, period.label);
  const { spec, table } = heatTable(
    findings,
    found.map(({ member: { id, name } }) => ({ id, label: name })),
    first.parts.map(({ id, name }) => ({ id, label: name })),
    {
      shade: 'share of children scored at least twice',
      met: 'children',
      audits: 'scored at least twice',
      caption: subtitle
    }
  );
  const better =
    isKnown(lead.result.value) && isKnown(lead.result.numerator) && isKnown(lead.result.denominator)
      ? `${number(lead.result.numerator.value)} of ${number(lead.result.denominator.value)}`
      : undefined;
  const title =
    better === undefined
      ? 'How scores changed, first to latest, in each part of care'
      : `Scores got better for ${better} children scored at least twice`;
  return {
    id: 'tool-scores',
    title,
    subtitle,
    description: `${title}. ${spec.rows.map(({ label, places }) => `${label}: ${places.map(({ text, column }) => `${first.parts.find(({ id }) => id === column)?.name.toLowerCase() ?? ''} ${text}`).join(', ')}`).join('. ')}.`,
    mark: held.indicator.mark,
    indicator: held.indicator.id,
    spec,
    table,
    notes: noteHeld(context, held),
    covers: period.label,
    sources: sourcesOf(context, [breakdown?.table ?? '']),
    file: `tool-scores-${area.slug}-${period.id}`
  };
}

/** What is supplied of the tool, or what to supply. */
export function toolSlot(
  context: Context,
  answers: Answers,
  domains: Breakdown | undefined
): Slot | undefined {
  const indicators = TOOL_ROLES.map((role) => context.indicator(role));
  const held = indicators.flatMap((indicator) => heldBy(context, answers, indicator) ?? []);
  const scores = heldBy(context, answers, context.indicator(TOOL_SCORES));
  const sides =
    context.area.kind === 'partnership'
      ? sidesOf(context, answers, [...indicators, context.indicator(TOOL_SCORES)])
      : [];
  if (held.length === 0 && !scores && sides.length === 0) return undefined;
  const [first] = held;
  const byYear = sharePanels(
    context,
    held.map((each) => ({ held: each })),
    {
      id: 'tool-by-year',
      title: first ? rowTitle(first.indicator, first.years, first.at) : '',
      subtitle: 'Use of the neglect tool and training for it'
    }
  );
  const byArea = heatByArea(
    context,
    sides.filter(({ of }) => of.every(({ indicator }) => indicator.kind === 'share')),
    {
      id: 'tool-by-authority',
      title: 'Use of the neglect tool in each authority',
      subtitle: 'Use of the neglect tool'
    }
  );
  const domain = scores ? domainsChart(context, scores, domains) : undefined;
  const missingNames = indicators.filter(({ supplied }) => !supplied).map(({ name }) => lowerFirst(name));
  return {
    id: 'tool',
    heading: 'Is the neglect tool in use?',
    statements: [
      ...sides.slice(0, 2).flatMap(({ of }) => sideStatement(context, of) ?? []),
      ...held.slice(0, sides.length > 0 ? 1 : 2).map((each) => heldStatement(context, each)),
      ...(scores
        ? [
            {
              text: valueSentence(scores.at(context.period)),
              mark: scores.indicator.mark,
              indicator: scores.indicator.id,
              notes: noteHeld(context, scores, 'all')
            }
          ]
        : [])
    ],
    figures: [],
    charts: [byArea, byYear.chart, domain].filter((chart) => chart !== undefined),
    facts: byYear.facts,
    ...(missingNames.length > 0
      ? {
          notSupplied: {
            what: `Not supplied: ${listed(missingNames)}.`,
            remedy: supplySentence(context.indicator(TOOL_ROLES[0]))
          }
        }
      : {})
  };
}
