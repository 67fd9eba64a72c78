/** How many children are known at each tier of help, on one date and for the same number of children. */
import { derive } from '#lib/disclosure/may-say.ts';
import { isKnown, isThere, known, type Cell } from '#lib/domain/cell.ts';
import { dateInWords } from '#lib/domain/period.ts';
import { countInterval, SIBLING_DESIGN_EFFECT } from '#lib/stats/interval.ts';
import { cellText, counted, listed, lowerFirst, number } from '#lib/words/number.ts';
import type { Context } from '../context.ts';
import { notesOf } from '../figures.ts';
import { ladderChart, neglectAtTiers } from '../ladder.ts';
import type { ChartModel, Row, Slot, Statement } from '../model.ts';
import { onceStatement } from '../overview/unseen.ts';
import { sourcesOf } from '../provenance.ts';
import { tiersOf, type TierFigures } from '../tiers.ts';

const per10000 = (count: Cell, children: Cell) => derive([count, children], (x, n) => (x / n) * 10_000);

function rowOf({ id, name, neglect }: TierFigures, children: Cell): Row {
  const cell = per10000(neglect, children);
  const range =
    isKnown(neglect) && isKnown(children)
      ? countInterval(neglect.value, { confidence: 0.95, designEffect: SIBLING_DESIGN_EFFECT })
      : undefined;
  return {
    id,
    label: name,
    role: 'focus',
    cell,
    text:
      isKnown(cell) && isKnown(neglect) ? `${cellText(cell, 1)} (${number(neglect.value)})` : cellText(cell),
    ...(range && isKnown(children)
      ? {
          lower: (range.lower / children.value) * 10_000,
          upper: (range.upper / children.value) * 10_000
        }
      : {})
  };
}

/** Neglect at each tier for every 10,000 children; undefined where fewer than two tiers have a count of it. */
function ratesChart(context: Context, tiers: readonly TierFigures[]): ChartModel | undefined {
  const children = context.result('plans-rate').denominator;
  const told = tiers.filter(({ neglect }) => isKnown(neglect));
  if (told.length < 2 || !isKnown(children)) return undefined;
  const rows = tiers.map((tier) => rowOf(tier, children));
  const said = told.map(
    ({ name, neglect }) => `${lowerFirst(name)} ${cellText(per10000(neglect, children), 1)}`
  );
  const date = dateInWords(context.period.end);
  const title = `Neglect on record for every 10,000 children: ${listed(said)}`;
  const subtitle = `Children with neglect on record at each tier of help, ${date}. For every 10,000 of ${counted(children.value, 'child', 'children')}; how many in brackets. Tiers overlap and are never added up.`;
  return {
    id: 'tier-rates',
    title,
    subtitle,
    description: `${title}. ${rows.map(({ label, text }) => `${label}: ${text}`).join('; ')}.`,
    mark: 'neglect',
    spec: { kind: 'bars', unit: 'per 10,000 children', decimals: 1, rows },
    table: {
      caption: subtitle,
      columns: [
        { key: 'tier', label: 'Tier of help', kind: 'text' },
        { key: 'rate', label: 'Neglect on record', kind: 'number', decimals: 1, unit: 'per 10,000' },
        { key: 'lower', label: 'Range from', kind: 'number', decimals: 1, unit: 'per 10,000' },
        { key: 'upper', label: 'Range to', kind: 'number', decimals: 1, unit: 'per 10,000' },
        { key: 'count', label: 'Children', kind: 'number' }
      ],
      rows: rows.map((row, i) => ({
        tier: row.label,
        rate: row.cell,
        lower: row.lower === undefined ? row.cell : known(row.lower),
        upper: row.upper === undefined ? row.cell : known(row.upper),
        count: tiers[i]?.neglect ?? row.cell
      }))
    },
    covers: date,
    sources: sourcesOf(
      context,
      tiers.flatMap(({ tables }) => tables)
    ),
    file: `tier-rates-${context.area.slug}-${context.period.id}`
  };
}

/** All children at the tiers that are published, where neglect is not known there. */
function allAtTiers(context: Context): readonly Statement[] {
  return ['cin-plans-rate', 'plans-rate'].flatMap((role): Statement[] => {
    const result = context.result(role);
    return isKnown(result.value)
      ? [
          {
            text: `${result.indicator.name}: ${cellText(result.numerator)}, or ${cellText(result.value, 1)} for every 10,000 children.`,
            mark: result.indicator.mark,
            notes: notesOf(context, result),
            indicator: result.indicator.id
          }
        ]
      : [];
  });
}

export async function tiersSlot(context: Context): Promise<Slot> {
  const rungs = tiersOf(context).filter(({ place, neglect }) => place === 'rung' && isThere(neglect));
  const once = await onceStatement(context);
  const rates = ratesChart(context, rungs);
  return {
    id: 'tiers',
    heading: 'Known at each tier of help',
    statements: [...(once ? [once] : []), ...(rates ? [] : allAtTiers(context)), ...neglectAtTiers(context)],
    figures: [],
    charts: [...(rates ? [rates] : []), ladderChart(context)]
  };
}
