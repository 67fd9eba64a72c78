import type { ProblemList } from './bundle-problem-list.ts';

/** Words whose meeting in a column name says that a row is about one person. Spelt without spaces and case. */
const PERSONAL: readonly RegExp[] = [
  /^(child|childs|person|persons|pupil|client|patient|parent|carer|mother|father|first|last|middle|full|family|given|fore|sur)s?names?$/,
  /^names?(ofchild|ofperson)?$/,
  /surname|forename/,
  /^dob$|dateofbirth|birthdate|^born(on)?$|expecteddate(ofbirth)?$|^dateofdeath$/,
  /^(former|unknown)?upn$|uniquepupil|^uln$|uniquelearner/,
  /nhs(no|num|number|id)$|^nhs$/,
  /postcode|^postalcode$|^(home|full)?address(line)?\d*$|^uprn$/,
  /^(la|ssd|local)?(child|person|pupil|client|patient|case|family|individual|mosaic|liquidlogic|protocol)s?(unique)?(id|ids|ref|refs|reference|identifier|number|no)$/,
  /^(email|emailaddress|phone|telephone|mobile|ninumber|nationalinsurancenumber)$/
];

/** True where a column of this name would hold something about one person: a name, a date of birth, a number. */
export function isPersonalColumn(name: string): boolean {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  return PERSONAL.some((pattern) => pattern.test(plain));
}

/**
 * Refuses a file whose columns are about single people, and says so without repeating anything from its rows.
 * Returns true where it did.
 */
export function refuseRowLevel(file: string, header: readonly string[], list: ProblemList): boolean {
  const names = header.flatMap((name) => name.split(/[;|\t]/)).map((name) => name.trim());
  const personal = names.filter(isPersonalColumn);
  for (const column of personal)
    list.error('row-level', file, () => ({
      row: 1,
      column,
      message: 'the column is about one person, and this product accepts counts only',
      remedy:
        'Do not load this file anywhere: delete this copy, and count the rows inside the system they came from.'
    }));
  return personal.length > 0;
}

const RETURN = /<(LAchildID|UPN|FormerUPN|PersonBirthDate|ExpectedPersonBirthDate|ChildIdentifiers)\b/;

/** Refuses a statutory return about single children in XML. Returns true where it did. */
export function refuseReturn(file: string, text: string, list: ProblemList): boolean {
  const found = RETURN.exec(text)?.[1];
  if (found === undefined) return false;
  list.error('row-level', file, () => ({
    column: found,
    message: 'the file is a return about single children, and this product accepts counts only',
    remedy: 'Do not load this file anywhere: delete this copy, and count inside the system it came from.'
  }));
  return true;
}
