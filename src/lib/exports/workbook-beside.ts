/** The sheets of a workbook that hold no figures: what they are, notes, and registers. */
import { registerColumns } from '#lib/sources/registers.ts';
import type { Nation } from '#lib/domain/nation.ts';
import type { RegisterName } from '#lib/domain/register.ts';
import { SHEETS } from '#lib/sources/given/layout.ts';
import { LIST, type Lists } from './workbook-lists.ts';
import type { MadeCell, MadeSheet } from './xlsx.ts';

/** One thing that is asked of the figures as a whole. */
export interface AboutLine {
  readonly key: string;
  readonly value: string;
  readonly meaning: string;
  readonly needed: boolean;
}

/** What the about sheet, and `about.csv`, ask for; the areas are filled in. */
export function aboutLines(areas: readonly string[], nation?: Nation): readonly AboutLine[] {
  const line = (key: string, meaning: string, needed = true, value = ''): AboutLine => ({
    key,
    value,
    meaning,
    needed
  });
  return [
    line(
      'title',
      'What the figures are called on every page, such as “Riverbank: neglect, to December 2025”.'
    ),
    line('publisher', 'Who answers for them: the partnership or the authority.'),
    line(
      'audience',
      '“public” if anybody may see them, “restricted” if only the partnership may.',
      true,
      'restricted'
    ),
    ...(nation === undefined
      ? []
      : [
          line(
            'nation',
            'Whose reporting years, tiers of help, categories and ages the figures follow.',
            true,
            nation.name
          )
        ]),
    ...areas.map((area, index) =>
      line(
        `area${index + 1}`,
        'An area the figures are of, by name or code, as it stands in the sheets.',
        true,
        area
      )
    ),
    line('source title', 'Where the figures come from, such as “Case system and early help system”.'),
    line('source edition', 'Which release this is, such as “Quarter 3 of 2025 to 2026”.'),
    line('supplied on', 'The date on which the figures were taken, such as 2026-01-15.'),
    line('licence', 'On what terms others may use them. “Not for publication” where they may not.'),
    line('board', 'What your partnership is called, where that is not “safeguarding partnership”.', false),
    line('assessment', 'What your assessment is called, where that is not “assessment”.', false),
    line('tool', 'What your neglect tool is called, such as “Graded Care Profile 2”.', false),
    line('contact role', 'Whom to ask about the figures: a role, never a name.', false),
    line('locality1', 'A part of an area, as Name (area it is in). More as locality2, locality3.', false),
    line(
      'agency1',
      'An agency that the sheets name and the lists do not, with its dates: “Turning Point; from 2020-04-01; to 2024-03-31”. More as agency2, agency3.',
      false
    )
  ];
}

const plainRow = (texts: readonly string[], style: MadeCell['style']): MadeCell[] =>
  texts.map((text) => ({ text, style }));

/** The about sheet. */
export function aboutSheet(areas: readonly string[], nation?: Nation): MadeSheet {
  const lines = aboutLines(areas, nation);
  return {
    name: SHEETS.about,
    widths: [20, 60, 90],
    frozen: { rows: 5, columns: 1 },
    rows: [
      [{ text: 'About these figures', style: 'title' }],
      [
        {
          text: 'Counts only, never a row for each child. Fill in column B, then the other sheets. Save as .xlsx.',
          style: 'plain'
        }
      ],
      [
        {
          text: 'Sheets, rows and periods that you do not supply may be deleted. Nothing is sent anywhere when the file is loaded.',
          style: 'plain'
        }
      ],
      [],
      plainRow(['Key', 'Write here', 'What it is'], 'head'),
      ...lines.map(({ key, value, meaning, needed }) => [
        { text: key, style: 'label' as const },
        { text: value, style: 'wrapped' as const },
        { text: `${meaning}${needed ? '' : ' May stay blank.'}`, style: 'hint' as const }
      ])
    ]
  };
}

/** The sheet of notes, each bound to a table or to all. */
export function notesSheet(lists: Lists): MadeSheet {
  const from = lists.get(LIST.table)?.from;
  const rows = Array.from({ length: 20 }, () => [
    { style: 'wrapped' as const },
    { style: 'wrapped' as const }
  ]);
  return {
    name: SHEETS.notes,
    widths: [34, 110],
    rows: [
      [{ text: 'Notes', style: 'title' }],
      [
        {
          text: 'What a reader must know of the figures, in plain words: how something is counted here, what changed and when. Never about one child or family.',
          style: 'plain'
        }
      ],
      [],
      plainRow(['Table', 'Note'], 'head'),
      ...rows
    ],
    dropDowns: from === undefined ? [] : [{ rows: [4, 23], columns: [0, 0], from }]
  };
}

/** What each register is for, and how its columns are filled in. */
export const REGISTER_WORDS: Readonly<Record<RegisterName, readonly [title: string, hint: string]>> = {
  neighbours: ['Neighbours', 'Areas to compare with, the most alike first.'],
  milestones: [
    'Milestones',
    'What happened and when: a strategy, a new tool, a change of system. indicators may stay blank.'
  ],
  targets: [
    'Targets',
    'What was aimed for: a value or a direction (up, down), by which date, and who set it.'
  ],
  rounds: [
    'Rounds',
    'Each audit or survey: an id such as round1, how cases were chosen (random, themed, all), from whom, how many, on which date, and whether it is an audit or a survey.'
  ],
  actions: [
    'Actions',
    'What was agreed. owner_role is a role, never a name. Dates such as 2026-03-31. review is the practice review that recommended it, such as “thematic review of 2023”; never a child’s name or initials. Leave it blank where no review did.'
  ],
  decisions: ['Decisions', 'What the board decided and when.'],
  documents: ['Documents', 'Strategy, threshold document, escalation policy: in_place is yes, no or draft.'],
  returns: ['Returns', 'What was expected of whom, and when it came.']
};

/** A register as a sheet with its columns and room to write. */
export function registerSheet(name: RegisterName): MadeSheet {
  const columns = registerColumns(name);
  const [title, hint] = REGISTER_WORDS[name];
  return {
    name: title,
    widths: columns.map(() => 26),
    rows: [
      [{ text: title, style: 'title' }],
      [{ text: `${hint} Leave the sheet as it is where there is nothing to say.`, style: 'plain' }],
      [],
      plainRow(columns, 'head'),
      ...Array.from({ length: 12 }, () => columns.map((): MadeCell => ({ style: 'wrapped' })))
    ]
  };
}
