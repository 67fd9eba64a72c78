/** How long, and how many times, do children live with neglect before and after help? */
import type { ViewMaker } from './maker.ts';

export const JOURNEY: ViewMaker = {
  needs: { roles: [], terms: [] },
  make: () => ({
    headline: { text: 'This view is being built.' },
    slots: [],
    questions: []
  })
};
