/** What has changed since the strategy, here and in similar areas, and can it be credited? */
import type { ViewMaker } from './maker.ts';

export const STRATEGY: ViewMaker = {
  needs: { roles: [], terms: [] },
  make: () => ({
    headline: { text: 'This view is being built.' },
    slots: [],
    questions: []
  })
};
