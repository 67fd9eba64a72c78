import { expect, test } from 'vitest';
import { lastLine, tallyOf } from '../../scripts/setup/tally.mjs';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((one) => ({ status: one }))
});

test('tests are counted over all files by how they ended', () => {
  const report = {
    testResults: [file('passed', 'passed', 'passed', 'pending'), file('failed', 'failed', 'passed')]
  };
  expect(tallyOf(report)).toEqual({ passed: 3, failed: 1, skipped: 1 });
});

test('a file that could not be read counts as one failed', () => {
  expect(tallyOf({ testResults: [file('failed'), file('passed', 'passed')] })).toEqual({
    passed: 1,
    failed: 1,
    skipped: 0
  });
});

test('the last line adds the runs up', () => {
  const runs = [
    { passed: 3, failed: 0, skipped: 1 },
    { passed: 4, failed: 2, skipped: 0 }
  ];
  expect(lastLine(runs)).toBe('7 passed, 2 failed');
});
