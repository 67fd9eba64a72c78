/** What of a partnership’s authorities stands side by side on its page of prevalence. */
import type { Asked } from '../overview/partnership.ts';

export const PREVALENCE_SIDES: readonly Asked[] = [
  {
    id: 'tiers',
    heading: 'Known at each tier of help',
    roles: ['known-neglect-rate', 'early-help-neglect-share', 'cin-plans-neglect-share']
  },
  { id: 'position', heading: 'Children on a plan for neglect', roles: ['plans-neglect-rate'] },
  {
    id: 'hidden-neglect',
    heading: 'Hidden neglect',
    roles: ['plans-neglect-share', 'plans-any-neglect-share']
  },
  { id: 'recorded-neglect', heading: 'Recorded neglect', roles: ['assessments-neglect-rate'] },
  { id: 'naming-acting', heading: 'Naming against acting', roles: ['naming-acting'] },
  { id: 'who', heading: 'Who the children are', roles: ['known-neglect-disabled-share'] }
];
