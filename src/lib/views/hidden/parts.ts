/** Neglect on record behind each other category. */
import { isKnown } from '#lib/domain/cell.ts';
import { dateInWords } from '#lib/domain/period.ts';
import { isWithheld } from '#lib/disclosure/may-say.ts';
import { partOf } from '#lib/words/hidden-neglect.ts';
import { cellText, lowerFirst, possessive } from '#lib/words/number.ts';
import type { Context } from '../context.ts';
import type { ChartModel } from '../model.ts';
import { sourcesOf } from '../provenance.ts';
import type { OtherCategory, RecordedPlans } from './record.ts';

const textOf = ({ all, recorded }: OtherCategory) =>
  isKnown(all) && all.value === 0
    ? 'no child'
    : isKnown(all) && isKnown(recorded)
      ? partOf(recorded.value, all.value)
      : cellText(isKnown(recorded) ? all : recorded);

/** Undefined where fewer than two categories have a count. */
export function hiddenParts(context: Context, { own }: RecordedPlans): ChartModel | undefined {
  const { area, period } = context;
  const size = ({ recorded }: OtherCategory) => (isKnown(recorded) ? recorded.value : -1);
  const withheld = own.categories.some(({ recorded, all }) => isWithheld(recorded) || isWithheld(all));
  const parts = withheld ? own.categories : own.categories.toSorted((a, b) => size(b) - size(a));
  const told = parts.filter(({ recorded, all }) => isKnown(recorded) && isKnown(all));
  const [most] = told;
  if (!most || told.length < 2) return undefined;
  const date = dateInWords(period.end);
  const title = withheld
    ? `${possessive(area.name)} plans in other categories with neglect on record`
    : `Most of what the category hides is in plans for ${lowerFirst(most.name)}: ${textOf(most)}`;
  const subtitle = `Children on a plan in another category, ${date}, and of them those with neglect on record`;
  return {
    id: 'hidden-parts',
    indicator: own.indicators.hidden,
    title,
    subtitle,
    description: `${title}. ${parts.map((part) => `${part.name}: ${textOf(part)}`).join('; ')}.`,
    mark: 'neglect',
    spec: {
      kind: 'bars',
      unit: 'children with neglect on record, of all on a plan in that category',
      decimals: 0,
      rows: parts.map((part) => ({
        id: part.id,
        label: part.name,
        role: 'focus',
        cell: isKnown(part.all) ? part.recorded : part.all,
        text: textOf(part)
      }))
    },
    table: {
      caption: subtitle,
      columns: [
        { key: 'category', label: 'Category', kind: 'text' },
        { key: 'recorded', label: 'Neglect on record', kind: 'number', unit: 'children' },
        { key: 'all', label: 'All on a plan', kind: 'number', unit: 'children', mark: 'all' }
      ],
      rows: parts.map(({ name, recorded, all }) => ({ category: name, recorded, all }))
    },
    covers: date,
    sources: sourcesOf(context, own.tables),
    file: `hidden-parts-${area.slug}-${period.id}`
  };
}
