/**
 * Indicators worked out here beside the rates and percentages that the Department for Education published itself
 * (Children in need, reporting year 2024, tables B1, B7, C1, D1, D3, D5 and D7; Open Government Licence v3.0):
 * every authority, region and year, to the one decimal they are published to.
 */
import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import { describe, expect, it, test } from 'vitest';
import { isKnown } from '#lib/domain/cell.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import { termsOf, valueOf } from '#lib/indicators/evaluate.ts';
import { cellsOf } from '#lib/queries/cells.ts';
import { roundHalfUp } from '#lib/stats/rounding.ts';
import { sharedFacts } from '../published.ts';

const facts = await sharedFacts();
const { manifest, indicators } = facts.catalogue;

interface Row {
  readonly area: string;
  readonly period: string;
  readonly published: number;
  readonly ours: number | undefined;
  /** None of a total that is withheld: published as 0%, and here withheld with its total. */
  readonly noneOfWithheld: boolean;
  /** Values that counts which round to those given could make. */
  readonly could: readonly [number, number] | undefined;
}

const file = Papa.parse<Record<string, string>>(
  await readFile('tests/indicators/published-rates.csv', 'utf8'),
  {
    header: true,
    skipEmptyLines: true
  }
).data;

/** England and the regions are rounded to 10 after their rates were made, so that the counts are known to within 5. */
const HALF = 5;
const isAuthority = (area: string) => area.startsWith('la');

async function compare(indicator: PlacedIndicator): Promise<readonly Row[]> {
  const rows = file.filter((row) => row['indicator'] === indicator.id);
  const lookup = await cellsOf(facts, termsOf(indicator), { areas: rows.map((row) => row['area'] ?? '') });
  return rows.flatMap((row) =>
    manifest.periods.flatMap((period): Row[] => {
      const published = row[period.id];
      const area = row['area'] ?? '';
      if (!published) return [];
      const { numerator, denominator, value } = valueOf(indicator, lookup, area, period);
      const known = isKnown(value) && isKnown(numerator) && isKnown(denominator);
      const slack = isAuthority(area) ? 0 : HALF;
      const population = indicator.kind === 'rate' ? 0 : slack;
      const scale = indicator.per ?? 100;
      return [
        {
          area,
          period: period.id,
          published: Number(published),
          noneOfWithheld:
            isKnown(numerator) &&
            numerator.value === 0 &&
            !isKnown(denominator) &&
            denominator.reason === 'withheld',
          ours: known ? roundHalfUp(value.value, 1) : undefined,
          could: known
            ? [
                roundHalfUp(((numerator.value - slack) / (denominator.value + population)) * scale, 1),
                roundHalfUp(((numerator.value + slack) / (denominator.value - population)) * scale, 1)
              ]
            : undefined
        }
      ];
    })
  );
}

const ids = [...new Set(file.map((row) => row['indicator'] ?? ''))];
const compared = await Promise.all(
  ids.map(async (id) => {
    const indicator = indicators.find((each) => each.id === id);
    if (!indicator) throw new Error(`no indicator ${id}`);
    const rows = await compare(indicator);
    return { id, rows, agree: rows.filter(({ ours, published }) => ours === published) };
  })
);
const count = (list: readonly unknown[]) => list.length.toLocaleString('en-GB');
const name = ({ area, period, published, ours }: Row) =>
  `${area} ${period}: ${String(published)}, here ${String(ours)}`;

/** Table D1, which the published rate is made from, has 45 more plans of West Sussex in 2013 than D4, which ours stands beside. */
const OTHER_TOTAL: Readonly<Record<string, string>> = {
  'CPP-RATE la938 2013': '424 plans in D1, 379 in D4',
  'CPP-RATE E12000008 2013': 'the South East, with West Sussex: 6,050 and 6,010',
  'CPP-RATE E92000001 2013': 'England, with West Sussex: 43,190 and 43,140'
};

function explained(id: string, row: Row): string | undefined {
  const { area, period, published, noneOfWithheld, could } = row;
  if (noneOfWithheld && published === 0) return 'none of a withheld total, withheld here with it';
  if (!isAuthority(area) && could && published >= could[0] && published <= could[1])
    return 'made before its counts were rounded to 10';
  return OTHER_TOTAL[`${id} ${area} ${period}`];
}

describe('the rates and percentages the Department published', () => {
  const titles = compared.map(({ id, rows, agree }) => [id, count(agree), count(rows), rows] as const);
  test.each(titles)(
    'of %s agree here in %s of %s areas and years, the rest explained',
    (id, _agree, _all, rows) => {
      const others = rows.filter(({ ours, published }) => ours !== published);
      expect(others.filter((row) => explained(id, row) === undefined).map(name)).toEqual([]);
    }
  );
  it('of authorities agree but for none of a withheld total, and for one total that differs by table', () => {
    const others = compared.flatMap(({ id, rows }) =>
      rows
        .filter(({ area, ours, published }) => isAuthority(area) && ours !== published)
        .filter(({ noneOfWithheld }) => !noneOfWithheld)
        .map(({ area, period }) => `${id} ${area} ${period}`)
    );
    expect(others).toEqual(['CPP-RATE la938 2013']);
  });
});
