/** What changed in the authorities of a partnership, and its scorecard. */
import { describe, expect, it } from 'vitest';
import { pageOf, sharedFacts } from '../published.ts';

const demo = await sharedFacts('data/demo');
const whole = await pageOf(demo, 'quill-vale-partnership');
const changeOf = ({ slots }: typeof whole) => slots.find(({ id }) => id === 'change');

describe('what changed unusually, on the page of a partnership', () => {
  it('is told of each authority in the words of its own page', async () => {
    const said = changeOf(whole)?.statements.map(({ text }) => text) ?? [];
    expect(said.length).toBeGreaterThan(1);
    for (const text of said.filter((each) => !each.includes('not shown'))) {
      const [name = '', told = ''] = text.split(': children on a plan for neglect ');
      const own = changeOf(await pageOf(demo, name.toLowerCase()))?.statements[0]?.text;
      expect(own, name).toContain(told);
    }
    expect(said[0]).toContain('changed little, from 185 to 179');
  });
  it('names each authority, and says of one whose change cannot be shown why', () => {
    const said = changeOf(whole)?.statements.map(({ text }) => text) ?? [];
    expect(said.map((text) => text.replace(/:.*$/, ''))).toEqual([
      'Kestrelshire',
      'Lanternport',
      'Quillmere'
    ]);
    expect(said.at(-1)).toBe(
      'Quillmere: not shown, because the number on a plan for neglect in 2023 is withheld, so that no child can be identified.'
    );
  });
  it('says whether each change is unusual, and sends nobody elsewhere for that', () => {
    const words = JSON.stringify(changeOf(whole));
    expect(words).not.toContain('own page');
    expect(words).toMatch(/That is (not )?unusual: in a year, /);
  });
});

describe('the scorecard', () => {
  const columnsOf = ({ slots }: typeof whole) =>
    slots
      .flatMap(({ tables = [] }) => tables)
      .find(({ id }) => id === 'scorecard')
      ?.table.columns.map(({ label }) => label);
  it('has no column that is empty in every row', async () => {
    expect(columnsOf(whole)).toEqual(['Indicator', 'Group', 'Here', 'Counts']);
    expect(columnsOf(await pageOf(demo, 'kestrelshire'))).toEqual([
      'Indicator',
      'Group',
      'Here',
      'Beside',
      'Trend',
      'Counts'
    ]);
  });
});
