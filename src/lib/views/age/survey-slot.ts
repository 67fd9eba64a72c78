/** What surveys of whole lives say: in words alone, since no count on a date can be set beside it. */
import type { Slot } from '../model.ts';
import type { AgePage } from './page.ts';

export function surveySlot({ context }: AgePage): Slot {
  const survey = context.indicator('neglect-survey');
  return {
    id: 'surveys',
    heading: 'What surveys say, which no count can',
    statements: [
      ...survey.benchmarks.map(({ says }) => ({
        text: `When asked in a survey, of a whole life so far: ${says}`,
        mark: survey.mark,
        indicator: survey.id,
        notes: context.notes.add(...survey.caveats)
      })),
      ...survey.caveats.slice(0, 1).map((text) => ({ text }))
    ],
    figures: [],
    charts: []
  };
}
