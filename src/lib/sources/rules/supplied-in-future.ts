import { dateInWords } from '#lib/domain/period.ts';
import type { FieldRule } from './rule.ts';

/** Nobody can have supplied figures on a day that has not come. */
export const suppliedInFuture: FieldRule = {
  id: 'supplied-in-future',
  severity: 'error',
  *check({ bundle, context }) {
    if (bundle.manifest.synthetic === true) return;
    for (const [at, { publishedOn }] of bundle.manifest.sources.entries()) {
      if (publishedOn === undefined || publishedOn <= context.today) continue;
      yield {
        file: 'bundle.json',
        column: `sources[${at}].publishedOn`,
        value: publishedOn,
        message: `the figures are said to be of ${dateInWords(publishedOn)}, and that day has not come`,
        remedy: 'Write the day on which they were taken from the system or published.'
      };
    }
  }
};
