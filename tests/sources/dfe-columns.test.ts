import { describe, expect, test } from 'vitest';
import { findColumn, isDerived, meaningOf } from '#lib/sources/dfe-columns.ts';

const SAME: readonly (readonly string[])[] = [
  ['Referrals', 'referral_count', 'referrals', 'Number of referrals', 'REFERRALS'],
  ['Referrals_child', 'child_referrals', 'Number of children referred', 'referral_children_count'],
  ['Re_referrals', 're-referrals', 'rereferral_count', 'Re referrals'],
  ['CPP_At31', 'cpp_at_31_march', 'CPPs at 31 March', 'Child protection plans as at 31 March', 'cpp-at31'],
  ['CPP_child_start', 'cpp_start_child', 'children_starting_cpp_count'],
  ['CINPlan_At31', 'CIN_plan_at_31_march', 'Child in need plans at 31 March'],
  ['Neglect_Initial', 'initial_neglect', 'neglect-initial-count', 'NEGLECT_INITIAL'],
  ['Physical_Initial', 'Physical_abuse_Initial', 'initial_physical_abuse'],
  ['Section47', 'section_47_count', 'S47', 's47s'],
  ['ICPC_child', 'ICPCs_children', 'initial child protection conferences children'],
  ['2_years_or_more', '2years+', '2 years and over', 'two_years_or_more'],
  ['more_than_6_months_less_than_1_year', '6_months_to_12_months', 'over 6 months to 1 year'],
  ['3_months_or_less', 'up_to_3_months'],
  ['old_la_code', 'old_local_authority_code', '\uFEFFold_la_code'],
  ['Sexual_Abuse_child_on_child', 'sexual_abuse_child_on_child_count'],
  ['No_Further_Action', 'no-further-action', 'no_further_action_count']
];

describe('columns are matched by meaning', () => {
  test.each(SAME.map((names) => [names[0] ?? '', names]))(
    '%s is known under every spelling',
    (_name, names) => {
      expect(new Set(names.map(meaningOf)).size).toBe(1);
    }
  );

  test('columns that mean different things stay apart', () => {
    expect(new Set(SAME.map((names) => meaningOf(names[0] ?? ''))).size).toBe(SAME.length);
  });

  test('children and events are never taken for each other', () => {
    expect(meaningOf('CPP_start')).not.toBe(meaningOf('CPP_child_start'));
    expect(meaningOf('Sexual_Abuse_child_on_child')).not.toBe(meaningOf('Sexual_Abuse_adult_on_child'));
  });

  test('plans ending in the first six months are not plans ending', () => {
    expect(meaningOf('CPP_End_first_6months')).not.toBe(meaningOf('CPP_End'));
  });

  test.each([
    'CPP_At31_rate',
    'cpp_at_31_march_rate_per_10000',
    'Re_referrals_percent',
    'Re_referrals_pct',
    'x_percentage',
    '%'
  ])('%s is derived, so it is not read', (name) => {
    expect(isDerived(name)).toBe(true);
  });

  test('a count is not derived', () => {
    expect(isDerived('CPP_At31')).toBe(false);
  });

  test('a column is found wherever it stands, and the first spelling wins', () => {
    expect(findColumn(['x', 'referral_count', 'Referrals_child'], ['Referrals'])).toBe(1);
    expect(findColumn(['b', 'a'], ['a', 'b'])).toBe(1);
    expect(findColumn(['la_code', 'Old LA Codes'], ['old_la_code', 'la_code'])).toBe(1);
    expect(findColumn(['x'], ['Referrals'])).toBeUndefined();
  });

  test('of two that mean the same, the one spelled to the letter is found first', () => {
    expect(findColumn(['referral_count', 'referrals'], ['Referrals'])).toBe(1);
  });
});
