/** The rules of disclosure control as a command is given them: a preset or a file, and what is changed of it. */
import { existsSync, readFileSync } from 'node:fs';
import { DisclosureSettings } from '#lib/domain/disclosure.ts';
import type { z } from '#lib/domain/zod.ts';
import { ProblemsError } from '#lib/domain/problem.ts';
import { schemaProblems } from '#lib/sources/bundle-schema-problems.ts';
import { PRESETS } from '#lib/disclosure/settings.ts';
import { Misuse } from './say-stop.ts';

/** For `parseArgs`; read with `readSettings`. */
export const SETTINGS_OPTIONS = {
  preset: { type: 'string' },
  threshold: { type: 'string' },
  rounding: { type: 'string' },
  'small-group': { type: 'string' },
  'minimum-width': { type: 'string' },
  zeros: { type: 'string' },
  revisions: { type: 'string' },
  keep: { type: 'string', multiple: true }
} as const;

export const SETTINGS_HELP = `  --preset <rules>     ${Object.keys(PRESETS).join(', ')}, or a JSON file of rules (dfe)
  --threshold <n>      withhold counts of 1 and more, and fewer than this
  --rounding <n>       round counts that are shown to this base (1: not rounded)
  --zeros shown|withheld
  --small-group <n>    withhold that all or none of a group smaller than this is something (0: show it)
  --minimum-width <n>  the least distance between the numbers a withheld count could be
  --revisions protected|shown
  --keep <table[:measure]>   its totals must stay published; may be given again`;

type Option = keyof typeof SETTINGS_OPTIONS;
type Given = Readonly<Partial<Record<Option, string | string[] | undefined>>>;
type Changes = Partial<Omit<DisclosureSettings, 'id' | 'name' | 'about' | 'keep' | 'notAboutChildren'>>;

const OPTIONS: readonly Option[] = [
  'preset',
  'threshold',
  'rounding',
  'small-group',
  'minimum-width',
  'zeros',
  'revisions',
  'keep'
];

/**
 * The rules that were asked for, or undefined where none were.
 * @throws {Misuse} for a value that is none; {ProblemsError} for a file of rules that cannot be used.
 */
export function readSettings(given: Given): DisclosureSettings | undefined {
  if (OPTIONS.every((option) => given[option] === undefined)) return undefined;
  const base = presetOf(typeof given.preset === 'string' ? given.preset : 'dfe');
  const changes: Changes = {
    ...(given.threshold === undefined ? {} : { threshold: whole(given, 'threshold') }),
    ...(given.rounding === undefined ? {} : { rounding: whole(given, 'rounding') }),
    ...(given['small-group'] === undefined ? {} : { smallGroup: whole(given, 'small-group') }),
    ...(given['minimum-width'] === undefined ? {} : { minimumWidth: whole(given, 'minimum-width') }),
    ...(given.zeros === undefined ? {} : { zerosShown: isFirst(given, 'zeros', ['shown', 'withheld']) }),
    ...(given.revisions === undefined
      ? {}
      : { revisionsProtected: isFirst(given, 'revisions', ['protected', 'shown']) })
  };
  const kept = Array.isArray(given.keep) ? given.keep : [];
  const keep = [...base.keep, ...kept.map(keptOf)];
  const own = { ...base, ...changes };
  const changed =
    JSON.stringify(own) === JSON.stringify(base)
      ? base
      : {
          ...own,
          id: `${base.id}-changed`,
          name: `${base.name}, changed`,
          about: 'Rules of the publisher’s own, made from others.'
        };
  const parsed = DisclosureSettings.safeParse({ ...changed, keep });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Misuse(outOfBounds(issue, given));
}

type Issue = z.core.$ZodIssue;

/** `--threshold takes 2 or more, not 1`. */
function outOfBounds(issue: Issue | undefined, given: Given): string {
  const option = OPTIONS.find(
    (each) => each.replace(/-\w/, (part) => part.slice(1).toUpperCase()) === issue?.path[0]
  );
  const bound =
    issue?.code === 'too_small'
      ? `${String(issue.minimum)} or more`
      : issue?.code === 'too_big'
        ? `${String(issue.maximum)} or less`
        : undefined;
  if (option === 'keep') return '--keep takes the id of a table, or table:measure';
  return option === undefined || bound === undefined
    ? 'these rules cannot be used'
    : `--${option} takes ${bound}, not ${String(given[option])}`;
}

function presetOf(name: string): DisclosureSettings {
  const preset = Object.values(PRESETS).find(({ id }) => id === name);
  if (preset) return preset;
  if (!name.endsWith('.json') || !existsSync(name))
    throw new Misuse(
      `--preset takes ${Object.keys(PRESETS).join(', ')} or a JSON file of rules, not ${name}`
    );
  const data = dataIn(name);
  const parsed = DisclosureSettings.safeParse(data);
  if (!parsed.success)
    throw new ProblemsError('the rules cannot be used:', schemaProblems(name, parsed.error, data));
  return parsed.data;
}

function dataIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new ProblemsError(
      `${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`,
      []
    );
  }
}

function whole(given: Given, option: Option): number {
  const text = given[option];
  if (typeof text !== 'string' || !/^\d+$/.test(text))
    throw new Misuse(`--${option} takes a whole number, not ${String(text)}`);
  return Number(text);
}

function isFirst(given: Given, option: Option, [yes, no]: readonly [string, string]): boolean {
  const text = given[option];
  if (text !== yes && text !== no) throw new Misuse(`--${option} takes ${yes} or ${no}, not ${String(text)}`);
  return text === yes;
}

function keptOf(text: string): DisclosureSettings['keep'][number] {
  const [table = '', measure] = text.split(':');
  return measure === undefined ? { table } : { table, measure };
}
