/** What the country records at each age: its rate among those who live here. The only expectation, and not called right. */
import { isKnown, type Cell } from '#lib/domain/cell.ts';
import { agedText, childrenAt, eachAge, noAges, notRight, outsideBands, wereText } from '#lib/words/age.ts';
import { absence } from '#lib/words/absence.ts';
import { cellText, number, sentence } from '#lib/words/number.ts';
import type { ChartModel, Column, Row, Slot, Statement, TableFigure } from '../model.ts';
import { countryName as plainName } from '../setting.ts';
import { expectedAt, type AgesAt } from './ages.ts';
import type { Band } from './bands.ts';
import { countryAs, countryOf, focusOf, notesAt, sourcesAt, tells, type AgePage } from './page.ts';

/** One thing counted in the country, and here where it is counted by age. */
interface Pair {
  readonly country: AgesAt;
  readonly here: AgesAt | undefined;
}

/** What is led with, and plans for every reason, which have no category to differ in. */
function pairsOf({ here, lead, country, ages, context }: AgePage): readonly Pair[] {
  const there = ages.at(context.england.id).filter(tells);
  const first = country ?? there[0];
  if (!first) return [];
  const own = country ? lead : undefined;
  const bands = (own ?? first).cut;
  const local = here.find(
    ({ counted, table }) => counted.id === 'plans-all' && (!own || table === own.table)
  );
  const all = local
    ? ages.like(local, context.england.id, bands)
    : own
      ? undefined
      : there.find(({ counted }) => counted.id === 'plans-all');
  const pair = { country: first, here: own };
  return all && all.counted !== first.counted ? [pair, { country: all, here: local }] : [pair];
}

const expected = ({ context, ages }: AgePage, { country }: Pair, band: Band): Cell =>
  expectedAt(context, ages, country, band).cell;

function assumed(
  { context, ages, countryName, counted }: AgePage,
  { country }: Pair,
  bands: readonly Band[]
): string {
  return bands.every((band) => expectedAt(context, ages, country, band).byAge)
    ? eachAge(countryName, counted)
    : noAges(context.area.name, countryName, counted);
}

function tableOf(
  page: AgePage,
  pairs: readonly Pair[],
  bands: readonly Band[],
  caption: string
): TableFigure['table'] {
  const { countryName } = page;
  const few = pairs.some((pair) =>
    bands.some((band) => {
      const cell = expected(page, pair, band);
      return isKnown(cell) && cell.value < 10;
    })
  );
  const num = (key: string, label: string, of: AgesAt, more: Partial<Column> = {}): Column => ({
    key,
    label: `${sentence(of.counted.said)}: ${label}`,
    kind: 'number',
    mark: of.counted.mark,
    ...more
  });
  return {
    caption,
    columns: [
      { key: 'age', label: 'Age', kind: 'text' },
      ...pairs.flatMap(({ country, here }, i) => [
        here ? num(`n${String(i)}`, 'here', here) : num(`n${String(i)}`, countryName, country),
        num(`e${String(i)}`, `here at the rate of ${countryName}`, country, { decimals: few ? 1 : 0 })
      ])
    ],
    rows: bands.map((band) => ({
      age: band.name,
      ...Object.fromEntries(
        pairs.flatMap((pair, i) => [
          [`n${String(i)}`, (pair.here ?? pair.country).count(band)],
          [`e${String(i)}`, expected(page, pair, band)]
        ])
      )
    }))
  };
}

/** What a table and a chart of it share. */
function frame(page: AgePage, pairs: readonly Pair[], bands: readonly Band[], title: string) {
  const { context, when, countryName } = page;
  const [first] = pairs;
  const subtitle = `Children on a plan at the rate of ${countryName}, ${context.area.name}, ${when}`;
  return {
    id: 'expected',
    title,
    mark: first?.country.counted.mark ?? ('all' as const),
    table: tableOf(page, pairs, bands, subtitle),
    notes: first ? notesAt(page, first.here ?? first.country, first.here && first.country) : [],
    covers: when,
    sources: sourcesAt(page, ...pairs.flatMap(({ country, here }) => [country, here])),
    file: `expected-${context.area.slug}-${context.period.id}`,
    subtitle
  };
}

/** `At the rate of England, 58 children aged 7 to 15 would have been on a plan for neglect here; 29 were.` */
function compared(country: string, value: number, who: string, said: string, own: Cell): string {
  const fact = isKnown(own) ? wereText(own.value) : `how many were ${absence(own.reason)}`;
  return `At the rate of ${country}, ${childrenAt(value)} ${who} would have been ${said} here; ${fact}.`;
}

function focusText(page: AgePage): string | undefined {
  const focus = focusOf(page);
  const country = focus && countryOf(page, focus.ages, focus.band);
  if (!focus || !country) return undefined;
  const cell = expected(page, { country, here: focus.ages }, focus.band);
  return isKnown(cell)
    ? compared(
        countryAs(page, focus.ages, country),
        cell.value,
        agedText(focus.band),
        focus.ages.counted.said,
        focus.ages.count(focus.band)
      )
    : undefined;
}

/** At all ages, where nobody counts them here by age: by the category by which the country counts them. */
function allAges(page: AgePage, pairs: readonly Pair[]): readonly Statement[] {
  const { context, ages, isCountry } = page;
  return pairs.flatMap(({ country, here }): Statement[] => {
    const { counted } = country;
    const [people, there] = [ages.living(undefined), ages.living(undefined, context.england.id)];
    const count = country.count();
    if (here || isCountry || !isKnown(people) || !isKnown(there) || !isKnown(count)) return [];
    const own = ages.total(counted.id);
    const latest = counted.category === 'first' ? ages.total('plans-latest') : own;
    const differ =
      counted.category === 'first' && isKnown(own) && isKnown(latest) && own.value !== latest.value
        ? ` By the latest category, ${wereText(latest.value)}.`
        : '';
    const text = compared(
      page.countryName,
      (count.value / there.value) * people.value,
      'of all ages',
      counted.said,
      own
    );
    return [{ text: `${text}${differ}`, mark: counted.mark, indicator: counted.indicator }];
  });
}

/** For an area whose ages nobody counts: bars of what the country’s rate would give. */
function chart(page: AgePage, pair: Pair, pairs: readonly Pair[]): ChartModel {
  const { countryName } = page;
  const { counted, cut } = pair.country;
  const cells = cut.map((band) => ({ band, cell: expected(page, pair, band) }));
  const values = cells.flatMap(({ cell }) => (isKnown(cell) ? [cell.value] : []));
  const most = Math.max(0, ...values);
  const decimals = most < 20 ? 1 : 0;
  const rows = cells.map(({ band, cell }): Row => ({
    id: band.id,
    label: band.name,
    role: 'england',
    cell,
    text: cellText(cell, decimals)
  }));
  const top = cells.find(({ cell }) => isKnown(cell) && cell.value === most);
  const title =
    top && most >= 1
      ? `At the rate of ${countryName}, ${childrenAt(most)} ${agedText(top.band)} would be ${counted.said} here`
      : `At the rate of ${countryName}, fewer than 1 child of any age band would be ${counted.said} here`;
  const { subtitle, ...rest } = frame(page, pairs, cut, title);
  const said = rows.map(({ label, text }) => `${label}: ${text}`).join('; ');
  return {
    ...rest,
    subtitle: `${subtitle}. Not a count of children here`,
    description: `${title}. ${said}. Not a count of children here.`,
    indicator: counted.indicator,
    spec: {
      kind: 'bars',
      unit: `children ${counted.said}, if the rate of ${countryName} held here`,
      decimals,
      rows
    }
  };
}

/** Undefined for the country itself, and where it tells nothing. */
export function expectedSlot(page: AgePage): Slot | undefined {
  const { lead, countryName, isCountry } = page;
  const pairs = pairsOf(page);
  const [pair] = pairs;
  if (!pair || isCountry) return undefined;
  const bands = pair.here
    ? [...pair.here.cut, ...(pair.here.older ? [pair.here.older] : [])]
    : pair.country.cut;
  if (!bands.some((band) => isKnown(expected(page, pair, band)))) return undefined;
  const slot = { id: 'expected', heading: `What ${countryName} records at each age`, figures: [] };
  const caution: Statement = {
    text: `${assumed(page, pair, bands)} ${notRight(plainName(page.context.england))}`
  };
  if (!pair.here)
    return {
      ...slot,
      statements: [...countryText(page, pair), ...allAges(page, pairs), caution],
      charts: [chart(page, pair, pairs)]
    };
  const said = focusText(page);
  const { counted } = lead ?? pair.here;
  const title = said ?? `Children ${counted.said} here, and at the rate of ${countryName}`;
  const { subtitle: _, ...table } = frame(page, pairs, bands, title);
  return {
    ...slot,
    statements: [
      ...(said === undefined ? [] : [{ text: said, mark: counted.mark, indicator: counted.indicator }]),
      caution
    ],
    charts: [],
    tables: [table]
  };
}

/** `England, 31 March 2024: 25,350 children on a plan for neglect. Of them, 2,240 aged under 1, …` */
function countryText(page: AgePage, { country }: Pair): readonly Statement[] {
  const { counted, cut } = country;
  const total = country.count();
  const shown = cut.filter((band) => isKnown(country.count(band)));
  if (!isKnown(total)) return [];
  const parts = shown.map((band) => `${cellText(country.count(band))} ${agedText(band)}`);
  const unborn = country.unborn && country.count(country.unborn);
  return [
    {
      text: `${sentence(page.countryName)}: ${number(total.value)} ${counted.unit.many} ${counted.said}. Of them, ${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}.`,
      mark: counted.mark,
      indicator: counted.indicator,
      notes: notesAt(page, country)
    },
    ...(unborn && isKnown(unborn) ? [{ text: outsideBands(unborn.value), mark: counted.mark }] : [])
  ];
}
