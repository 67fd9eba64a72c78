/** Audits by standard and round. */
import { known, missing, NOT_SUPPLIED } from '#lib/domain/cell.ts';
import type { ChartModel, HeatPlace, HeatRow } from '#lib/views/model.ts';
import { number } from '#lib/words/number.ts';
import { chart, WITHHELD } from './chart-model.ts';

type Given = readonly [n: number, of: number] | 'withheld' | 'not supplied' | 'not in yet' | undefined;

function place(column: string, given: Given, breaks = false): HeatPlace[] {
  const rule = breaks ? { breaks } : {};
  if (given === undefined) return [];
  if (given === 'withheld') return [{ column, n: WITHHELD, of: known(44), text: given, ...rule }];
  if (given === 'not supplied') return [{ column, n: NOT_SUPPLIED, of: NOT_SUPPLIED, text: given, ...rule }];
  if (given === 'not in yet')
    return [{ column, n: missing('late'), of: missing('late'), text: given, ...rule }];
  const [n, of] = given;
  const share = of >= 20 ? { share: n / of } : {};
  return [{ column, n: known(n), of: known(of), text: `${number(n)} of ${number(of)}`, ...share, ...rule }];
}

/** A standard with a figure for each of `r1`, `r2` … ; `breakAt` is the round before which the audit changed. */
function row(id: string, label: string, given: readonly Given[], breakAt?: number): HeatRow {
  return { id, label, places: given.flatMap((each, i) => place(`r${i + 1}`, each, breakAt === i + 1)) };
}

const rounds = (...labels: readonly string[]) => labels.map((label, i) => ({ id: `r${i + 1}`, label }));
const SHADE = 'Depth of shade: share of audits that met the standard';
const WHERE = 'Multi-agency audits of neglect in the demonstration partnership, three rounds to March 2024';

export const HEAT_FIXTURES: Readonly<Record<string, ChartModel>> = {
  'heat-three-rounds': chart(
    'heat-three-rounds',
    'The child’s voice was heard in more audits; chronologies were still missing in half',
    WHERE,
    {
      kind: 'heat',
      shade: SHADE,
      columns: rounds('Round 1, June 2022', 'Round 2, March 2023', 'Round 3, March 2024'),
      rows: [
        row('voice', 'The child’s voice is recorded and acted on', [
          [27, 44],
          [33, 46],
          [41, 48]
        ]),
        row('chronology', 'There is an up-to-date multi-agency chronology', [
          [8, 44],
          [17, 46],
          [24, 48]
        ]),
        row('tool', 'A neglect tool was used before the conference', [undefined, [2, 46], [15, 48]]),
        row(
          'fathers',
          'Fathers and other men in the household are part of the assessment',
          [[19, 44], [22, 46], 'withheld'],
          2
        ),
        row('adult', 'Adult mental health and substance misuse services attended', [
          'not supplied',
          [6, 12],
          [0, 48]
        ]),
        row('review', 'Progress was reviewed within three months', [[44, 44], 'withheld', 'not in yet'], 3)
      ]
    }
  ),
  'heat-one-row': chart('heat-one-row', 'One standard, asked twice', WHERE, {
    kind: 'heat',
    shade: SHADE,
    columns: rounds('Round 1', 'Round 2'),
    rows: [
      row('voice', 'The child’s voice is recorded', [
        [27, 44],
        [33, 46]
      ])
    ]
  }),
  'heat-one-column': chart('heat-one-column', 'One round, three standards', WHERE, {
    kind: 'heat',
    shade: SHADE,
    columns: rounds('March 2024'),
    rows: [
      row('voice', 'The child’s voice is recorded', [[27, 44]]),
      row('chronology', 'There is a chronology', ['withheld']),
      row('tool', 'A neglect tool was used', [[4, 6]])
    ]
  }),
  'heat-too-few': chart('heat-too-few', 'Six audits carry counts and no share', WHERE, {
    kind: 'heat',
    shade: SHADE,
    columns: rounds('Round 1', 'Round 2'),
    rows: [
      row('voice', 'The child’s voice is recorded', [
        [4, 6],
        [5, 8]
      ]),
      row(
        'tool',
        'A neglect tool was used',
        [
          [0, 6],
          [8, 8]
        ],
        2
      )
    ]
  }),
  'heat-many-rounds': chart('heat-many-rounds', 'Seven rounds, a new form from the fourth', WHERE, {
    kind: 'heat',
    shade: SHADE,
    columns: rounds(
      'March 2021',
      'September 2021',
      'March 2022',
      'September 2022',
      'March 2023',
      'September 2023',
      'March 2024'
    ),
    rows: [
      row(
        'voice',
        'The child’s voice is recorded and acted on',
        [[10, 30], [12, 31], 'withheld', [1014, 1203], [25, 33], [29, 34], [34, 35]],
        4
      ),
      row(
        'plan',
        'The plan says what must change for the child, by when, and what will happen if it does not',
        [[3, 30], undefined, undefined, [14, 32], [15, 33], 'not supplied', [9, 19]],
        4
      )
    ]
  }),
  'heat-every-fifth': chart('heat-every-fifth', 'Every shade from the lowest share to the highest', WHERE, {
    kind: 'heat',
    shade: SHADE,
    columns: rounds('Round 1', 'Round 2', 'Round 3', 'Round 4', 'Round 5'),
    rows: [
      row('all', 'Met in ever more audits', [
        [0, 40],
        [8, 40],
        [16, 40],
        [24, 40],
        [40, 40]
      ])
    ]
  }),
  'heat-nothing-known': chart('heat-nothing-known', 'No audit figure can be shown', WHERE, {
    kind: 'heat',
    shade: SHADE,
    columns: rounds('Round 1', 'Round 2'),
    rows: [
      row('voice', 'The child’s voice is recorded', ['withheld', 'not supplied']),
      row('tool', 'A neglect tool was used', [undefined, 'withheld'])
    ]
  })
};
