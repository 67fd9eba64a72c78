/** The journey of a partnership: its authorities side by side, history first, and never added up. */
import { describe, expect, it } from 'vitest';
import { isKnown, missing } from '#lib/domain/cell.ts';
import type { Slot, ViewModel } from '#lib/views/model.ts';
import { movesElsewhereText } from '#lib/words/journey/side.ts';
import { pageOf, sharedFacts } from '../published.ts';

const demo = await sharedFacts('data/demo');
const journey = (area: string) => pageOf(demo, area, { view: 'journey' });
const AUTHORITIES = ['Kestrelshire', 'Lanternport', 'Quillmere'];

const slotOf = ({ slots }: ViewModel, id: string): Slot => {
  const slot = slots.find((each) => each.id === id);
  if (!slot) throw new Error(`no such slot: ${id}`);
  return slot;
};

describe('the journey of a partnership', async () => {
  const page = await journey('quill-vale-partnership');

  it('begins with history, in headline and figures, and says each authority by name', () => {
    expect(page.slots.map(({ id }) => id)).toEqual(['history', 'side-by-side']);
    expect(page.headline.text).toMatch(
      /^Children on a child protection plan with neglect recorded who had help before that ended: Kestrelshire 236 of 422, Lanternport withheld and Quillmere withheld\. /
    );
    expect(page.headline.text).toContain('Kestrelshire 24.5%, Lanternport 10.4% and Quillmere withheld');
  });

  it('draws the bands of each authority as its own page does, each of its own children', async () => {
    for (const id of ['earlier-help', 'since-first-referral']) {
      const chart = slotOf(page, 'history').charts.find((each) => each.id === id);
      if (chart?.spec.kind !== 'bars') throw new Error('no bars');
      expect(new Set(chart.spec.rows.map((row) => row.id)).size).toBe(chart.spec.rows.length);
      for (const name of AUTHORITIES) {
        const own = slotOf(await journey(name.toLowerCase()), 'history').charts.find(
          (each) => each.id === id
        );
        if (own?.spec.kind !== 'bars') throw new Error('no bars');
        const bands = (rows: typeof own.spec.rows, group: string) =>
          rows
            .filter((row) => row.group?.startsWith(group) === true)
            .map(({ label, cell, text }) => ({ label, cell, text }));
        const there = bands(chart.spec.rows, `${name}: `);
        expect(there.length, name).toBeGreaterThan(3);
        expect(there, name).toEqual(bands(own.spec.rows, 'On a child protection plan'));
      }
    }
  });

  it('adds nothing up, and works out nothing of what is withheld', () => {
    const table = slotOf(page, 'history').tables?.find(({ id }) => id === 'history-side-by-side');
    expect(table?.table.rows.map((row) => row['area'])).toEqual(AUTHORITIES);
    expect(table?.table.rows[2]).toMatchObject({
      total: missing('withheld'),
      before: missing('withheld'),
      long: missing('withheld')
    });
  });

  it('asks what the figures of its authorities raise, and names whose they are', () => {
    expect(page.questions.map(({ id }) => id)).toEqual(['help-before', 'stop-start']);
    expect(page.questions[0]?.because).toBe(
      '236 of 422 children in Kestrelshire had help before that ended. Of the 422, 192 were first referred more than two years ago.'
    );
    expect(page.questions[1]?.because).toMatch(
      /^Help that closed and started again within 12 months \(Kestrelshire\): 258 of 1,054 .* Beside it: Lanternport 10\.4%\.$/
    );
  });

  it('has a column and a word for an authority without moves', () => {
    const side = slotOf(page, 'side-by-side');
    const moves = side.tables?.find(({ id }) => id === 'movements-side-by-side')?.table;
    expect(moves?.columns.slice(2).map(({ label }) => label)).toEqual(AUTHORITIES);
    const lacking = moves?.columns.at(-1)?.key ?? '';
    for (const row of moves?.rows ?? []) {
      expect(row[lacking]).toEqual(missing('notSupplied'));
      const first = row[moves?.columns[2]?.key ?? ''];
      expect(typeof first === 'object' && isKnown(first)).toBe(true);
    }
    expect(side.statements.map(({ text }) => text)).toContain(
      'Moves between tiers of help are not supplied for Quillmere.'
    );
  });
});

describe('what is said of moves that are not in the table', () => {
  it('is why, of each authority', () => {
    expect(movesElsewhereText([], [])).toBeUndefined();
    expect(movesElsewhereText(['One'], ['Two', 'Three'])).toBe(
      'Moves between tiers of help are not supplied for One. Those of Two and Three are counted in another way, and stand on their own pages.'
    );
  });
});
