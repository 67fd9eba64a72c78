import { describe, expect, it } from 'vitest';
import { isKnown, missing, type Cell } from '#lib/domain/cell.ts';
import { cellsOf } from '#lib/queries/cells.ts';
import { VIEWS } from '#lib/selection/place.ts';
import type { ChartModel } from '#lib/views/model.ts';
import { PLANS_MULTIPLE, PLANS_NEGLECT } from '#lib/views/terms.ts';
import { pageOf, sharedBundle, sharedFacts, wordsOf } from '../published.ts';

const facts = await sharedFacts();

const authorities = facts.catalogue.manifest.areas.filter((area) => area.kind === 'authority');
const years = facts.catalogue.manifest.periods.filter((period) => period.kind === 'year');
const lookup = await cellsOf(facts, [PLANS_NEGLECT, PLANS_MULTIPLE], {
  areas: authorities.map(({ id }) => id)
});
const withheld = authorities.flatMap((area) =>
  years
    .filter((year) => {
      const cell = lookup(PLANS_NEGLECT, area.id, year.id);
      return !isKnown(cell) && cell.reason === 'withheld';
    })
    .map((year) => ({ area, year: year.id }))
);

const isCell = (value: string | Cell | undefined): value is Cell => typeof value === 'object';

/** Cells of a chart's table for the area and date, by column; a chart of one date has its area's row. */
function cellsAt(chart: ChartModel, name: string, year: string): readonly { column: string; cell: Cell }[] {
  const row =
    chart.table.rows.find((each) => each['year'] === year) ??
    chart.table.rows.find((each) => each['area'] === name);
  return Object.entries(row ?? {}).flatMap(([key, value]) =>
    isCell(value) ? [{ column: key, cell: value }] : []
  );
}

describe('where neglect is withheld', () => {
  it('happens often enough to be worth proving', () => {
    expect(withheld.length).toBeGreaterThan(20);
  });

  it('is published beside other categories, which no reader of cells is given', async () => {
    const table = (await sharedBundle()).tables.find((each) => each.table.id === PLANS_MULTIPLE.table);
    const latest = table?.table.dimensions.indexOf('category_latest') ?? -1;
    const published = withheld.filter(({ area, year }) =>
      table?.observations.some(
        (row) =>
          row.area === area.id &&
          row.period === year &&
          row.members[latest] === 'multiple' &&
          isKnown(row.cell)
      )
    );
    expect(published.length).toBeGreaterThan(5);
    const given = published.map(({ area, year }) => lookup(PLANS_MULTIPLE, area.id, year));
    expect(given).toEqual(given.map(() => missing('withheld')));
  });

  it(
    'no page gives another category, a zero or a sum for that area and date',
    { timeout: 120_000 },
    async () => {
      for (const { area, year } of withheld)
        for (const view of VIEWS) {
          const page = await pageOf(facts, area.slug, { view, period: year });
          const place = `${area.name} ${year} ${view}`;
          for (const chart of page.slots.flatMap((slot) => slot.charts)) {
            if (
              !['plans-over-time', 'hidden-neglect', 'position', 'category-series', 'ladder'].includes(
                chart.id
              )
            )
              continue;
            for (const { column, cell } of cellsAt(chart, area.name, year))
              if (
                !['total', 'all', 'allRate', 'of'].includes(column) &&
                !/^s-(england|neighbours|region)$/.test(column)
              )
                expect(cell.kind, `${place} ${chart.id} ${column}`).toBe('missing');
          }
          expect(wordsOf(page), place).not.toMatch(
            /more (is|are) in the category|None are in the category|on a plan in the category “multiple”/
          );
        }
    }
  );
});
