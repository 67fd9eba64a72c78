import { describe, expect, it } from 'vitest';
import {
  changeSize,
  inflationOf,
  judgeByOwnPast,
  judgeChange,
  usualChange
} from '#lib/stats/usual-change.ts';

describe('usual change', () => {
  const usual = usualChange(Array.from({ length: 1000 }, (_, i) => i / 100));
  it('needs a hundred changes before it judges', () => {
    expect(usualChange([1, 2, 3])).toBeUndefined();
  });
  it('calls the outer tenth unusual and says about how many are as big', () => {
    expect(usual).toBeDefined();
    expect(judgeChange(9.5, usual ?? [])).toEqual({ unusual: true, inHundred: 5 });
    expect(judgeChange(5, usual ?? []).unusual).toBe(false);
    expect(judgeChange(99, usual ?? []).inHundred).toBe(1);
  });
  it('takes the size of the figures out of counts and of shares', () => {
    expect(changeSize({ x: 50 }, { x: 50 })).toBe(0);
    expect(changeSize({ x: 200 }, { x: 100 })).toBeCloseTo(100 / Math.sqrt(300), 9);
    expect(changeSize({ x: 10, n: 100 }, { x: 30, n: 100 })).toBeCloseTo(3.5355, 3);
    expect(changeSize({ x: 0 }, { x: 0 })).toBeUndefined();
    expect(changeSize({ x: 0, n: 10 }, { x: 0, n: 10 })).toBeUndefined();
  });
});

describe('inflation', () => {
  it('is the mean squared size of change', () => {
    expect(inflationOf(Array.from({ length: 100 }, (_, i) => (i % 2 === 0 ? 1 : 3)))).toBe(5);
  });
  it('never makes figures surer than chance does, and needs a hundred changes', () => {
    expect(inflationOf(Array.from({ length: 100 }, () => 0.2))).toBe(1);
    expect(inflationOf([9, 9])).toBeUndefined();
  });
});

describe('a series beside its own past', () => {
  const steady = [50, 52, 50, 53, 51, 52, 50, 51, 53, 52].map((x) => ({ x }));
  it('is too soon to tell below eleven figures in a row', () => {
    expect(judgeByOwnPast(steady)).toEqual({ verdict: 'tooSoonToTell', earlier: 8, needed: 9 });
    expect(judgeByOwnPast([])).toEqual({ verdict: 'tooSoonToTell', earlier: 0, needed: 9 });
    expect(judgeByOwnPast([{ x: 4 }])).toEqual({ verdict: 'tooSoonToTell', earlier: 0, needed: 9 });
  });
  it('has an unusual change only where it is bigger than all of nine earlier ones', () => {
    expect(judgeByOwnPast([...steady, { x: 90 }])).toEqual({
      verdict: 'judged',
      unusual: true,
      asBig: 0,
      earlier: 9
    });
    expect(judgeByOwnPast([...steady, { x: 51 }])).toMatchObject({ unusual: false });
  });
  it('takes no change over a missing figure', () => {
    expect(judgeByOwnPast([...steady, undefined, { x: 90 }])).toMatchObject({ verdict: 'tooSoonToTell' });
    expect(judgeByOwnPast([...steady.slice(0, 5), undefined, ...steady.slice(5), { x: 90 }])).toMatchObject({
      verdict: 'tooSoonToTell',
      earlier: 8
    });
  });
  it('that stays at none has not changed unusually', () => {
    expect(judgeByOwnPast(Array.from({ length: 12 }, () => ({ x: 0, n: 20 })))).toEqual({
      verdict: 'judged',
      unusual: false,
      asBig: 10,
      earlier: 10
    });
  });
});
