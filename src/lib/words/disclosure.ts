/** What disclosure control found and did, in words that a non-statistician can sign. */
export { besideInWords } from './disclosure-beside.ts';
export { leakInWords, type LeakInWords, type LeakOptions, type LeakToSay } from './disclosure-leak.ts';
export { namesOf, type NamedBundle, type Names } from './disclosure-names.ts';
export { stageInWords, type Stage } from './disclosure-progress.ts';
export { moreLeaks, noSafeSetInWords, refusedInWords, type Refusal } from './disclosure-refusal.ts';
export { contradictionInWords, relationInWords } from './disclosure-relation.ts';
export {
  statementOf,
  statementText,
  type ReleaseToState,
  type Statement,
  type StatementSection
} from './disclosure-statement.ts';
