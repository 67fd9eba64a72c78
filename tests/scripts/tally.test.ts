import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { failuresOf, lastLine, tallyOf, triedAgainIn } from '../../scripts/setup/tally.mjs';

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

test('what failed is told with its file, its name and the first of its words', () => {
  const report = {
    testResults: [
      {
        name: resolve('tests/one.test.ts'),
        status: 'failed',
        assertionResults: [
          { status: 'passed', fullName: 'is well', failureMessages: [] },
          { status: 'failed', fullName: 'is not', failureMessages: ['expected 1\nto be 2\nat line 3'] }
        ]
      },
      {
        name: resolve('tests/two.test.ts'),
        status: 'failed',
        message: 'cannot be read',
        assertionResults: []
      }
    ]
  };
  expect(failuresOf(report, 2)).toEqual([
    'tests/one.test.ts: is not\n    expected 1\n    to be 2',
    'tests/two.test.ts\n    cannot be read'
  ]);
});

test('a test that passed only when it was tried again is named, one that failed again is not', () => {
  const output = ' ✓ goes well  12ms\n ✓ opens the page  812ms (retry x1)\n × never opens  2s (retry x1)\n';
  expect(triedAgainIn(output)).toEqual(['✓ opens the page  812ms (retry x1)']);
});
