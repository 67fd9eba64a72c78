/** What is said where no figure is drawn by quarter: never that none is supplied where one is. */
import { describe, expect, test } from 'vitest';
import type { ViewModel } from '#lib/views/model.ts';
import { noQuartersSaid } from '#lib/words/strategy/quarters.ts';
import { pageOf, sharedBundle, sharedFacts } from '../../published.ts';

const DEMO = 'data/demo';
const demo = await sharedFacts(DEMO);
const { tables } = await sharedBundle(DEMO);
const moved = ({ slots }: ViewModel) => slots.find(({ id }) => id === 'quarters');
const saidOn = async (area: string, period: string) =>
  moved(await pageOf(demo, area, { view: 'strategy', period }))?.statements.map(({ text }) => text) ?? [];
/** Whether the demonstration has any quarter of a cube for an area up to a day. */
const hasQuarters = (cube: string, area: string, upTo: string) =>
  tables.some(
    (each) =>
      each.table.cube === cube &&
      each.observations.some((row) => row.area === area && /Q/.test(row.period) && row.period < upTo)
  );

describe('at 31 March 2023, before any figure can be set beside others', () => {
  test('quarters that are there are not called missing', async () => {
    expect(hasQuarters('assessments', 'lanternport', '2023')).toBe(true);
    for (const area of ['lanternport', 'quill-vale-partnership']) {
      const said = await saidOn(area, '2023');
      const missing = said.filter((text) => /not supplied/i.test(text));
      expect(missing.join(' '), area).toMatch(/neglect tool is used/);
      expect(missing.join(' '), area).not.toMatch(/assessments|share of plans|referrals/);
      expect(said.join(' '), area).not.toContain('Figures by quarter are not supplied');
    }
  });

  test('each kind of figure has its own reason, and that of the figure drawn by year stands first', async () => {
    expect(await saidOn('lanternport', '2023')).toEqual([
      'Not drawn by quarter, since the use of “multiple” changed in these years: share of plans that are for neglect, children on a plan for neglect and one more.',
      expect.stringMatching(/^Not /),
      expect.stringMatching(/^Not /),
      expect.stringMatching(/^Not /)
    ]);
    expect(await saidOn('lanternport', '2023')).toContain(
      'Not drawn by quarter, since that takes two years on each side of a date: assessments that recorded neglect and share of assessments that recorded neglect.'
    );
  });

  test('nothing of it is said where a figure is drawn by quarter', async () => {
    for (const area of ['lanternport', 'kestrelshire', 'quill-vale-partnership'])
      expect((await saidOn(area, '2024')).join(' '), area).not.toMatch(/by quarter(,| up to)/);
  });
});

test('withheld quarters are said to be withheld', () => {
  expect(noQuartersSaid('withheld', ['Referrals'])).toBe(
    'Withheld by quarter up to this date, so that no child can be identified: referrals.'
  );
});
