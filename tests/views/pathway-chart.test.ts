import { describe, expect, it } from 'vitest';
import type { ViewPlace } from '#lib/selection/place.ts';
import { contextFor, type Context } from '#lib/views/context.ts';
import { pathwayChart, type PathwayAgainst } from '#lib/views/pathway-chart.ts';
import { LEADING_ROLES } from '#lib/views/roles.ts';
import { EXTRA_TERMS } from '#lib/views/terms.ts';
import { sharedFacts } from '../published.ts';

const facts = await sharedFacts();

async function contextOf(area: string, rest: Partial<ViewPlace> = {}): Promise<Context> {
  const context = await contextFor(
    facts,
    { page: 'view', view: 'overview', area, ...rest },
    { roles: LEADING_ROLES, terms: EXTRA_TERMS }
  );
  if ('unanswerable' in context) throw new Error(context.unanswerable);
  return context;
}

async function chartOf(area: string, against: PathwayAgainst, rest: Partial<ViewPlace> = {}) {
  const context = await contextOf(area, rest);
  const made = pathwayChart(context, against);
  if (made === undefined || !('chart' in made)) throw new Error('no chart');
  return { chart: made.chart, context };
}

describe('the pathway of a page', () => {
  it('stands beside England, with its caption among the notes and its sources named', async () => {
    const { chart, context } = await chartOf('leeds', 'england');
    expect(chart.title).toContain('Nearly all of Leeds’ difference from England');
    expect(chart.subtitle).toContain('England and Leeds, year to 31 March 2024');
    expect(chart.file).toBe('pathway-england-leeds-2024');
    const noted = context.notes.all().filter(({ number }) => chart.notes?.includes(number));
    expect(noted.map(({ text }) => text)).toContain(
      'Counts of children in the same year, not the same children followed.'
    );
    expect(chart.sources.length).toBeGreaterThanOrEqual(2);
    expect(chart.covers).toBe(context.period.label);
  });

  it('stands beside the year before', async () => {
    const { chart } = await chartOf('leeds', 'past');
    if (chart.spec.kind !== 'waterfall') throw new Error('not a waterfall');
    expect(chart.spec.from.label).toBe('Leeds a year earlier');
    const before = await chartOf('leeds', 'england', { period: '2023' });
    if (before.chart.spec.kind !== 'waterfall') throw new Error('not a waterfall');
    expect(chart.spec.from.value).toBeCloseTo(before.chart.spec.to.value, 9);
  });

  it('is not drawn between two years in which the use of “multiple” changed', async () => {
    const made = pathwayChart(await contextOf('leeds', { period: '2016' }), 'past');
    if (made === undefined || 'chart' in made) throw new Error('drawn across a recoding');
    expect(made.statement.text).toBe(
      'The change in plans started for neglect cannot be shared over its steps: the use of “multiple” changed between the two years.'
    );
    expect(pathwayChart(await contextOf('leeds', { period: '2016' }))).toHaveProperty('chart');
  });

  it('of England has no England beside it', async () => {
    expect(pathwayChart(await contextOf('england'))).toBeUndefined();
  });

  it('is one sentence where a link is withheld in either year', async () => {
    const { periods } = facts.catalogue.manifest;
    const years = periods.filter(({ kind }) => kind === 'year');
    let withheld = 0;
    for (const { id } of years) {
      const made = pathwayChart(await contextOf('rutland', { period: id }));
      if (made === undefined || 'chart' in made) continue;
      expect(made.statement.text).toMatch(
        /^The steps from a referral to a plan for neglect cannot be drawn\. For /
      );
      expect(made.statement.text).not.toMatch(/\d/);
      withheld++;
    }
    expect(withheld).toBeGreaterThan(0);
  });
});

describe('a year in which the end of the way hardly moved', () => {
  it('is called little changed, and steps that pulled against each other are named as such', async () => {
    const { chart } = await chartOf('leicestershire', 'past');
    expect(chart.title).toBe(
      'In Leicestershire plans started for neglect changed little in a year, from 19.8 to 19.7 for every 10,000 children, because steps pulled against each other'
    );
    expect(chart.subtitle).toContain('Counts of children in the same year, not the same children followed.');
  });

  it('beside similar areas is not drawn of fewer than six with every figure', async () => {
    const context = await contextOf('leicestershire');
    expect(pathwayChart(context, 'neighbours')).toHaveProperty('chart');
    expect(
      pathwayChart({ ...context, neighbours: context.neighbours.slice(0, 5) }, 'neighbours')
    ).toBeUndefined();
  });
});
