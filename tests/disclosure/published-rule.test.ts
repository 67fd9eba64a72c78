import { describe, expect, it } from 'vitest';
import { known, missing } from '#lib/domain/cell.ts';
import { neglectBeside, shown } from '#lib/disclosure/published-rule.ts';

const term = (members?: Record<string, string | string[]>) => ({
  cube: 'plans',
  table: 'plans-by-category',
  measure: 'open',
  ...(members ? { members } : {})
});

describe('the rule for published figures', () => {
  it('looks at neglect beside any other category, first or latest, alone or in a sum', () => {
    expect(neglectBeside(term({ category_latest: 'multiple' }))).toEqual([
      term({ category_latest: 'neglect' })
    ]);
    expect(neglectBeside(term({ category_initial: ['physical', 'sexual'] }))).toEqual([
      term({ category_initial: 'neglect' })
    ]);
    expect(neglectBeside(term({ category_latest: ['neglect', 'multiple'], age: '5to9' }))).toEqual([
      term({ category_latest: 'neglect', age: '5to9' })
    ]);
  });
  it('leaves neglect itself, the total and other dimensions alone', () => {
    expect(neglectBeside(term({ category_latest: 'neglect' }))).toEqual([]);
    expect(neglectBeside(term())).toEqual([]);
    expect(neglectBeside(term({ duration: 'y2plus' }))).toEqual([]);
  });
  it('withholds what stands beside withheld neglect, a zero too, and nothing else', () => {
    expect(shown(known(0), [missing('withheld')])).toEqual(missing('withheld'));
    expect(shown(known(7), [known(3)])).toEqual(known(7));
    expect(shown(known(7), [missing('notSupplied')])).toEqual(known(7));
    expect(shown(known(7), [])).toEqual(known(7));
  });
});
