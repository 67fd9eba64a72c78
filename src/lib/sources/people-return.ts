/** Statutory returns and case extracts that are no tables: XML and JSON with a record for each child. */
import { personalColumn } from './people-columns.ts';
import type { PersonalSign } from './people-sign.ts';

const PARTS_OF_A_RETURN =
  /^(LAchildID|LAchildIDs?|Child|Children|ChildIdentifiers|ChildCharacteristics|CINdetails|ChildProtectionPlans|PersonBirthDate|SSDA903|OC3|Pupil|Pupils|Person|Adopter)$/;

/**
 * Signs of a return in the text of a file: none where it is neither XML nor JSON; an empty list where it is one of them
 * and nothing in it is about people.
 */
export function returnIn(text: string): readonly PersonalSign[] | undefined {
  const start = text.trimStart().slice(0, 1);
  if (start === '<') return signsOf(namesIn(text, /<([A-Za-z_][\w.:-]*)|\s([A-Za-z_][\w.-]*)=["']/g), true);
  if (start === '{' || start === '[') return signsOf(namesIn(text, /"([A-Za-z_][\w .-]{0,60})"\s*:/g), false);
  return undefined;
}

function namesIn(text: string, pattern: RegExp): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [, tag, attribute] of text.matchAll(pattern)) {
    names.add((tag ?? attribute ?? '').replace(/^.*:/, ''));
    if (names.size > 2000) break;
  }
  return names;
}

/** One sign: a return has dozens of names that would do. */
function signsOf(names: ReadonlySet<string>, isMarkup: boolean): readonly PersonalSign[] {
  const found = [...names].filter(
    (name) => personalColumn(name) === 'strong' || (isMarkup && PARTS_OF_A_RETURN.test(name))
  );
  if (!isMarkup && found.length < 2) return [];
  const column = found.find((name) => !/^Child(ren)?$/.test(name)) ?? found[0];
  return column === undefined ? [] : [{ kind: 'return', row: 1, column }];
}
