import { rule, type RuleGroup } from './rule.ts';

export const CELLS: RuleGroup = {
  id: 'cells',
  title: 'One cell',
  about: 'A number, a reason why there is none, or a mark beside it.',
  rules: [
    rule(
      'no-value-no-status',
      'error',
      'Blank, and no reason given',
      'A blank could mean none, withheld or not known. These are three different things.',
      'A row for 2024Q2 with nothing under “value” and nothing under “status”.',
      'Write 0 for a true zero. Otherwise leave the value blank and write why under “status”: c for withheld, x for not available, z for not applicable.'
    ),
    rule(
      'value-and-status',
      'error',
      'A number, and a reason why there is none',
      'Only one of the two can be true.',
      'Value 4, status “c”.',
      'Clear the number if it must be withheld. Clear the status if it may be shown.'
    ),
    rule(
      'symbol-in-value',
      'error',
      'A symbol where a number belongs',
      'Reasons stand in a column of their own, called “status”.',
      '“*” or “c” under “value”.',
      'Leave the value blank, and write the status that the message names.'
    ),
    rule(
      'bad-status',
      'error',
      'The status is not one of those there are',
      'Each status has one meaning, and this one has none here.',
      '“suppressed”.',
      'Write one of: c, x, z, u, k, low, late, notsubmitted, nocode.'
    ),
    rule(
      'bad-flag',
      'error',
      'The flag is not one of those there are',
      'A flag stands beside a number and says something about it.',
      '“final”.',
      'Write r (revised), p (provisional), e (estimated) or b (break), or leave it blank.'
    ),
    rule(
      'flag-without-value',
      'error',
      'A flag beside nothing',
      'A flag says something about a number, and there is no number.',
      'Value blank, status “c”, flag “p”.',
      'Clear the flag.'
    ),
    rule(
      'not-a-number',
      'error',
      'Not a number',
      'Words, or a number that a spreadsheet shortened, stand where a count belongs.',
      '“about 20”, or 1.2E+05.',
      'Write digits only.'
    ),
    rule(
      'not-whole',
      'error',
      'Not a whole number',
      'Children, plans and referrals are counted in whole numbers. A decimal is a rate, a percentage or an average.',
      '41.6',
      'Give the number that was counted.'
    ),
    rule(
      'decimal-comma',
      'error',
      'A comma stands in the number',
      'Elsewhere decimals are written with a comma. Here a comma parts thousands, and what is counted has no decimals.',
      '12,5',
      'Give the number that was counted: a count is a whole number. Where decimals are wanted, write them with a point.'
    ),
    rule(
      'negative',
      'error',
      'Less than nothing',
      'A count is 0 or more.',
      '-3',
      'Correct it. A fall is not written as a negative count.'
    ),
    rule(
      'percentage',
      'error',
      'A percentage where a count belongs',
      'Percentages are worked out here from the counts, so that their certainty can be told.',
      '44%',
      'Give how many, and of how many where the table asks for it.'
    ),
    rule(
      'thousands-separator',
      'error',
      'A comma inside a number',
      'It could be a comma for thousands or for decimals.',
      '1,234',
      'Write 1234.'
    ),
    rule(
      'unclear-value',
      'error',
      'The value can be read in two ways',
      'It is not guessed which was meant.',
      '“1.234” may be one and a bit, or one thousand.',
      'Write the number without any sign, or leave it blank and give a status.'
    ),
    rule(
      'two-numbers',
      'error',
      'Two numbers in one cell',
      'A count and what it is out of stand in two cells.',
      '“12 of 20”.',
      'Write 12 in the row “count” and 20 in the row “out of”.'
    ),
    rule(
      'date-in-value',
      'error',
      'The spreadsheet made a date of it',
      'Something like 5-9 was typed, and the spreadsheet changed it.',
      '“05-Sep” where a count belongs.',
      'Set the format of the cell to Number, and type the count again.'
    ),
    rule(
      'formula-error',
      'error',
      'A formula came to no number',
      'The cell holds a formula that failed, or one that a program wrote and no spreadsheet has worked out yet.',
      '#DIV/0!',
      'Mend the formula, or type the number. Open the workbook in a spreadsheet program, and save it again.'
    ),
    rule(
      'blank',
      'error',
      'Nothing is written',
      'Something is asked for here. A blank is never taken for zero.',
      'An action in the register without a date.',
      'Fill it in. For a count, write 0 for none, or choose the reason why there is none.'
    ),
    rule(
      'bad-value',
      'error',
      'Not one of the things that can stand here',
      'The place takes certain words, a date, or an id, and this is none of them.',
      '“31 March” where 2024-03-31 is wanted.',
      'Write it as the message says.'
    ),
    rule(
      'bad-about',
      'error',
      'An answer about the figures cannot be used',
      'The sheet or file “About” asks for one of certain answers, or a date.',
      'Audience: “everybody”.',
      'Write one of the answers that the message names.'
    )
  ]
};
