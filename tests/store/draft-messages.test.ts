import { expect, test } from 'vitest';
import { isAnswer, isRequest } from '#lib/store/draft-messages.ts';

test.each(['start', 'read', 'drop', 'rows', 'protect', 'check'])('“%s” is asked and answered', (kind) => {
  expect(isRequest({ kind })).toBe(true);
  expect(isAnswer({ kind })).toBe(true);
});

test.each(['awake', 'progress', 'failed'])('“%s” is only ever said by the worker', (kind) => {
  expect(isAnswer({ kind })).toBe(true);
  expect(isRequest({ kind })).toBe(false);
});

test.each([undefined, null, 'read', 7, {}, { kind: 'else' }, { kind: 3 }, { type: 'read' }])(
  'what anything else says (%o) is neither',
  (data) => {
    expect(isRequest(data)).toBe(false);
    expect(isAnswer(data)).toBe(false);
  }
);
