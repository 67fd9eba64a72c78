import { ENGLAND_TABLES } from './dfe-tables-england.ts';
import { IN_NEED_TABLES } from './dfe-tables-in-need.ts';
import { PLAN_TABLES } from './dfe-tables-plans.ts';
import { REFERRAL_TABLES } from './dfe-tables-referrals.ts';
import type { DfeTable } from './dfe-table-spec.ts';

/** Which DfE table fills which of ours. Tables that are not here are named in the report and not read. */
export const DFE_TABLES: readonly DfeTable[] = [
  ...IN_NEED_TABLES,
  ...REFERRAL_TABLES,
  ...PLAN_TABLES,
  ...ENGLAND_TABLES
];
