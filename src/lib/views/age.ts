/** At which ages is neglect known, and do we see older children? */
import type { ViewMaker } from './maker.ts';

export const AGE: ViewMaker = {
  needs: { roles: [], terms: [] },
  make: () => ({
    headline: { text: 'This view is being built.' },
    slots: [],
    questions: []
  })
};
