import { expect, test } from 'vitest';
import { runInLanes, type Task } from '../../scripts/setup/lanes.mjs';

const task = (name: string, after: string[], good = true, log: string[] = []): Task => ({
  name,
  after,
  work: async () => {
    log.push(name);
    await Promise.resolve();
    return good;
  }
});

test('a failure holds up only what needs it', async () => {
  const tasks = [
    task('sync', []),
    task('build', [], false),
    task('types', ['sync']),
    task('browser', ['build', 'sync'])
  ];
  const outcomes = await runInLanes(tasks, 2, () => {});
  const states = Object.fromEntries(
    outcomes.map(({ name, good, begun }) => [name, good ? 'good' : begun ? 'bad' : 'not run'])
  );
  expect(states).toEqual({ sync: 'good', build: 'bad', types: 'good', browser: 'not run' });
});

test('a task waits for what it needs, even where that stands later in the list', async () => {
  const log: string[] = [];
  await runInLanes([task('browser', ['build'], true, log), task('build', [], true, log)], 2, () => {});
  expect(log).toEqual(['build', 'browser']);
});

test('no more tasks run at once than there are lanes', async () => {
  let now = 0;
  let most = 0;
  const slow = (name: string): Task => ({
    name,
    after: [],
    work: async () => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setImmediate(resolve));
      now--;
      return true;
    }
  });
  await runInLanes(['a', 'b', 'c', 'd', 'e'].map(slow), 2, () => {});
  expect(most).toBe(2);
});

test('tasks that wait for each other are an error, not a hang', async () => {
  await expect(runInLanes([task('a', ['b']), task('b', ['a'])], 2, () => {})).rejects.toThrow(
    'wait for each other'
  );
});
