import { expect, test } from 'vitest';
import type { ViewModel } from '#lib/views/model.ts';
import { viewOf } from '#lib/views/view.ts';
import { pageOf, sharedFacts } from '../../published.ts';

const demo = await sharedFacts('data/demo');
const slot = (model: ViewModel, id: string) => model.slots.find((each) => each.id === id);

async function on(day: string): Promise<ViewModel> {
  const place = { page: 'view', view: 'audits', area: 'kestrelshire', period: '2023' } as const;
  const made = await viewOf(demo, place, day);
  if ('unanswerable' in made) throw new Error(made.unanswerable);
  return made;
}

test('actions are told of the day that is asked for, and figures of the period', async () => {
  const asked = await on('2024-07-31');
  const since = slot(asked, 'audit-since');
  expect(since?.tables?.[0]?.table.rows.map(({ stands }) => stands)).toEqual([
    'Overdue by one month at 31 July 2024',
    'Finished 10 May 2023, in time'
  ]);
  expect(since?.tables?.[0]).toMatchObject({ reckonedOn: '2024-07-31', covers: '31 July 2024' });
  expect(since?.statements[0]).toMatchObject({
    text: 'Of two actions on what audits found, one is finished and one is overdue at 31 July 2024.',
    reckonedOn: '2024-07-31'
  });
  expect(asked.questions.find(({ id }) => id === 'overdue')).toMatchObject({
    because: 'It was due 30 June 2024. Overdue by one month at 31 July 2024.',
    reckonedOn: '2024-07-31'
  });
  const plain = await pageOf(demo, 'kestrelshire', { view: 'audits', period: '2023' });
  expect(asked.headline).toEqual(plain.headline);
  expect(asked.slots[0]?.charts).toEqual(plain.slots[0]?.charts);
});

test('without a day they are told of the last day of the period', async () => {
  const plain = await pageOf(demo, 'kestrelshire', { view: 'audits', period: '2023' });
  expect(plain).toEqual(await on(plain.period.end));
  expect(slot(plain, 'audit-since')?.tables?.[0]?.reckonedOn).toBe(plain.period.end);
});

test('what came of an action is told once it is finished on that day, and not before', async () => {
  const came = async (day: string) =>
    slot(await on(day), 'audit-since')?.tables?.[0]?.table.rows.map(({ result }) => String(result));
  expect((await came('2023-05-09'))?.every((text) => text.startsWith('None yet'))).toBe(true);
  expect((await came('2023-05-10'))?.[1]).toMatch(/^In the round after it, three in four did\./);
});

test('nothing else of a page says that it tells of a day', async () => {
  const { slots, questions } = await on('2024-07-31');
  const told = slots.flatMap(({ id, statements, charts, tables = [] }) =>
    [...statements, ...charts, ...tables].filter(({ reckonedOn }) => reckonedOn).map(() => id)
  );
  expect(told).toEqual(['audit-since', 'audit-since']);
  expect(questions.filter(({ reckonedOn }) => reckonedOn).map(({ id }) => id)).toEqual(['overdue']);
});
