import { describe, expect, it } from 'vitest';
import { known, missing } from '#lib/domain/cell.ts';
import { flowRecoding } from '#lib/indicators/recoding.ts';

const shares = (before: number, from: number, to: number) => ({
  before: known(before),
  from: known(from),
  to: known(to)
});

describe('a change of recording among plans started', () => {
  it('is seen where it was spread over two years, each moving by less than ten points', () => {
    expect(flowRecoding([{ from: known(9.3), to: known(0) }])).toBe('none');
    expect(flowRecoding([shares(18, 9.3, 0)])).toBe('moved');
  });

  it('is seen in the year before both', () => {
    expect(flowRecoding([shares(31, 9.3, 0)])).toBe('moved');
  });

  it('is seen in plans open where plans started do not show it', () => {
    expect(flowRecoding([shares(3, 2, 1), shares(20, 6, 1)])).toBe('moved');
  });

  it('is not known where either of the two years is withheld, and needs no year before them', () => {
    expect(flowRecoding([{ from: missing('withheld'), to: known(1) }])).toBe('unknown');
    expect(flowRecoding([{ before: missing('withheld'), from: known(2), to: known(1) }])).toBe('none');
  });
});
