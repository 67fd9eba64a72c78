import { rule, type RuleGroup } from './rule.ts';

export const ROWS: RuleGroup = {
  id: 'rows',
  title: 'Rows',
  about: 'What each figure is of, row by row, and figures that stand twice.',
  rules: [
    rule(
      'figure-differs',
      'error',
      'Two sheets give different figures for one thing',
      'A starter sheet and a workbook, or two workbooks, were given together and do not agree.',
      '12 children on a plan in the starter sheet, 13 in the sheet “Child protection plans”.',
      'Correct one of the two cells that the message names, or clear one of them.'
    ),
    rule(
      'same-figure-twice',
      'warning',
      'Two sheets give the same figures',
      'Sheets that were given together share figures, and agree. Each is read once.',
      'A starter sheet and a workbook that was begun with its twelve rows.',
      'Nothing needs to be done.'
    ),
    rule(
      'periods-apart',
      'warning',
      'One sheet is of another time than all others',
      'A sheet shares no period with the other sheets of its workbook, which share theirs.',
      'Plans for 2023Q1 to 2023Q4; every other sheet for 2024Q1 to 2024Q4.',
      'Correct the periods in the head of the sheet, unless it is meant to be of another time.'
    ),
    rule(
      'duplicate-key',
      'error',
      'Two rows say the same thing twice',
      'Both are for one area, period and part. If they differ, one is wrong.',
      'Leeds, 2024, plans open: 674 in row 12 and 680 in row 30.',
      'Keep one.'
    ),
    rule(
      'row-twice',
      'error',
      'Two rows of the sheet have the same labels',
      'Both are for the same thing.',
      '“Neglect, all ages” twice.',
      'Keep one. A row of finer detail needs that detail in a column of its own.'
    ),
    rule(
      'ragged-row',
      'error',
      'A row is longer or shorter than the header',
      'A comma too many moves every number one column along.',
      'Bristol, City of, 2024, 300 without quotes.',
      'Put quotes round text with a comma. If it is the last row, the file may be cut short.'
    ),
    rule(
      'no-rows',
      'warning',
      'There is a header and nothing under it',
      'The table is empty.',
      'A template that was never filled in.',
      'Fill it in, or leave it out.'
    ),
    rule(
      'no-area',
      'error',
      'No area is written',
      'A figure has to be of somewhere.',
      'The cell under “Area” is blank.',
      'Write the name or the code of the area.'
    ),
    rule(
      'no-label',
      'error',
      'Figures without a label',
      'The row does not say what is counted.',
      'Numbers under a row that was deleted.',
      'Fill in “What is counted”, or delete the row.'
    ),
    rule(
      'no-part',
      'error',
      'It is not said whether it is the count or what it is out of',
      'Each line of n of N has two rows.',
      'Two rows for one audit question, neither marked.',
      'Write “count” in the first and “out of” in the second.'
    ),
    rule(
      'no-count',
      'error',
      'The row “count” is missing',
      'There is an “out of” and no count that belongs to it.',
      '“out of” 20, and nothing above it.',
      'Add the row “count” above it.'
    ),
    rule(
      'no-out-of',
      'error',
      'The row “out of” is missing',
      'There is a count, and it is not said out of how many.',
      '12 audits met the standard, of nobody knows how many.',
      'Add the row “out of” under it.'
    ),
    rule(
      'total-not-read',
      'warning',
      'A total that was added was not read',
      'Totals have rows of their own here.',
      'A row “Total” at the foot of the sheet.',
      'Nothing needs to be done.'
    ),
    rule(
      'note-among-rows',
      'error',
      'Words stand among the figures',
      'A note between two rows of figures may be a row that was spoilt.',
      '“Figures below are provisional” in the middle of a table.',
      'Move it under the last row, or delete it.'
    ),
    rule(
      'nothing-written',
      'warning',
      'No figure is written on the sheet',
      'What it asks for is shown as “not supplied”.',
      'The sheet of tool scores was left as it was.',
      'Nothing, unless you meant to fill it in.'
    ),
    rule(
      'round-without-date',
      'error',
      'A round of audits has no date',
      'Rounds are put in order by their dates.',
      '“round2” is in no register of rounds.',
      'Add it to the register of rounds.'
    )
  ]
};
