/** The figure of an indicator, set large, and the counts behind it. */
import { isKnown } from '#lib/domain/cell.ts';
import { nameOf } from '#lib/words/beside.ts';
import { certaintyText } from '#lib/words/compare.ts';
import { shortValue } from '#lib/words/figure.ts';
import { cellText, number, rangeText } from '#lib/words/number.ts';
import type { Figure } from '../model.ts';
import { isNumeric, onlyCounts, wholeOf, type IndicatorPage } from './page.ts';

function certainty({ worked: { beside, answer } }: IndicatorPage): string | undefined {
  if (onlyCounts(answer)) return undefined;
  const said = beside.flatMap((each) =>
    each.comparison ? [certaintyText(each.comparison, nameOf(each))] : []
  );
  return said.length > 0 ? said.join('; ') : undefined;
}

function valueFigure(page: IndicatorPage): Figure {
  const { indicator, answer } = page.worked;
  const { value, numerator, denominator, ranges } = answer;
  const common = {
    id: indicator.id,
    label: indicator.name,
    mark: indicator.mark,
    notes: page.notes
  };
  if (!isKnown(value)) return { ...common, cell: value, text: cellText(value), unit: wholeOf(indicator) };
  if (onlyCounts(answer) && isKnown(numerator) && isKnown(denominator))
    return {
      ...common,
      cell: numerator,
      text: `${number(numerator.value)} of ${number(denominator.value)}`,
      unit: wholeOf(indicator)
    };
  const sure = certainty(page);
  const percent = indicator.unit.startsWith('%');
  return {
    ...common,
    cell: value,
    text: shortValue(indicator, value.value),
    unit: percent ? indicator.unit.slice(1).trim() : indicator.unit,
    ...(ranges ? { range: { ...ranges.at95, text: rangeText(ranges.at95, indicator.decimals) } } : {}),
    ...(sure === undefined ? {} : { certainty: sure })
  };
}

/** The counts of a rate or a share that carries a percentage; the rest say theirs already. */
function countFigure({ catalogue, worked: { indicator, answer }, notes }: IndicatorPage): Figure | undefined {
  const { numerator, denominator, value } = answer;
  if (!isKnown(value) || !isKnown(numerator) || !isKnown(denominator) || onlyCounts(answer)) return undefined;
  const unit = catalogue.kinds[indicator.numerator?.cube ?? '']?.measures.find(
    ({ id }) => id === indicator.numerator?.measure
  )?.unit;
  const common = {
    id: `${indicator.id}-count`,
    label: 'Counted',
    cell: numerator,
    mark: indicator.mark,
    notes
  };
  switch (indicator.kind) {
    case 'rate':
      return {
        ...common,
        text: number(numerator.value),
        unit: (numerator.value === 1 ? unit?.one : unit?.many) ?? ''
      };
    case 'share':
      return {
        ...common,
        text: `${number(numerator.value)} of ${number(denominator.value)}`,
        unit: wholeOf(indicator)
      };
    default:
      return undefined;
  }
}

/** Nothing for words alone, for what is or is not in place, and for what nobody has supplied. */
export function figuresOf(page: IndicatorPage): readonly Figure[] {
  const { indicator } = page.worked;
  if (!isNumeric(indicator) || !indicator.supplied || indicator.kind === 'outcomes') return [];
  const counted = countFigure(page);
  return [valueFigure(page), ...(counted ? [counted] : [])];
}
