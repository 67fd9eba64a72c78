/** How figures are tied to one another, as a sum in words. */
import type { Relation } from '#lib/disclosure/relations.ts';
import { apart, type Names } from './disclosure-names.ts';
import { number, sentence } from './number.ts';

/**
 * `Children on a plan: Riverbank, at 31 March 2026, in ‘Plans by category’: all is made up of: neglect; physical abuse.`
 * It holds names and no numbers.
 */
export function relationInWords({ total, parts, sense, family }: Relation, names: Names): string {
  if (parts.some((part) => part.includes(' changed since ')))
    return changeText(
      [total, ...parts].filter((id) => !id.includes(' changed since ')),
      names
    );
  const { shared, own } = apart([total, ...parts].map((id) => names.figure(id)));
  const [whole = '', ...rest] = own;
  const said = sense === 'equal' ? sumText(whole, rest) : leastText(whole, rest);
  const supposed = family === undefined ? '' : ' It need not be so, but readers will suppose it.';
  return sentence(
    `${shared === '' ? '' : `${shared}. `}${shared === '' ? said : sentence(said)}.${supposed}`
  );
}

/**
 * A relation that what is shown contradicts, with the numbers on both sides: `… all is made up of: neglect; physical
 * abuse. The first is 50, and what makes it up is 3 + 40 = 43.` A figure that is not shown has no number.
 */
export function contradictionInWords(
  relation: Relation,
  names: Names,
  shown: Readonly<Record<string, number>>
): string {
  const said = relationInWords(relation, names);
  const whole = shown[relation.total];
  const parts = relation.parts.flatMap((id) => shown[id] ?? []);
  if (whole === undefined || parts.length === 0) return said;
  const sum = parts.reduce((all, value) => all + value, 0);
  const addends = parts.map((value) => number(value)).join(' + ');
  const made = parts.length === 1 ? addends : `${addends} = ${number(sum)}`;
  const part = parts.length < relation.parts.length ? 'what is shown of the rest' : 'the rest';
  return `${said} The first is ${number(whole)}, and ${relation.parts.length === 1 ? 'the other' : part} is ${made}.`;
}

function changeText(releases: readonly string[], names: Names): string {
  const { shared, own } = apart(releases.map((id) => names.figure(id)));
  return sentence(
    `${shared}. What changed is the difference of two figures that are both out: ${own.join('; ')}.`
  );
}

function sumText(whole: string, parts: readonly string[]): string {
  const [only = ''] = parts;
  if (parts.length === 0) return `${whole} is nobody`;
  if (parts.length > 1) return `${whole} is made up of: ${parts.join('; ')}`;
  return whole === only ? 'the same figure stands twice' : `the same figure stands twice: ${whole}; ${only}`;
}

function leastText(whole: string, parts: readonly string[]): string {
  const [only = ''] = parts;
  return parts.length === 1
    ? `${whole} is never less than ${only}`
    : `${whole} is never less than these together: ${parts.join('; ')}`;
}
