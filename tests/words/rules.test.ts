import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FIELD_RULES } from '#lib/sources/rules/rules.ts';
import { RULE_GROUPS, ruleExplained, type RuleExplained } from '#lib/words/rules.ts';
import { readingOf } from './readability.ts';

const EXPLAINED: readonly RuleExplained[] = RULE_GROUPS.flatMap(({ rules }) => rules);
const IDS = EXPLAINED.map(({ id }) => id);

function sourcesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourcesOf(path);
    return entry.name.endsWith('.ts') ? [readFileSync(path, 'utf8')] : [];
  });
}

const SOURCES = [...sourcesOf('src/lib/sources'), readFileSync('src/lib/store/draft-engine.ts', 'utf8')].map(
  (text) => text.replaceAll(/^(?:import|export)[^;]*?from '[^']*';/gms, '')
);

/** Words with hyphens that are no rules: encodings, kinds of periods and of tables, what a function returns. */
const NO_RULES: ReadonlySet<string> = new Set([
  'utf-8',
  'utf-16',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'en-GB',
  'to-date',
  'left-out',
  'dfe-neighbours',
  'children-in-need',
  'own-figures',
  'neglect-lens-pack',
  'd-mmm-yy',
  'd-mmm',
  'mmm-yy',
  'no-population'
]);
const TABLES: ReadonlySet<string> = new Set(
  [...readFileSync('data/published/bundle.json', 'utf8').matchAll(/"id": ?"([a-z0-9-]+)"/g)].map(
    ([, id = '']) => id
  )
);

const COMMANDS = sourcesOf('scripts');

/** Words of one part are rules where they are given as one. */
const ONE_WORD = /(?:\brule: |\b(?:error|warning|refused|refuse|fault|fail)\(\s*)'([a-z]+)'/g;
const HYPHENS = /'([a-z][a-z0-9]*(?:-[a-z0-9]+)+)'/g;

const emitted = new Set([
  ...COMMANDS.flatMap((text) => [...text.matchAll(/\brule: '([a-z-]+)'/g)].map(([, id = '']) => id)),
  ...SOURCES.flatMap((text) => [
    ...[...text.matchAll(HYPHENS)]
      .map(([, id = '']) => id)
      .filter((id) => !NO_RULES.has(id) && !TABLES.has(id)),
    ...[...text.matchAll(ONE_WORD)]
      .map(([, id = '']) => id)
      .filter((id) => !/^(id|of|value|status)$/.test(id))
  ])
]);

describe('rules that figures are held to', () => {
  test('every one that a source names is explained', () => {
    expect([...emitted].filter((id) => ruleExplained(id) === undefined)).toEqual([]);
  });
  test('every one that is explained is named by a source', () => {
    const named = [...SOURCES, ...COMMANDS].join('\n');
    const isMade = (id: string) =>
      /^unknown-(area|period|table)$/.test(id) && named.includes('`unknown-${noun}`');
    expect(IDS.filter((id) => !named.includes(`'${id}'`) && !isMade(id))).toEqual([]);
  });
  test('each is explained once, and so that it can be linked to', () => {
    const anchors = [...RULE_GROUPS.map(({ id }) => id), ...IDS];
    expect(anchors.length).toBe(new Set(anchors).size);
    for (const id of anchors) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });
  test('checks of the field are as severe as they are said to be', () => {
    for (const { id, severity } of FIELD_RULES)
      expect([id, ruleExplained(id)?.severity]).toEqual([id, severity]);
  });
});

describe('the words of rules', () => {
  test('are plain enough to be read at 12', () => {
    for (const { rules } of RULE_GROUPS)
      expect(readingOf(rules.map(({ means, todo }) => `${means} ${todo}`)).bySyllables).toBeLessThan(12);
  });
  test('say what it means, give an example and what to do, in sentences of at most 32 words', () => {
    for (const { id, name, means, example, todo } of EXPLAINED) {
      for (const text of [name, means, example, todo]) expect(text.trim(), id).not.toBe('');
      for (const sentence of `${means} ${todo}`.split(/[.:;]\s/))
        expect(sentence.split(/\s+/).length, `${id}: ${sentence}`).toBeLessThanOrEqual(32);
      expect(means, id).toMatch(/[.?]$/);
      expect(todo, id).toMatch(/[.?]$/);
    }
  });
});
