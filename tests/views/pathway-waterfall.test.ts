import { describe, expect, it } from 'vitest';
import { isKnown, known, missing, NOT_SUPPLIED } from '#lib/domain/cell.ts';
import type { PlacedTerm } from '#lib/domain/term.ts';
import { cellsOf } from '#lib/queries/cells.ts';
import { roundHalfUp } from '#lib/stats/rounding.ts';
import type { PathwayCells } from '#lib/views/pathway.ts';
import { pathwayWaterfall, type PathwaySide, type PathwayWaterfall } from '#lib/views/pathway-waterfall.ts';
import {
  CHILDREN_AT_CONFERENCE,
  CHILDREN_REFERRED,
  CHILDREN_STARTING,
  EXTRA_TERMS,
  STARTS_NEGLECT,
  STARTS_TOTAL
} from '#lib/views/terms.ts';
import { sharedFacts } from '../published.ts';

const facts = await sharedFacts();

const CHILDREN: PlacedTerm = { cube: 'population', table: 'population', measure: 'children' };
const { areas } = facts.catalogue.manifest;
const lookup = await cellsOf(facts, [...EXTRA_TERMS, CHILDREN], { areas: areas.map(({ id }) => id) });

function cells(area: string, year: string): PathwayCells {
  const period = facts.catalogue.manifest.periods.find(({ id }) => id === year);
  return {
    children: lookup(CHILDREN, area, period?.population ?? ''),
    referred: lookup(CHILDREN_REFERRED, area, year),
    conference: lookup(CHILDREN_AT_CONFERENCE, area, year),
    started: lookup(CHILDREN_STARTING, area, year),
    starts: lookup(STARTS_TOTAL, area, year),
    startsNeglect: lookup(STARTS_NEGLECT, area, year)
  };
}

function idOf(name: string): string {
  const area = areas.find((each) => each.name === name);
  if (!area) throw new Error(`no such area: ${name}`);
  return area.id;
}

const side = (name: string, year = '2024'): PathwaySide => ({
  name,
  role: name === 'England' ? 'england' : 'focus',
  way: cells(idOf(name), year)
});
const against = (name: string) => pathwayWaterfall(side(name), side('England'));
const SOME: PathwayCells = {
  children: known(145_000),
  referred: known(6_000),
  conference: known(800),
  started: known(600),
  starts: known(610),
  startsNeglect: known(290)
};
const made = (more: Partial<PathwayCells>, name = 'Rutland'): PathwaySide => ({
  name,
  role: 'focus',
  way: { ...SOME, ...more }
});

function drawn(waterfall: PathwayWaterfall) {
  if (waterfall.status !== 'drawn') throw new Error(waterfall.why);
  return waterfall;
}
const rounded = (waterfall: PathwayWaterfall) => {
  const { spec } = drawn(waterfall);
  return [spec.from.value, ...spec.steps.map(({ change }) => change), spec.to.value].map((value) =>
    roundHalfUp(value, 1)
  );
};

describe('against England in 2024', () => {
  it.each([
    ['Leeds', [25.7, 1.6, -2.3, -0.3, -11.8, 12.9]],
    ['Leicestershire', [25.7, -5.0, -2.3, 0.5, 0.8, 19.7]],
    ['Rutland', [25.7, -11.7, 7.6, 1.8, 9.6, 33.0]]
  ])('%s starts plans for neglect in these steps', (name, expected) => {
    expect(rounded(against(name))).toEqual(expected);
  });

  it('steps of every authority add up to its difference, or the chart says what is missing', () => {
    let count = 0;
    for (const { id, name, kind } of areas) {
      if (kind !== 'authority') continue;
      const waterfall = pathwayWaterfall({ name, role: 'focus', way: cells(id, '2024') }, side('England'));
      if (waterfall.status === 'withheld') {
        expect(waterfall.why).toMatch(/cannot be (drawn|told)/);
        continue;
      }
      const { from, steps, to } = waterfall.spec;
      expect(steps.reduce((sum, { change }) => sum + change, from.value)).toBeCloseTo(to.value, 9);
      count++;
    }
    expect(count).toBeGreaterThan(120);
  });

  it('the title says which step makes most of it, or which steps offset one another', () => {
    expect(drawn(against('Leeds')).title).toBe(
      'Nearly all of Leeds’ difference from England is how often neglect is the category chosen for a new plan'
    );
    expect(drawn(against('Leicestershire')).title).toContain('Most of Leicestershire’s difference');
    expect(drawn(against('Rutland')).title).toBe(
      'Few plans in Rutland had neglect as first category (27), so chance alone may move any step'
    );
  });

  it('a step never makes nearly all of a difference that steps together go far beyond', () => {
    let offset = 0;
    for (const { id, name, kind } of areas) {
      const waterfall = pathwayWaterfall({ name, role: 'focus', way: cells(id, '2024') }, side('England'));
      if (kind !== 'authority' || waterfall.status !== 'drawn') continue;
      if (waterfall.title.startsWith('Few plans')) continue;
      const { from, steps, to } = waterfall.spec;
      const together = steps.reduce((sum, { change }) => sum + Math.abs(change), 0);
      const beyond = together > 1.5 * Math.abs(to.value - from.value);
      expect([name, waterfall.title.endsWith('. These steps offset one another')]).toEqual([name, beyond]);
      expect([name, /^(Most|Nearly all) of/.test(waterfall.title) && beyond]).toEqual([name, false]);
      offset += beyond ? 1 : 0;
    }
    expect(offset).toBeGreaterThan(10);
  });

  it('two that the page calls close have no difference explained, and what differs on the way is said', () => {
    const there = { ...side('England'), isClose: true };
    expect(drawn(pathwayWaterfall(side('Leicestershire'), there)).title).toBe(
      'Leicestershire and England are close. On the way there, in Leicestershire: fewer children are referred; fewer of those referred reach a child protection conference; neglect is more often the category of a new plan'
    );
  });

  it('nothing of it has the name of the plain rate, and a note says why it may differ', () => {
    const { spec, table, title, notes, description } = drawn(against('Rutland'));
    for (const text of [spec.unit, table.caption, title, description])
      expect(text).not.toMatch(/plans started for neglect/i);
    expect(notes.join(' ')).toContain(
      'A child can start more than one plan in a year, so this may differ a little from plans started for neglect, which counts plans.'
    );
  });

  it('says that the same children are not followed', () => {
    const { caption, notes, description, table } = drawn(against('Leeds'));
    expect(caption).toBe('Counts of children in the same year, not the same children followed.');
    expect(notes).toContain(caption);
    expect(description).toContain(caption);
    expect(table.caption).toContain(caption);
  });

  it('the description holds every figure of the drawing with its sign', () => {
    const { description } = drawn(against('Leeds'));
    for (const figure of ['England 25.7', '+1.6', '−2.3', '−0.3', '−11.8', 'Leeds 12.9'])
      expect(description).toContain(figure);
  });

  it('each step has its name in words', () => {
    expect(drawn(against('Leeds')).spec.steps.map(({ label }) => label)).toEqual([
      'How many children are referred',
      'How many of those referred reach a child protection conference',
      'How many of those at a conference start a plan',
      'How often neglect is the category chosen for a new plan'
    ]);
  });

  it('the table has both sides of every step, what it adds, and the sum', () => {
    const { table } = drawn(against('Leeds'));
    expect(table.rows.map((row) => row['step'])).toEqual([
      'Children referred for any reason, per 10,000 children',
      'Children at an initial conference, per 100 referred',
      'Children starting a plan, per 100 at a conference',
      'Neglect as first category, per 100 plans started',
      'Children starting a plan for neglect per 10,000 children, counted by these steps'
    ]);
    const changes = table.rows.map((row) => {
      const cell = row['change'];
      return typeof cell === 'object' && isKnown(cell) ? cell.value : NaN;
    });
    const steps = changes.slice(0, -1).reduce((sum, change) => sum + change, 0);
    expect(steps).toBeCloseTo(changes.at(-1) ?? NaN, 9);
  });
});

describe('what withholds the drawing', () => {
  it('a withheld link does, and is named, on either side', () => {
    const hidden = made({ startsNeglect: missing('withheld') });
    const why =
      'The steps from a referral to a plan for neglect cannot be drawn. For Rutland, how many plans started for neglect is withheld.';
    expect(pathwayWaterfall(hidden, side('England'))).toEqual({ status: 'withheld', why });
    expect(pathwayWaterfall(side('Leeds'), hidden)).toEqual({ status: 'withheld', why });
  });

  it('a link that was not supplied is not called withheld', () => {
    const waterfall = pathwayWaterfall(made({ referred: NOT_SUPPLIED }), side('England'));
    if (waterfall.status === 'drawn') throw new Error('drawn without referrals');
    expect(waterfall.why).toContain('how many children were referred is not in these figures for this year');
    expect(waterfall.why).not.toContain('withheld');
  });

  it('no other number of the side is said then', () => {
    const waterfall = pathwayWaterfall(made({ conference: missing('withheld') }), side('England'));
    expect(JSON.stringify(waterfall)).not.toMatch(/\d/);
  });

  it('a step that nobody reached does, in words', () => {
    const nobody = made({ started: known(0), starts: known(0), startsNeglect: known(0) });
    const waterfall = pathwayWaterfall(nobody, side('England'));
    if (waterfall.status === 'drawn') throw new Error('drawn though nobody started a plan');
    expect(waterfall.why).toContain('For Rutland, no child started a plan, so the steps after it');
  });

  it('every published year of Rutland is drawn or says what is missing', () => {
    const years = facts.catalogue.manifest.periods.filter(({ kind }) => kind === 'year').map(({ id }) => id);
    const all = years.map((year) => ({ year, hidden: cells(idOf('Rutland'), year).startsNeglect }));
    for (const { year, hidden } of all) {
      const waterfall = pathwayWaterfall(side('Rutland', year), side('England', year));
      if (!isKnown(hidden)) expect(waterfall.status).toBe('withheld');
    }
    expect(all.some(({ hidden }) => !isKnown(hidden))).toBe(true);
  });
});

describe('special cases', () => {
  it('of fewer than 20 plans for neglect, none among them, on either side is not drawn', () => {
    for (const starts of [0, 1, 19]) {
      const few = made({ startsNeglect: known(starts) });
      for (const waterfall of [
        pathwayWaterfall(few, side('England')),
        pathwayWaterfall(side('England'), few)
      ])
        expect(JSON.stringify(waterfall)).toMatch(
          /"status":"withheld".*Fewer than 20 plans in Rutland had neglect as first category\./
        );
    }
  });

  it('of 20 to 49 is drawn, and names how few they are in place of a step', () => {
    for (const starts of [20, 49]) {
      const { title } = drawn(pathwayWaterfall(made({ startsNeglect: known(starts) }), side('England')));
      expect(title).toBe(
        `Few plans in Rutland had neglect as first category (${String(starts)}), so chance alone may move any step`
      );
    }
    const { title } = drawn(pathwayWaterfall(made({ startsNeglect: known(50) }), side('England')));
    expect(title).not.toContain('chance');
  });

  it('equal sides have four steps of nothing and a title without a gap', () => {
    const { spec, title } = drawn(pathwayWaterfall(made({}, 'Leeds'), made({}, 'Kent')));
    expect(spec.steps.map(({ change }) => change)).toEqual([0, 0, 0, 0]);
    expect(title).toBe('Leeds and Kent are close, and so is every step on the way');
  });

  it('steps whose rounded values do not add up are said to be rounded', () => {
    const sums = areas.flatMap(({ id, name, kind }) => {
      const waterfall = pathwayWaterfall({ name, role: 'focus', way: cells(id, '2024') }, side('England'));
      if (kind !== 'authority' || waterfall.status !== 'drawn') return [];
      const figures = rounded(waterfall);
      const total = roundHalfUp(
        figures.slice(0, -1).reduce((sum, figure) => sum + figure, 0),
        1
      );
      return [{ adds: total === figures.at(-1), said: waterfall.notes.join().includes('rounded') }];
    });
    expect(sums.some(({ adds }) => !adds)).toBe(true);
    for (const { adds, said } of sums) expect(said).toBe(!adds);
  });

  it('two years of one area can stand on both sides', () => {
    const { spec } = drawn(
      pathwayWaterfall(side('Leeds'), {
        ...side('Leeds', '2023'),
        name: 'Leeds a year earlier',
        role: 'second'
      })
    );
    expect(spec.from).toMatchObject({ label: 'Leeds a year earlier', role: 'second' });
    expect(spec.to).toMatchObject({ label: 'Leeds', role: 'focus' });
  });
});
