/** What do multi-agency audits find, by standard, agency and round? */
import type { ViewMaker } from './maker.ts';

export const AUDITS: ViewMaker = {
  needs: { roles: [], terms: [] },
  make: () => ({
    headline: { text: 'This view is being built.' },
    slots: [],
    questions: []
  })
};
