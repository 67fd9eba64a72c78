/** Ages at every tier of help and in assessments: counts and shares to compare, rates in the table. */
import { isKnown, type Cell } from '#lib/domain/cell.ts';
import { isWithheld } from '#lib/disclosure/may-say.ts';
import { cellText, number } from '#lib/words/number.ts';
import { shareAs } from '#lib/stats/which-chart.ts';
import type { ChartModel, HeatPlace, Slot } from '../model.ts';
import type { AgesAt } from './ages.ts';
import type { Band } from './bands.ts';
import { bandText } from '#lib/words/age.ts';
import { sourcesAt, type AgePage } from './page.ts';

const sameCut = (a: AgesAt, b: AgesAt) =>
  a.cut.length === b.cut.length && a.cut.every(({ id }, i) => id === b.cut[i]?.id);

/** What counts neglect at a tier or in assessments in the bands of the lead, from least help to most. */
function together({ here }: AgePage, lead: AgesAt): readonly AgesAt[] {
  const all = here.filter((ages) => ages.counted.mark === 'neglect' && sameCut(ages, lead));
  const once = all.filter(({ counted }, i) => all.findIndex((each) => each.counted === counted) === i);
  const rank = ({ counted }: AgesAt) => (counted === lead.counted ? 2 : counted.isTier ? 1 : 3);
  return once.toSorted((a, b) => rank(a) - rank(b));
}

function placeOf(ages: AgesAt, band: Band): HeatPlace {
  const n: Cell = ages.count(band);
  const of = ages.count();
  const both = isKnown(n) && isKnown(of);
  return {
    column: ages.counted.id,
    n,
    of,
    text: both ? `${number(n.value)} of ${number(of.value)}` : cellText(isKnown(n) ? of : n),
    ...(both && of.value > 0 && shareAs(of.value) === 'percentage' ? { share: n.value / of.value } : {})
  };
}

/** The largest group at each, of those that are shown. */
function peaks(all: readonly AgesAt[]): string {
  const hidden = all.some(({ cut, count }) => cut.some((band) => !isKnown(count(band))));
  const said = all.flatMap(({ counted, cut, count }) => {
    const [most] = cut
      .flatMap((band) => {
        const cell = count(band);
        return isKnown(cell) ? [{ band, value: cell.value }] : [];
      })
      .toSorted((a, b) => b.value - a.value);
    const of = count();
    return most && isKnown(of) && of.value > 0
      ? [`${bandText(most.band)} (${counted.short}, ${number(most.value)} of ${number(of.value)})`]
      : [];
  });
  return `The largest group${hidden ? ' of those shown' : ''}: ${said.join('; ')}`;
}

/** Where early and late help see different ages, that; else what is drawn. */
function titleOf(all: readonly AgesAt[]): string {
  const tops = all
    .filter(({ counted }) => counted.isTier)
    .flatMap(({ counted, cut, count }) => {
      if (!cut.every((band) => isKnown(count(band)) || isWithheld(count(band)))) return [];
      const [top] = cut
        .flatMap((band) => {
          const cell = count(band);
          return isKnown(cell) ? [{ band, value: cell.value }] : [];
        })
        .toSorted((a, b) => b.value - a.value);
      return top ? [{ short: counted.short, band: top.band }] : [];
    });
  const [first, last] = [tops[0], tops.at(-1)];
  return first && last && first.band !== last.band
    ? `The largest group shown: ${bandText(first.band)} at “${first.short}”, ${bandText(last.band)} at “${last.short}”`
    : 'At which ages each tier of help records neglect';
}

function chart(page: AgePage, all: readonly AgesAt[], cut: readonly Band[]): ChartModel {
  const { context, when } = page;
  const subtitle = `Neglect at each age, by what is counted, ${context.area.name}, ${when} or the year to it`;
  const title = titleOf(all);
  const rows = cut.map((band) => ({
    id: band.id,
    label: band.name,
    places: all.map((ages) => placeOf(ages, band))
  }));
  return {
    id: 'tiers-by-age',
    title,
    subtitle,
    description: `${title}. ${rows.map(({ label, places }) => `${label}: ${places.map(({ text }, i) => `${all[i]?.counted.short ?? ''} ${text}`).join(', ')}`).join('; ')}.`,
    mark: 'neglect',
    spec: {
      kind: 'heat',
      columns: all.map(({ counted: { id, short } }) => ({ id, label: short })),
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

/** Undefined where nothing but the lead is counted in its ages. */
export function tiersSlot(page: AgePage): Slot | undefined {
  const { lead } = page;
  const all = lead ? together(page, lead) : [];
  const [first] = all;
  if (!first || all.length < 2) return undefined;
  return {
    id: 'tiers',
    heading: 'Ages at each tier of help',
    statements: [
      { text: `${peaks(all)}.`, mark: 'neglect' },
      {
        text: 'A child can be at more than one of these, so they are never added up. An assessment is not a child.'
      }
    ],
    figures: [],
    charts: [chart(page, all, first.cut)]
  };
}
