/** A milestone, and the figures judged beside it, are the same on the pages of a partnership, its authorities and their localities. */
import { describe, expect, test } from 'vitest';
import type { ViewModel } from '#lib/views/model.ts';
import { pageOf, sharedFacts } from '../../published.ts';

const demo = await sharedFacts('data/demo');
const AUTHORITIES = ['Kestrelshire', 'Lanternport', 'Quillmere'] as const;

const slotOf = (page: ViewModel, id: string) => page.slots.find((each) => each.id === id);
const datesOf = (page: ViewModel) =>
  slotOf(page, 'set-out')?.facts?.flatMap(({ term }) => /^\d+ \w+ \d{4}/.exec(term)?.[0] ?? []);

/** `milestone | figure | verdict` of each row, with the name of the area whose figure it is. */
function judgedOn(page: ViewModel, own?: string): readonly string[] {
  const rows = slotOf(page, 'outcomes')?.tables?.[0]?.table.rows ?? [];
  return rows.map(({ since, figure, verdict }) => {
    const told = String(figure).replace(' (the whole of Quill Vale partnership)', '');
    const whose =
      own === undefined || told !== figure || told.endsWith(`(${own})`) ? told : `${told} (${own})`;
    return `${String(since)} | ${whose} | ${String(verdict)}`;
  });
}

describe.each(['2022', '2023', '2024'])('milestones at the position of %s', async (period) => {
  const pages = await Promise.all(
    ['quill-vale-partnership', 'kestrelshire', 'lanternport', 'quillmere', 'amberfold'].map((area) =>
      pageOf(demo, area, { view: 'strategy', period })
    )
  );
  const [together, kestrelshire, lanternport, quillmere, amberfold] = pages;
  if (!together || !kestrelshire || !lanternport || !quillmere || !amberfold) throw new Error('no page');

  test('a locality has those of its authority and of its partnership', () => {
    expect(datesOf(amberfold)).toEqual(datesOf(kestrelshire));
    expect(datesOf(amberfold)).toContain('1 September 2021');
  });

  test('its figures stand under the same milestone, with the same verdict, as on the page of its authority', () => {
    expect(judgedOn(amberfold, 'Kestrelshire')).toEqual(judgedOn(kestrelshire, 'Kestrelshire'));
    expect(judgedOn(amberfold).length).toBeGreaterThan(4);
  });

  test('the partnership has every figure of its authorities under the milestone where their own pages have it', () => {
    const own = [kestrelshire, lanternport, quillmere].flatMap((page, i) => judgedOn(page, AUTHORITIES[i]));
    expect([...judgedOn(together)].sort()).toEqual([...new Set(own)].sort());
  });
});
