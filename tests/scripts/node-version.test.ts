import { expect, test } from 'vitest';
import { nodeProblem } from '../../scripts/setup/node-version.mjs';

test.each(['20.19.0', '20.20.2', '22.12.0', '23.0.0', '24.1.0'])('node %s can run the project', (version) => {
  expect(nodeProblem(version)).toBe('');
});

test.each(['16.20.2', '18.20.8', '20.0.0', '20.18.3', '21.7.3', '22.11.0'])(
  'node %s is told which one is needed and where to look',
  (version) => {
    expect(nodeProblem(version)).toMatch(
      new RegExp(`needs Node 20\\.19.*this is Node ${version}.*nodejs\\.org`)
    );
  }
);
