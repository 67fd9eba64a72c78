/** What the country records at each age: its rate among those who live here. The only expectation, and not called right. */
import { isKnown, isThere, NOT_SUPPLIED, type Cell } from '#lib/domain/cell.ts';
import { derive } from '#lib/disclosure/may-say.ts';
import {
  agedText,
  childrenAt,
  eachAge,
  noAges,
  notRight,
  outsideBands,
  UNBORN_BESIDE,
  wereText
} from '#lib/words/age.ts';
import { roundHalfUp } from '#lib/stats/rounding.ts';
import { absence } from '#lib/words/absence.ts';
import { cellText, number, sentence } from '#lib/words/number.ts';
import type { ChartModel, Column, Row, Slot, Statement, TableFigure } from '../model.ts';
import { countryName as plainName } from '../setting.ts';
import { expectedAt, type AgesAt } from './ages.ts';
import { isWhole, type Band } from './bands.ts';
import { countryOf, focusOf, notesAt, sourcesAt, tells, type AgePage } from './page.ts';

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

/** A few children are told to a tenth. */
function decimalsOf(page: AgePage, pairs: readonly Pair[], bands: readonly Band[]): number {
  const few = pairs.some((pair) =>
    bands.some((band) => {
      const cell = expected(page, pair, band);
      return isKnown(cell) && cell.value < 10;
    })
  );
  return few ? 1 : 0;
}

function tableOf(
  page: AgePage,
  pairs: readonly Pair[],
  bands: readonly Band[],
  caption: string
): TableFigure['table'] {
  const { countryLabel } = page;
  const decimals = decimalsOf(page, pairs, bands);
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
        here ? num(`n${String(i)}`, 'here', here) : num(`n${String(i)}`, countryLabel, country),
        num(`e${String(i)}`, `here at the rate of ${countryLabel}`, country, { decimals })
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
  const { context, when, countryLabel } = page;
  const [first] = pairs;
  const subtitle = `Children on a plan at the rate of ${countryLabel}, ${context.area.name}, ${when}`;
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
        page.countryName,
        cell.value,
        agedText(focus.band),
        focus.ages.counted.said,
        focus.ages.count(focus.band)
      )
    : undefined;
}

/** All ages added up as the table shows them, so that a reader who adds them finds the same; missing where one is. */
function expectedInAll(page: AgePage, pair: Pair, decimals: number): Cell {
  const { cut } = pair.country;
  return isWhole(cut)
    ? derive(
        cut.map((band) => expected(page, pair, band)),
        (...each) => each.reduce((sum, value) => sum + roundHalfUp(value, decimals), 0)
      )
    : NOT_SUPPLIED;
}

/** At all ages, where nobody counts them here by age: by the category by which the country counts them. */
function allAges(page: AgePage, pairs: readonly Pair[]): readonly Statement[] {
  const { ages, isCountry } = page;
  const decimals = decimalsOf(page, pairs, pairs[0]?.country.cut ?? []);
  return pairs.flatMap((pair): Statement[] => {
    const { country, here } = pair;
    const { counted } = country;
    const all = expectedInAll(page, pair, decimals);
    if (here || isCountry || !isKnown(all)) return [];
    const own = ages.total(counted.id);
    const latest = counted.category === 'first' ? ages.total('plans-latest') : own;
    const differ =
      counted.category === 'first' && isKnown(own) && isKnown(latest) && own.value !== latest.value
        ? ` By the latest category, ${wereText(latest.value)}.`
        : '';
    const text = compared(page.countryName, all.value, 'of all these ages', counted.said, own);
    const hasUnborn = country.unborn !== undefined && isThere(country.count(country.unborn));
    return [
      {
        text: `${text}${differ}`,
        mark: counted.mark,
        indicator: counted.indicator,
        ...(hasUnborn && isKnown(own) ? { notes: page.context.notes.add(UNBORN_BESIDE) } : {})
      }
    ];
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
      unit: `children ${counted.said}, if the rate of ${page.countryLabel} held here`,
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

/** `In England, 25,350 children were on a plan that began for neglect. Of them, 2,240 aged under 1, …` */
function countryText(page: AgePage, { country }: Pair): readonly Statement[] {
  const { counted, cut } = country;
  const total = country.count();
  const shown = cut.filter((band) => isKnown(country.count(band)));
  if (!isKnown(total)) return [];
  const parts = shown.map((band) => `${cellText(country.count(band))} ${agedText(band)}`);
  const unborn = country.unborn && country.count(country.unborn);
  return [
    {
      text: `In ${page.countryName}, ${number(total.value)} ${counted.unit.many} were ${counted.said}. Of them, ${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}.${unborn && isKnown(unborn) ? ` ${outsideBands(unborn.value)}` : ''}`,
      mark: counted.mark,
      indicator: counted.indicator,
      notes: notesAt(page, country)
    }
  ];
}
