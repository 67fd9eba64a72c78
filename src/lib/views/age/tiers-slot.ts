/** Ages at every tier of help and in assessments: counts and shares to compare, rates in the table. */
import { isKnown, type Cell } from '#lib/domain/cell.ts';
import { supplySentence } from '#lib/words/figure.ts';
import { cellText, listed, number } from '#lib/words/number.ts';
import { shareAs } from '#lib/stats/which-chart.ts';
import type { ChartModel, HeatPlace, Slot, Statement } from '../model.ts';
import { tiersOf } from '../tiers.ts';
import type { AgesAt } from './ages.ts';
import type { Band } from './bands.ts';
import { bandText } from '#lib/words/age.ts';
import { sourcesAt, type AgePage } from './page.ts';

const sameCut = (a: AgesAt, b: AgesAt) =>
  a.cut.length === b.cut.length && a.cut.every(({ id }, i) => id === b.cut[i]?.id);

/** What counts neglect in the bands of the lead, from least help to most. */
function together({ here }: AgePage, lead: AgesAt): readonly AgesAt[] {
  return here.filter(({ counted, ...ages }) => counted.mark !== 'all' && sameCut({ counted, ...ages }, lead));
}

function placeOf(ages: AgesAt, band: Band): HeatPlace {
  const n: Cell = ages.count(band);
  const of = ages.count();
  const both = isKnown(n) && isKnown(of);
  return {
    column: band.id,
    n,
    of,
    text: both ? `${number(n.value)} of ${number(of.value)}` : cellText(isKnown(n) ? of : n),
    ...(both && of.value > 0 && shareAs(of.value) === 'percentage' ? { share: n.value / of.value } : {})
  };
}

/** The age that is the largest part at each. */
function peaks(all: readonly AgesAt[]): string {
  return all
    .flatMap(({ counted, cut, count }) => {
      const [most] = cut
        .flatMap((band) => {
          const cell = count(band);
          return isKnown(cell) ? [{ band, value: cell.value }] : [];
        })
        .toSorted((a, b) => b.value - a.value);
      const of = count();
      return most && isKnown(of) && of.value > 0
        ? [`${counted.name}: most at ${bandText(most.band)}, ${number(most.value)} of ${number(of.value)}`]
        : [];
    })
    .join('; ');
}

function chart(page: AgePage, all: readonly AgesAt[], cut: readonly Band[]): ChartModel {
  const { context, when } = page;
  const subtitle = `Neglect at each age, by what is counted, ${context.area.name}, ${when} or the year to it`;
  const title = 'At which ages each tier of help records neglect';
  const rows = all.map((ages) => ({
    id: ages.counted.id,
    label: ages.counted.name,
    places: cut.map((band) => placeOf(ages, band))
  }));
  return {
    id: 'tiers-by-age',
    title,
    subtitle,
    description: `${title}. ${rows.map(({ label, places }) => `${label}: ${places.map(({ text }, i) => `${cut[i]?.name ?? ''} ${text}`).join(', ')}`).join('; ')}.`,
    mark: 'neglect',
    spec: {
      kind: 'heat',
      columns: cut.map(({ id, name }) => ({ id, label: name })),
      rows,
      shade: 'share of all that are counted at that tier'
    },
    table: {
      caption: subtitle,
      columns: [
        { key: 'who', label: 'Counted', kind: 'text' },
        { key: 'age', label: 'Age', kind: 'text' },
        { key: 'count', label: 'Count', kind: 'number' },
        { key: 'of', label: 'At all ages', kind: 'number' },
        { key: 'rate', label: 'Rate', kind: 'number', decimals: 1, unit: 'per 10,000 of that age' }
      ],
      rows: all.flatMap((ages) =>
        cut.map((band) => ({
          who: ages.counted.name,
          age: band.name,
          count: ages.count(band),
          of: ages.count(),
          rate: ages.rate(band).value
        }))
      )
    },
    notes: [],
    covers: when,
    sources: sourcesAt(page, ...all),
    file: `tiers-by-age-${context.area.slug}-${context.period.id}`
  };
}

/** Tiers in use whose ages nobody gave, and where they could come from. */
function without({ context, here }: AgePage): { readonly what: string; readonly remedy: string } | undefined {
  const given = new Set(here.map(({ counted }) => counted.id));
  const lacking = tiersOf(context).filter(
    ({ id, place, isPlans }) => place === 'rung' && !isPlans && !given.has(`tier-${id}`)
  );
  if (lacking.length === 0) return undefined;
  const role = lacking.length === 1 ? 'cin-plans-neglect-share' : 'known-neglect-rate';
  return {
    what: `Not supplied: the ages of children with neglect recorded at ${listed(lacking.map(({ name }) => `“${name}”`))}.`,
    remedy: supplySentence(context.indicator(role))
  };
}

export function tiersSlot(page: AgePage): Slot | undefined {
  const { lead, isCountry } = page;
  const all = lead ? together(page, lead) : [];
  const [first] = all;
  const missing = isCountry ? undefined : without(page);
  const drawn = first && all.length > 1;
  if (!drawn && !missing) return undefined;
  const statements: readonly Statement[] = drawn
    ? [
        { text: `${peaks(all)}.`, mark: 'neglect' },
        {
          text: 'A child can be at more than one of these, so they are never added up. An assessment is not a child.'
        }
      ]
    : [];
  return {
    id: 'tiers',
    heading: 'Ages at each tier of help',
    statements,
    figures: [],
    charts: drawn ? [chart(page, all, first.cut)] : [],
    ...(missing ? { notSupplied: missing } : {})
  };
}
