import { describe, expect, it } from 'vitest';
import { isThere, known, missing, NOT_SUPPLIED } from '#lib/domain/cell.ts';

describe('what figures hold', () => {
  it('is there where it is known, zero included', () => {
    expect(isThere(known(0))).toBe(true);
  });

  it('is there where it is withheld, late or anything else that the figures say', () => {
    expect(isThere(missing('withheld'))).toBe(true);
    expect(isThere(missing('late'))).toBe(true);
  });

  it('is not there where nobody supplied it', () => {
    expect(isThere(NOT_SUPPLIED)).toBe(false);
  });
});
