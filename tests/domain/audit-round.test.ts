import { describe, expect, it } from 'vitest';
import { drawnByChance, roundsDiffer, tiersNamed, type RoundFacts } from '#lib/domain/audit-round.ts';

const RANDOM: RoundFacts = {
  method: 'random',
  frame: 'families known for neglect at any tier',
  tiers: [],
  scale: ['outstanding', 'good', 'inadequate']
};

describe('two rounds', () => {
  it('held in the same way are comparable, whatever the case and spaces of their words', () => {
    expect(
      roundsDiffer(RANDOM, { ...RANDOM, method: ' Random', frame: 'Families known  for neglect at any tier' })
    ).toEqual([]);
  });

  it('whose records were chosen in different ways are not', () => {
    expect(roundsDiffer(RANDOM, { ...RANDOM, method: 'put forward by teams' })).toEqual(['sampling']);
  });

  it('at different tiers are not, and the different words for that are no second reason', () => {
    const plans = { ...RANDOM, frame: 'families on a child protection plan', tiers: ['cpplan'] };
    expect(roundsDiffer(RANDOM, plans)).toEqual(['tier']);
  });

  it('drawn from different groups of one tier are not', () => {
    expect(roundsDiffer(RANDOM, { ...RANDOM, frame: 'police notifications' })).toEqual(['frame']);
  });

  it('graded on scales that share no grade are not; a grade that nobody got changes no scale', () => {
    expect(roundsDiffer(RANDOM, { ...RANDOM, scale: ['met', 'notmet'] })).toEqual(['scale']);
    expect(roundsDiffer(RANDOM, { ...RANDOM, scale: ['good'] })).toEqual([]);
    const { scale: _, ...unscaled } = RANDOM;
    expect(roundsDiffer(RANDOM, unscaled)).toEqual([]);
  });

  it('that asked different questions are not', () => {
    expect(roundsDiffer({ ...RANDOM, question: 'a' }, { ...RANDOM, question: 'b' })).toEqual(['question']);
  });

  it('of which one does not say how it was chosen are not, even if neither does', () => {
    expect(roundsDiffer(RANDOM, {})).toEqual(['untold']);
    expect(roundsDiffer({}, {})).toEqual(['untold']);
  });

  it('differ in as many ways as they do, in whichever order they are given', () => {
    const other = { method: 'themed', frame: 'plans', tiers: ['cpplan'], scale: ['met'] };
    expect(roundsDiffer(RANDOM, other)).toEqual(['sampling', 'tier', 'scale']);
    expect(roundsDiffer(other, RANDOM)).toEqual(['sampling', 'tier', 'scale']);
  });
});

describe('a frame', () => {
  const tiers = [
    { id: 'inneed', name: 'Children in need' },
    { id: 'cpplan', name: 'Child protection plan' }
  ];

  it('names the tiers that stand in its words', () => {
    expect(tiersNamed('Families on a child protection plan for neglect', tiers)).toEqual(['cpplan']);
    expect(tiersNamed('Families known for neglect at any tier', tiers)).toEqual([]);
  });
});

describe('a way of choosing', () => {
  it('goes by chance, or takes all, or does neither', () => {
    expect(
      ['random', 'Drawn randomly', 'everyone asked', 'all cases', 'every tenth'].every(drawnByChance)
    ).toBe(true);
    expect(['put forward by teams', 'themed', 'chosen by agencies'].some(drawnByChance)).toBe(false);
  });
});
