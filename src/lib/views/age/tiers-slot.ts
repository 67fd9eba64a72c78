/** Ages at every tier of help and in assessments: counts, and rates. */
import { isKnown } from '#lib/domain/cell.ts';
import { isWithheld } from '#lib/disclosure/may-say.ts';
import { number } from '#lib/words/number.ts';
import type { Slot, TableFigure } from '../model.ts';
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

/** A row for each age, a column for each thing counted: children, or per 10,000 of that age. */
function tableOf(page: AgePage, all: readonly AgesAt[], cut: readonly Band[], rated: boolean): TableFigure {
  const { context, when } = page;
  const unit = rated ? { decimals: 1, unit: 'per 10,000 of that age' } : {};
  const caption = `Neglect at each age${rated ? ', per 10,000 children of that age' : ''}, ${context.area.name}, ${when} or the year to it`;
  return {
    id: rated ? 'tiers-rates' : 'tiers-counts',
    title: rated ? 'The same for every 10,000 children of each age' : titleOf(all),
    mark: 'neglect',
    table: {
      caption,
      columns: [
        { key: 'age', label: 'Age', kind: 'text' },
        ...all.map(({ counted: { id, short } }) => ({
          key: id,
          label: short,
          kind: 'number' as const,
          ...unit
        }))
      ],
      rows: [
        ...cut.map((band) => ({
          age: band.name,
          ...Object.fromEntries(
            all.map((ages) => [ages.counted.id, rated ? ages.rate(band).value : ages.count(band)])
          )
        })),
        ...(rated
          ? []
          : [
              {
                age: 'All ages, the unborn too',
                ...Object.fromEntries(all.map((ages) => [ages.counted.id, ages.count()]))
              }
            ])
      ]
    },
    covers: when,
    sources: sourcesAt(page, ...all),
    file: `${rated ? 'tiers-rates' : 'tiers-counts'}-${context.area.slug}-${context.period.id}`
  };
}

/** Undefined where nothing but the lead is counted in its ages. */
export function tiersSlot(page: AgePage): Slot | undefined {
  const { lead } = page;
  const all = lead ? together(page, lead) : [];
  const [first] = all;
  if (!first || all.length < 2) return undefined;
  const rated = all.some((ages) => first.cut.some((band) => isKnown(ages.rate(band).value)));
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
    charts: [],
    tables: [tableOf(page, all, first.cut, false), ...(rated ? [tableOf(page, all, first.cut, true)] : [])]
  };
}
