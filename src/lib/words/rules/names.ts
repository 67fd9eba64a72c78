import { rule, type RuleGroup } from './rule.ts';

export const NAMES: RuleGroup = {
  id: 'names',
  title: 'Columns and names',
  about: 'The words that say which area, period, measure and member is meant, and whose figures they are.',
  rules: [
    rule(
      'columns-exchanged',
      'error',
      'Two columns look exchanged',
      'Most of what stands in one column belongs in another, and the other way round.',
      'Under “Area” stand 12, 30 and 7, and under “Value” Leicester, Rutland and Derby.',
      'Exchange the headers of the two columns, or their cells.'
    ),
    rule(
      'unknown-area',
      'error',
      'The area is not known',
      'No area of this name, code or id is in the bundle.',
      '“Liecester”.',
      'Use the spelling that the message offers, or add the area.'
    ),
    rule(
      'unknown-period',
      'error',
      'The period is not known',
      'No period of this id is in the bundle.',
      '“Q3 23/24”.',
      'Write 2024Q3: the third quarter of the year to March 2024.'
    ),
    rule(
      'unknown-measure',
      'error',
      'What is counted is not known',
      'The table counts other things.',
      '“opened” where the table has “started”.',
      'Write one of the measures that the message names.'
    ),
    rule(
      'unknown-member',
      'error',
      'The member is not known',
      'The column takes certain words, and this is none of them.',
      '“5-9” where “5to9” is meant.',
      'Use the word that the message offers. Write “all” for the total.'
    ),
    rule(
      'unknown-dimension',
      'error',
      'It does not say which of whom',
      'A row label of the workbook names a part that the table does not have.',
      '“Ages: older” in a table by category.',
      'Write it as the message shows, or “All”.'
    ),
    rule(
      'unknown-table',
      'error',
      'The table is not known',
      'It cannot be told which table or kind of count is meant.',
      'A register of returns speaks of “plans2”, and no table has that name.',
      'Use the name of a table that is there.'
    ),
    rule(
      'unknown-reference',
      'error',
      'Something is named that is not there',
      'A place in bundle.json points to an id that nothing has.',
      'A note about area “la999”.',
      'Correct the id, or add what it names.'
    ),
    rule(
      'unknown-column',
      'error',
      'The table has no such column',
      'A file holds its own columns and no others.',
      'A column “comments” in a table of counts.',
      'Delete it, or correct its name. Words belong in notes.'
    ),
    rule(
      'unknown-key',
      'error',
      'bundle.json has no such entry',
      'Something is written there that nothing reads: most often a spelling mistake.',
      '“titel”.',
      'Correct its spelling or take it out.'
    ),
    rule(
      'unknown-about',
      'warning',
      'Nothing is asked under this key',
      'The sheet or file “About” has a line that nothing reads.',
      '“phone”.',
      'Take it out, or use one of the keys that the message names.'
    ),
    rule(
      'unclear-spelling',
      'error',
      'A word can mean two things',
      'It is not guessed which was meant.',
      '“Wells” for two areas of that name.',
      'Write the id that is meant.'
    ),
    rule(
      'unclear-column',
      'error',
      'A column can mean two things',
      'Its name fits more than one column of the table.',
      '“Category” where there is a first and a latest category.',
      'Call it by the one that is meant.'
    ),
    rule(
      'missing-column',
      'error',
      'A column is missing',
      'The table needs it.',
      'No column “period”.',
      'Add it. The message lists all columns.'
    ),
    rule(
      'missing-key',
      'error',
      'bundle.json lacks something',
      'Every bundle says who made it, of where and when.',
      'No “publisher”.',
      'Add it.'
    ),
    rule(
      'unnamed-column',
      'error',
      'A column has values and no name',
      'It cannot be told what they are.',
      'A number typed beside the table.',
      'Name the column or delete it.'
    ),
    rule(
      'duplicate-column',
      'error',
      'Two columns have one name',
      'It cannot be told which is meant.',
      '“value” twice.',
      'Keep one.'
    ),
    rule(
      'header-repeated',
      'either',
      'The headings are repeated among the rows',
      'A row says again what the columns are. The same headings are passed over; with other periods below them, it cannot be told which hold.',
      '“Area, What is counted, 2024, 2025” again in row 30.',
      'Delete the row. If its periods are others, put the rows below it on a sheet of their own.'
    ),
    rule(
      'column-twice',
      'error',
      'Two columns of the sheet have one header',
      'It cannot be told which is meant.',
      '2024Q1 twice.',
      'Keep one, or head the other with “Notes”.'
    ),
    rule(
      'column-not-read',
      'warning',
      'A column was not read',
      'Its header is none that the table has.',
      'A column “My check”.',
      'Nothing, unless it should be read: then correct its header.'
    ),
    rule(
      'given-twice',
      'error',
      'An id is given twice',
      'Ids tell things apart, so each is given once.',
      'Two areas “north”.',
      'Keep one, or give the other another id.'
    ),
    rule(
      'no-periods',
      'error',
      'No column is a period',
      'Figures stand in columns headed with a period.',
      'A header “This year”.',
      'Write a period, such as 2024Q3, 2024 or at20240630.'
    ),
    rule(
      'date-as-period',
      'warning',
      'A date was read as a period',
      'A header is a date, and was read as what it names.',
      '31/03/2024 was read as at 31 March 2024.',
      'If a quarter or a year is meant, write its code.'
    ),
    rule(
      'about-missing',
      'error',
      'Something is not said about the figures',
      'Every page says whose figures these are, of where and until when.',
      'No “supplied on”.',
      'Write it in the sheet or file “About”, as the message shows.'
    ),
    rule(
      'read-as',
      'warning',
      'Words were read otherwise than they are written',
      'Areas, ages, periods and marks are written in many ways; each that has only one meaning here is read as that, and said.',
      '“Leicester City Council” as Leicester, “05-Sep” as the ages 5 to 9.',
      'Look whether that is what is meant; if not, write it in another way.'
    ),
    rule(
      'about-twice',
      'error',
      'Something is said twice about the figures',
      'It cannot be told which is meant.',
      'Two lines “title”.',
      'Keep one. Areas and agencies are numbered: area1, area2.'
    )
  ]
};
