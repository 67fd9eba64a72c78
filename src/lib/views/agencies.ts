/** Who refers, with what result, and from whom is nothing recorded? */
import type { ViewMaker } from './maker.ts';

export const AGENCIES: ViewMaker = {
  needs: { roles: [], terms: [] },
  make: () => ({
    headline: { text: 'This view is being built.' },
    slots: [],
    questions: []
  })
};
