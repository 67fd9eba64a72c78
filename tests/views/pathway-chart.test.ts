import { describe, expect, it } from 'vitest';
import type { ViewPlace } from '#lib/selection/place.ts';
import { isKnown } from '#lib/domain/cell.ts';
import { contextFor, type Context } from '#lib/views/context.ts';
import { pathwayChart, type PathwayAgainst } from '#lib/views/pathway-chart.ts';
import { pathwayCells, pathwayResult, pathwayStatement } from '#lib/views/pathway.ts';
import { pathwayEnd } from '#lib/stats/pathway.ts';
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
      'The change in plans started for neglect cannot be shared over its steps. The use of “multiple” changed between the two years.'
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
      if (made === undefined || 'chart' in made || made.statement.text.includes('Fewer than')) continue;
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
      'Counted by these steps, children starting a plan for neglect in Leicestershire changed little in a year, from 19.8 to 19.7 in every 10,000. Steps pulled against each other'
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

describe('beside similar areas', () => {
  it.each(['leeds', 'leicestershire', 'hackney', 'essex', 'rutland'])(
    '%s is set beside one area, unnamed, whose steps make its own figure, which lies in the middle',
    async (slug) => {
      const { chart, context } = await chartOf(slug, 'neighbours');
      if (chart.spec.kind !== 'waterfall') throw new Error('not a waterfall');
      const { value } = chart.spec.from;
      const ways = context.neighbours.flatMap((at) => {
        const result = pathwayResult(pathwayCells(context, at, context.period));
        return result.status === 'known' ? [{ at, end: pathwayEnd(result.pathway) }] : [];
      });
      const below = ways.filter(({ end }) => end < value).length;
      expect(ways.some(({ end }) => end === value)).toBe(true);
      expect(below).toBe(Math.floor((ways.length - 1) / 2));
      const links = chart.table.rows.slice(0, -1).map((row) => {
        const cell = row['from'];
        return typeof cell === 'object' && isKnown(cell) ? cell.value : NaN;
      });
      expect(links.reduce((product, link) => product * link, 1) / 100 ** 3).toBeCloseTo(value, 9);
      const middle = ways.find(({ end }) => end === value)?.at;
      const name = facts.catalogue.manifest.areas.find(({ id }) => id === middle)?.name;
      expect(name).toBeDefined();
      expect(JSON.stringify([chart, context.notes.all()])).not.toContain(name);
    }
  );

  it('a difference that the page calls close is not explained', async () => {
    const { chart } = await chartOf('leicestershire', 'neighbours');
    expect(chart.title).toBe(
      'Leicestershire and the similar area in the middle are close. That is one area, and its steps may be unlike those of other similar areas'
    );
    expect(chart.title).not.toMatch(/difference|Most of|Nearly all/);
  });

  it.each([
    [
      'hackney',
      'england',
      'Hackney beside England: more children are referred; fewer of those referred reach a child protection conference; neglect is less often the category of a new plan. These steps offset one another'
    ],
    [
      'essex',
      'neighbours',
      'Essex beside the similar area in the middle: fewer children are referred; more of those referred reach a child protection conference; neglect is less often the category of a new plan. These steps offset one another. That is one area, and its steps may be unlike those of other similar areas'
    ],
    ['essex', 'england', 'Most of Essex’s difference from England is how many children are referred']
  ] as const)('%s beside %s says whether steps offset one another', async (slug, beside, title) => {
    expect((await chartOf(slug, beside)).chart.title).toBe(title);
  });
});

describe('the sentence of the way', () => {
  it('is named as what it is, and its note says why the rate may differ', async () => {
    const context = await contextOf('leicestershire');
    const said = pathwayStatement(context);
    expect(said?.text).toBe(
      'Counted by these steps, 19.7 children in every 10,000 started a plan for neglect (England 25.7). Most of that gap is how many children are referred.'
    );
    const noted = context.notes.all().filter(({ number }) => said?.notes?.includes(number));
    expect(noted.map(({ text }) => text).join(' ')).toContain(
      'may differ a little from plans started for neglect, which counts plans.'
    );
  });

  it('says that steps offset one another', async () => {
    expect(pathwayStatement(await contextOf('hackney'))?.text).toBe(
      'Counted by these steps, 17.7 children in every 10,000 started a plan for neglect (England 25.7). More children are referred; fewer of those referred reach a child protection conference; neglect is less often the category of a new plan. These steps offset one another.'
    );
  });

  it('is silent where the rate cannot be told from that of England', async () => {
    expect(pathwayStatement(await contextOf('rutland'))).toBeUndefined();
  });
});
