import { describe, expect, it } from 'vitest';
import { BundleManifest } from '#lib/domain/bundle.ts';
import type { LogSource } from '#lib/views/pack/board-log.ts';
import { carriedTables } from '#lib/views/pack/carried.ts';
import demo from '../../../data/demo/bundle.json';
import { madeUpPage } from './page.ts';

const manifest = BundleManifest.parse(demo);
const area = (slug: string) => {
  const found = manifest.areas.find((each) => each.slug === slug);
  if (!found) throw new Error(`no area ${slug}`);
  return { area: { id: found.id, slug, name: found.name, kind: found.kind } };
};
const source: LogSource = {
  manifest,
  registers: {
    actions: [
      {
        action: 'Later in Lanternport',
        owner_role: 'lead, Lanternport',
        due: '2024-09-30',
        indicator: 'CHRON'
      },
      { action: 'Done', owner_role: 'nurse', due: '2024-01-31', closed: '2024-01-10', result: 'It worked' },
      { action: 'Late', owner_role: 'head of safeguarding', due: '2024-03-31', indicator: 'VOICE CHRON' }
    ],
    decisions: [
      { date: '2024-02-20', decision: 'Decided', owner_role: 'chair', indicator: 'VOICE' },
      { date: '2025-02-20', decision: 'Not decided yet' }
    ]
  }
};
const shows = (indicator: string) =>
  Promise.resolve([{ text: `${indicator} shows 7.`, mark: 'neglect' as const }]);
const tables = (slug: string) => carriedTables(source, area(slug), '2024-06-30', shows);

describe('what was carried from the last meeting', () => {
  it('stands with its owner’s role, its date, how it stands and what the same figure shows now, overdue first', async () => {
    const [actions] = await tables('quill-vale-partnership');
    expect(actions?.table.rows).toEqual([
      {
        action: 'Late',
        who: 'Head of safeguarding',
        due: '31 March 2024',
        stands: 'Overdue by three months at 30 June 2024.',
        now: 'VOICE shows 7. CHRON shows 7.'
      },
      expect.objectContaining({ action: 'Later in Lanternport', now: 'CHRON shows 7.' }),
      expect.objectContaining({
        stands: 'Finished 10 January 2024, in time. It worked.',
        now: 'No figure is named'
      })
    ]);
  });

  it('names the practice review that an action came from, and has no column for it where none did', async () => {
    const reviewed = { ...source.registers.actions![2]!, review: 'Thematic review of 2023' };
    const registers = { ...source.registers, actions: [...source.registers.actions!, reviewed] };
    const [actions] = await carriedTables(
      { ...source, registers },
      area('quill-vale-partnership'),
      '2024-06-30',
      shows
    );
    expect(actions?.table.columns.map(({ label }) => label)).toContain('Practice review it came from');
    expect(actions?.table.rows.map(({ review }) => review)).toEqual([
      'None',
      'Thematic review of 2023',
      'None',
      'None'
    ]);
    const [plain] = await tables('quill-vale-partnership');
    expect(plain?.table.columns.map(({ key }) => key)).toEqual(['action', 'who', 'due', 'stands', 'now']);
  });

  it('holds decisions up to the day of the pack', async () => {
    const [, decisions] = await tables('quill-vale-partnership');
    expect(decisions?.table.rows.map(({ decision }) => decision)).toEqual(['Decided']);
  });

  it('leaves to another area what names it alone', async () => {
    const [here] = await tables('kestrelshire');
    const [there] = await tables('lanternport');
    expect(here?.table.rows).toHaveLength(2);
    expect(there?.table.rows).toHaveLength(3);
  });

  it('is none for an area of no partnership', async () => {
    expect(await tables('brindlemoor')).toEqual([]);
    expect(await carriedTables(source, madeUpPage(), '2024-06-30', shows)).toEqual([]);
  });
});
