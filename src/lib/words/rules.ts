/** Every rule that figures are held to when they are loaded, explained in plain words. */
import { CELLS } from './rules/cells.ts';
import { COUNTING, MEANING } from './rules/field.ts';
import { FILES } from './rules/files.ts';
import { NAMES } from './rules/names.ts';
import { OFFICIAL } from './rules/official.ts';
import { PACKED } from './rules/packed.ts';
import { PEOPLE } from './rules/people.ts';
import { RELEASES } from './rules/releases.ts';
import { ROWS } from './rules/rows.ts';
import type { RuleExplained, RuleGroup } from './rules/rule.ts';

export type { RuleExplained, RuleGroup } from './rules/rule.ts';

/** In the order of their page. */
export const RULE_GROUPS: readonly RuleGroup[] = [
  PEOPLE,
  COUNTING,
  MEANING,
  CELLS,
  NAMES,
  ROWS,
  FILES,
  PACKED,
  RELEASES,
  OFFICIAL
];

const BY_ID: ReadonlyMap<string, RuleExplained> = new Map(
  RULE_GROUPS.flatMap(({ rules }) => rules.map((each) => [each.id, each]))
);

/** What a rule means; undefined for an id that no rule has. */
export function ruleExplained(id: string): RuleExplained | undefined {
  return BY_ID.get(id);
}

export const SEVERITY_WORDS: Readonly<Record<RuleExplained['severity'], string>> = {
  error: 'Error: nothing is loaded until it is mended.',
  warning: 'Warning: worth a look; the figures are loaded.',
  either: 'Error or warning, as the message says.'
};
