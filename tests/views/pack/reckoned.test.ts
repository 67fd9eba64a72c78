import { describe, expect, test } from 'vitest';
import type { Pack } from '#lib/domain/pack.ts';
import type { PackModel } from '#lib/views/pack/model.ts';
import { packModel, type Pages } from '#lib/views/pack/pack.ts';
import { readPage } from '#lib/views/pack/page-text.ts';
import { viewOf } from '#lib/views/view.ts';
import { sharedFacts } from '../../published.ts';
import { madeUpPage, packOf, slotPart } from './page.ts';

const facts = await sharedFacts('data/demo');
const PAGE = 'kestrelshire/audits';
const PERIOD_ENDS = '31 March 2024';
const WITH = { statements: true, questions: true };

const since: Pack = packOf([
  { kind: 'slot', id: 'since', page: PAGE, slot: 'audit-since', ...WITH },
  { kind: 'slot', id: 'change', page: PAGE, slot: 'audit-change', ...WITH },
  { kind: 'questions', id: 'asks', page: PAGE }
]);

const pages: Pages = (text, reckonedOn) => {
  const read = readPage(text);
  return read === undefined ? Promise.resolve({ unanswerable: text }) : viewOf(facts, read.place, reckonedOn);
};
const made = (day: string, pack = since, from = pages): Promise<PackModel> =>
  packModel(pack, [], from, { made: day, catalogue: () => Promise.resolve(facts.catalogue) });

const saidIn = ({ blocks }: PackModel): readonly string[] =>
  blocks.flatMap((block) => (block.kind === 'statements' ? block.statements.map(({ text }) => text) : []));
const actionsIn = ({ blocks }: PackModel) =>
  blocks
    .flatMap((block) => (block.kind === 'figure' ? [block.figure.drawn] : []))
    .find(({ id }) => id === 'since-audit-actions');
const dayTold = ({ methods }: PackModel) => methods.find(({ term }) => term === 'Actions')?.text;

describe('actions in a pack', () => {
  const late = made('2024-11-30');

  test('stand in a table as they do on its day, as far as the log goes', async () => {
    const table = actionsIn(await late);
    expect(table?.table.rows.map(({ stands }) => stands)).toEqual([
      'Overdue by one month at 31 July 2024, when the log was last updated',
      'Finished 10 May 2023, in time'
    ]);
    expect(table).toMatchObject({ covers: '31 July 2024', reckonedOn: '2024-11-30' });
    expect(table?.table.caption).toMatch(
      /as they stood at 31 July 2024\. The log was last updated on 31 July 2024; what was done since is not in it\.$/
    );
  });

  test('stand in sentences and in questions as they do on its day, as far as the log goes', async () => {
    const model = await late;
    const said = saidIn(model).join(' ');
    expect(said).toContain(
      'Of two actions on what audits found, one is finished and one is overdue at 31 July 2024. The log was last updated on 31 July 2024; what was done since is not in it.'
    );
    expect(said).toMatch(
      /read aloud at each review”\. Overdue by one month at 31 July 2024, when the log was last updated\./
    );
    const asked = model.blocks.flatMap((block) => (block.kind === 'questions' ? block.questions : []));
    expect(asked.map(({ id, because }) => [id, because])).toContainEqual([
      'overdue',
      'It was due 30 June 2024. Overdue by one month at 31 July 2024, when the log was last updated.'
    ]);
  });

  test('are told of no other day anywhere in it', async () => {
    const model = await late;
    const stood = [...saidIn(model), ...(actionsIn(model)?.table.rows ?? []).map(({ stands }) => stands)];
    for (const text of stood)
      expect(text).not.toMatch(new RegExp(`(?:Overdue|Open|not yet due|finished).* at ${PERIOD_ENDS}`));
  });

  test('stand otherwise in a pack of another day', async () => {
    const early = await made('2024-05-01');
    expect(actionsIn(early)?.table.rows[0]?.['stands']).toBe('Open at 1 May 2024, not yet due');
    expect(dayTold(early)).toContain('told of 1 May 2024, the day on which this paper was put together.');
  });

  test('are told of the day that their pages were made for, where those were made for another', async () => {
    const deaf = await made('2024-11-30', since, (text) => pages(text, '2024-03-31'));
    expect(dayTold(deaf)).toBe(`Whether an action is done, open or overdue is told of ${PERIOD_ENDS}.`);
  });

  test('carried from a meeting, or drafted for a yearly report, bring that day to its methods', async () => {
    const carried = packOf([{ kind: 'actions', id: 'carried', page: PAGE }]);
    const annual = packOf([{ kind: 'draft', id: 'reviews', page: PAGE, heading: 'little-progress' }]);
    for (const pack of [carried, annual]) {
      expect(dayTold(await made('2024-07-31', pack))).toContain('told of 31 July 2024, the day on');
      expect(dayTold(await made('2026-11-23', pack))).toContain(
        'told of 31 July 2024, when the log was last updated. What was done since is not in it.'
      );
    }
  });

  test('are not called overdue where they fell due after the last day of the log', async () => {
    const carried = packOf([{ kind: 'actions', id: 'carried', page: 'lanternport/audits' }]);
    const stood = async (day: string) => {
      const model = await made(day, carried);
      const tables = model.blocks.flatMap((each) => (each.kind === 'figure' ? [each.figure.drawn] : []));
      const [table] = tables.filter(({ id }) => id.endsWith('carried-actions'));
      const said = model.blocks.flatMap((each) =>
        each.kind === 'facts' ? each.facts.map(({ text }) => text) : []
      );
      return { said, stands: table?.table.rows.map((row) => row['stands']) };
    };
    expect(await stood('2026-11-23')).toEqual({
      said: ['The log was last updated on 31 July 2024; what was done since is not in it.'],
      stands: [
        'Due 30 September 2024. The log was last updated on 31 July 2024, so it is not known whether it is done.'
      ]
    });
    expect(await stood('2024-07-31')).toEqual({
      said: [],
      stands: ['Open at 31 July 2024, not yet due.']
    });
  });
});

describe('a pack that tells of no action', () => {
  test('names no day for them, whatever its words are', async () => {
    const page = madeUpPage(7);
    const [first] = page.slots;
    if (first === undefined) throw new Error('no slot');
    const said = { ...first, statements: [{ text: 'Overdue by one month at 31 March 2024.' }] };
    const model = await made('2024-11-30', packOf([slotPart('first')]), () =>
      Promise.resolve({ ...page, slots: [said] })
    );
    expect(saidIn(model)).toHaveLength(1);
    expect(dayTold(model)).toBeUndefined();
  });
});
