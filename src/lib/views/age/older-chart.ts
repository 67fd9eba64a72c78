/** How many of those counted were 7 to 15: at each tier of help, in assessments, and in the country. */
import { isKnown } from '#lib/domain/cell.ts';
import { shareAs } from '#lib/stats/which-chart.ts';
import type { Result } from '#lib/indicators/evaluate.ts';
import { wholePercent } from '#lib/words/age.ts';
import { cellText, number } from '#lib/words/number.ts';
import type { ChartModel, Row } from '../model.ts';
import type { AgesAt } from './ages.ts';
import { countryOf, coversAt, hasOlder, notesAt, sourcesAt, type AgePage, type WithOlder } from './page.ts';

interface Line {
  readonly id: string;
  readonly label: string;
  readonly role: Row['role'];
  readonly ages: WithOlder;
}

/** All that tell of 7 to 15 here and count neglect, from least help to most, and each thing once. */
export function olderAt({ here, older }: AgePage): readonly WithOlder[] {
  const all = here.filter(hasOlder).filter(({ counted }) => counted.mark !== 'all');
  const once = all.filter(({ counted }, i) => all.findIndex((each) => each.counted === counted) === i);
  const rank = ({ counted }: AgesAt) => (counted === older?.counted ? 2 : counted.isTier ? 1 : 3);
  return once.toSorted((a, b) => rank(a) - rank(b));
}

const carries = ({ denominator }: Result) =>
  isKnown(denominator) && shareAs(Math.round(denominator.value)) === 'percentage';

const percentText = ({ numerator, denominator, value }: Result): string =>
  isKnown(numerator) && isKnown(denominator) && isKnown(value)
    ? wholePercent(numerator.value, denominator.value)
    : cellText(value);

function rowOf({ id, label, role, ages }: Line): Row {
  const result = ages.share(ages.older);
  const { value, numerator, denominator, ranges } = result;
  const counts =
    isKnown(numerator) && isKnown(denominator)
      ? ` (${number(numerator.value)} of ${number(denominator.value)})`
      : '';
  return {
    id,
    label,
    role,
    cell: value,
    text: `${percentText(result)}${counts}`,
    ...(ranges && role === 'focus' ? { lower: ranges.at95.lower, upper: ranges.at95.upper } : {})
  };
}

function titleOf(lines: readonly Line[], lead: WithOlder): string {
  const known = lines.flatMap(({ ages, role }) => {
    const result = ages.share(ages.older);
    return role === 'focus' && ages.counted.isTier && isKnown(result.value)
      ? [{ ages, result, value: result.value.value }]
      : [];
  });
  const own = known.find(({ ages }) => ages.counted === lead.counted);
  const [most] = known.toSorted((a, b) => b.value - a.value);
  if (!own || !most) return 'Older children, 7 to 15';
  const text = `${percentText(own.result)} of those ${lead.counted.said}`;
  return most === own
    ? `Aged 7 to 15: ${text}`
    : `Aged 7 to 15: ${percentText(most.result)} at “${most.ages.counted.short}”, ${text}`;
}

/** Undefined where nothing is counted often enough for a share. */
export function olderChart(page: AgePage, lead: WithOlder): ChartModel | undefined {
  const { context, countryLabel } = page;
  const own = olderAt(page)
    .filter((ages) => carries(ages.share(ages.older)))
    .map((ages): Line => ({ id: ages.counted.id, label: ages.counted.name, role: 'focus', ages }));
  if (own.every(({ ages }) => !isKnown(ages.share(ages.older).value))) return undefined;
  const country = countryOf(page, lead, lead.older);
  const beside: Line[] =
    country && hasOlder(country)
      ? [{ id: 'england', label: `${countryLabel}: ${country.counted.name}`, role: 'england', ages: country }]
      : [];
  const after = own.findIndex(({ ages }) => ages.counted === lead.counted) + 1;
  const lines = after > 0 ? own.toSpliced(after, 0, ...beside) : [...own, ...beside];
  const rows = lines.map(rowOf);
  const title = titleOf(lines, lead);
  const covers = coversAt(page, lead);
  const subtitle = `How many of those counted were aged 7 to 15, ${context.area.name}, ${covers}`;
  return {
    id: 'older',
    title,
    subtitle,
    description: `${title}. ${rows.map(({ label, text }) => `${label}: ${text}`).join('; ')}.`,
    mark: lead.counted.mark,
    indicator: context.indicator('older-neglect-share').id,
    spec: { kind: 'bars', unit: '% aged 7 to 15', decimals: 0, rows },
    table: {
      caption: subtitle,
      columns: [
        { key: 'who', label: 'Counted', kind: 'text' },
        { key: 'older', label: 'Aged 7 to 15', kind: 'number' },
        { key: 'all', label: 'At all ages', kind: 'number' },
        { key: 'share', label: 'Share', kind: 'number', decimals: 0, unit: '%' },
        { key: 'rate', label: 'Rate', kind: 'number', decimals: 1, unit: 'per 10,000 aged 7 to 15' }
      ],
      rows: lines.map(({ label, ages }) => ({
        who: label,
        older: ages.count(ages.older),
        all: ages.count(),
        share: ages.share(ages.older).value,
        rate: ages.rate(ages.older).value
      }))
    },
    notes: notesAt(page, lead, country),
    covers,
    sources: sourcesAt(page, ...lines.map(({ ages }) => ages)),
    file: `older-${context.area.slug}-${context.period.id}`
  };
}
