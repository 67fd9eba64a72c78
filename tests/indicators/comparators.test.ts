import { expect, test } from 'vitest';
import { known, missing } from '#lib/domain/cell.ts';
import { middleOf } from '#lib/indicators/comparators.ts';

const cells = (values: readonly number[], withheld: number, absent = 0) => [
  ...values.map((value) => known(value)),
  ...Array.from({ length: withheld }, () => missing('withheld')),
  ...Array.from({ length: absent }, () => missing('notAvailable'))
];

test('the middle is that of the neighbours with figures, six at least', () => {
  expect(middleOf(cells([6, 1, 5, 2, 4, 3], 0, 4))).toEqual({ value: known(3.5), withData: 6 });
  expect(middleOf(cells([1, 2, 3, 4, 5], 0)).value.kind).toBe('missing');
});

test('there is none where many neighbours are withheld, which would put it too high', () => {
  const nine = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  expect(middleOf(cells(nine, 1)).value).toEqual(known(5));
  expect(middleOf(cells(nine, 2)).value).toMatchObject({ kind: 'missing', reason: 'notAvailable' });
  expect(middleOf(cells([...nine, 10], 2)).value).toEqual(known(5.5));
});
