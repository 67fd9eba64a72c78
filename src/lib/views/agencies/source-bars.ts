/** One year of referrals by source as bars, with England at each where it is known, and the table behind them. */
import { isKnown, missing, type Cell } from '#lib/domain/cell.ts';
import { middleOfSome, noMiddle } from '#lib/words/agencies/refers.ts';
import { captionText } from '#lib/words/caption.ts';
import { cellText } from '#lib/words/number.ts';
import { termsOf } from '#lib/indicators/evaluate.ts';
import { benchmarkLabel, type Benchmark, type Context } from '../context.ts';
import { notesOf } from '../figures.ts';
import type { ChartModel, Row, TableModel } from '../model.ts';
import { sourcesOf } from '../provenance.ts';
import type { Breakdown, MemberAnswer } from '../reading.ts';
import { besides, ranked } from './sources.ts';
import { countryName } from '../setting.ts';

function rowOf(context: Context, each: MemberAnswer): Row {
  const { value, ranges } = each.at();
  const { decimals } = each.indicator;
  const national = besides(context, each).find(({ id }) => id === 'england')?.value;
  return {
    id: each.member.id,
    label: each.member.name,
    role: 'focus',
    cell: value,
    text: cellText(value, decimals),
    ...(isKnown(value) && ranges ? { lower: ranges.at95.lower, upper: ranges.at95.upper } : {}),
    ...(national && isKnown(national) ? { beside: national.value } : {})
  };
}

/** How many similar areas have a figure differs from source to source. */
function besideLabel(context: Context, members: readonly MemberAnswer[], id: Benchmark['id']): string {
  const counts = members
    .flatMap((each) => besides(context, each))
    .flatMap(({ id: of, value, withData }) =>
      of === id && withData !== undefined && isKnown(value) ? [withData] : []
    );
  const [fewest, most] = [Math.min(...counts), Math.max(...counts)];
  return fewest < most ? middleOfSome(fewest, most) : benchmarkLabel(context, id, counts[0]);
}

function besideCell({ role, value, withData = 0 }: Benchmark): Cell | string {
  const none = role === 'neighbours' && !isKnown(value) && value.reason === 'notAvailable';
  return none ? noMiddle(withData) : value;
}

function tableOf(context: Context, members: readonly MemberAnswer[], caption: string): TableModel {
  const [first] = members;
  const { decimals = 1, unit = '' } = first?.indicator ?? {};
  const number = (key: string, label: string) => ({ key, label, kind: 'number' as const, decimals, unit });
  const compared = (first ? besides(context, first) : []).filter(({ id }) =>
    members.some((each) => besides(context, each).some((other) => other.id === id && isKnown(other.value)))
  );
  const limit = ({ at }: MemberAnswer, side: 'lower' | 'upper'): Cell => {
    const { value, ranges } = at();
    if (!isKnown(value)) return value;
    return ranges ? { kind: 'known', value: ranges.at95[side], flags: [] } : missing('notApplicable');
  };
  return {
    caption,
    columns: [
      { key: 'source', label: 'Source', kind: 'text' },
      number('value', context.area.name),
      number('lower', 'Range from'),
      number('upper', 'Range to'),
      ...compared.map(({ id }) => number(id, besideLabel(context, members, id))),
      { key: 'count', label: 'Referrals', kind: 'number' }
    ],
    rows: members.map((each) => ({
      source: each.member.name,
      value: each.at().value,
      lower: limit(each, 'lower'),
      upper: limit(each, 'upper'),
      ...Object.fromEntries(besides(context, each).map((other) => [other.id, besideCell(other)])),
      count: each.at().numerator
    }))
  };
}

/** Sources with the highest first; those without a figure last, in an order that tells nothing of them. */
export function sourceBars(context: Context, breakdown: Breakdown, title: string): ChartModel {
  const members = ranked(context, breakdown);
  const [first] = members;
  const { mark = 'all', unit = '', decimals = 1, id = '' } = first?.indicator ?? {};
  const subtitle = captionText(
    `${first?.indicator.subtitle ?? ''}, by source`,
    context.area.name,
    context.period.label
  );
  const rows = members.map((each) => rowOf(context, each));
  const beside = rows.some((row) => row.beside !== undefined);
  return {
    id: `sources-${mark}`,
    title,
    subtitle,
    description: `${title}. ${rows.map(({ label, text }) => `${label}: ${text}`).join('; ')}.`,
    mark,
    indicator: id,
    spec: {
      kind: 'bars',
      unit,
      decimals,
      rows,
      ...(beside ? { beside: { name: countryName(context.england), role: 'england' as const } } : {})
    },
    table: tableOf(context, members, subtitle),
    ...(first ? { notes: notesOf(context, first.at()) } : {}),
    covers: context.period.label,
    sources: sourcesOf(
      context,
      members.flatMap(({ indicator }) => termsOf(indicator).map(({ table }) => table))
    ),
    file: `sources-${mark}-${context.area.slug}-${context.period.id}`
  };
}
