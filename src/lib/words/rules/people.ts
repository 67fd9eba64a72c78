import { rule, type RuleGroup } from './rule.ts';

export const PEOPLE: RuleGroup = {
  id: 'people',
  title: 'People',
  about:
    'Only counts may be loaded here. A list of children is refused before anything else looks at it, and nothing of it is kept or repeated.',
  rules: [
    rule(
      'row-level',
      'error',
      'Each row is about one person',
      'The file has columns, or cells, that belong to single people: names, dates of birth, addresses, NHS numbers, pupil numbers, ids, or written sentences. The message says what kind of thing was seen and in how many rows. It never repeats what stands there.',
      'A sheet has a column “DOB”, or a column “Ref” that turns out to hold NHS numbers.',
      'Do not load it anywhere. Delete the copy. Count the rows inside the system they came from, and load the counts.'
    ),
    rule(
      'identifier-in-words',
      'error',
      'Words hold something that identifies a person',
      'Words are allowed in registers, notes and commentary, and everybody who gets the figures can read them. One of them holds an NHS number, a pupil number, a postcode, an email address, a telephone number or a date of birth.',
      'A note says who may be asked, with an email address.',
      'Take it out, and write the role instead: “the team manager”.'
    ),
    rule(
      'person-named',
      'warning',
      'Somebody seems to be named',
      'The words hold a title and a name. Registers and notes speak of roles, never of people.',
      'An action is owned by “Mrs” and a surname.',
      'Write the role. If it is the title of a published report, leave it.'
    )
  ]
};
