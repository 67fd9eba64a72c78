import { rule, type RuleGroup } from './rule.ts';

export const FILES: RuleGroup = {
  id: 'files',
  title: 'Files',
  about: 'What was given, before anything in it is looked at.',
  rules: [
    rule(
      'no-files',
      'error',
      'No file was given',
      'There is nothing to read.',
      'An empty folder.',
      'Choose a workbook, a zip, a folder or CSV files.'
    ),
    rule(
      'no-tables',
      'error',
      'There are no figures',
      'Nothing of what was given is a table of figures.',
      'A folder with a PDF and two pictures.',
      'Give a workbook or CSV files made from the templates.'
    ),
    rule(
      'many-files',
      'error',
      'Too many files',
      'A bundle has a few dozen files.',
      'The whole folder “Documents”.',
      'Choose the folder of one bundle.'
    ),
    rule(
      'twice-given',
      'error',
      'Two files have one name',
      'It cannot be told which is meant.',
      'plans.csv from two folders.',
      'Choose the folder instead.'
    ),
    rule(
      'two-bundles',
      'error',
      'Two bundles were given',
      'One is read at a time.',
      'Last year’s folder and this year’s.',
      'Choose one of them.'
    ),
    rule(
      'bundle-and-workbook',
      'error',
      'A bundle and a workbook were given',
      'Only one of them can be meant.',
      'A folder with bundle.json, and the workbook it was made from.',
      'Choose one of them.'
    ),
    rule(
      'which-table',
      'error',
      'It cannot be told which table a file is',
      'Its columns fit several kinds of count, or none.',
      'figures.csv with columns area, period, measure, value.',
      'Begin its name with the kind of count, such as plans.csv.'
    ),
    rule(
      'missing-file',
      'error',
      'A file is missing',
      'bundle.json names it, and it is not there.',
      'cubes/plans.csv.',
      'Add the file, or take its table out of bundle.json.'
    ),
    rule(
      'undeclared-file',
      'error',
      'A file that bundle.json does not name',
      'Only tables that are named there are read.',
      'cubes/plans-old.csv.',
      'Name it there, or take it away.'
    ),
    rule(
      'unknown-register',
      'error',
      'There is no such register',
      'Registers have fixed names.',
      'registers/people.csv.',
      'Use one of the names in the message.'
    ),
    rule(
      'not-read',
      'warning',
      'A file was not read',
      'It is no part of a bundle. Whoever gets the bundle would get it too.',
      'notes.docx.',
      'Take it away before the bundle is passed on.'
    ),
    rule(
      'bad-json',
      'error',
      'bundle.json cannot be read',
      'It is not written in JSON, or is cut short.',
      'A comma after the last line.',
      'Look near the place that the message names.'
    ),
    rule(
      'bad-cube',
      'error',
      'A kind of count is badly described',
      'This is about the dictionary of the product, not about your figures.',
      'A member that is its own parent.',
      'Correct the file in data/cubes.'
    ),
    rule(
      'large-file',
      'error',
      'A file is too large',
      'Tables of counts are far smaller. A file of this size most often has a row for each child.',
      'plans.csv of 200 MB.',
      'Look what it is. If it is a list of children, load it nowhere. Otherwise give fewer periods or parts.'
    ),
    rule(
      'large-files',
      'error',
      'The files are too large together',
      'Tables of counts are far smaller.',
      'A folder with films in it.',
      'Choose the tables only.'
    ),
    rule(
      'many-columns',
      'error',
      'A file has too many columns',
      'A table has one row for each figure, and a few columns that say what it is of.',
      'A column for every child.',
      'Give it in the shape of the templates.'
    ),
    rule(
      'json-file',
      'error',
      'The file is JSON',
      'Of such files only the bundle.json of a bundle is read.',
      'figures.json',
      'Give a workbook or CSV files made from the templates.'
    ),
    rule(
      'xml-file',
      'error',
      'The file is XML',
      'Returns and exports of systems are XML, and most of them are about single children.',
      'The census return.',
      'Do not load it. Count inside the system, and give the counts.'
    ),
    rule(
      'pdf-file',
      'error',
      'The file is a PDF',
      'Figures cannot be read out of one for sure.',
      'The last annual report.',
      'Give the workbook that it was made from.'
    ),
    rule(
      'picture-file',
      'error',
      'The file is a picture',
      'Figures cannot be read out of one.',
      'A photo of a chart.',
      'Give the figures behind it.'
    ),
    rule(
      'document-file',
      'error',
      'The file is a document',
      'Tables in a document are not read.',
      'A board paper.',
      'Copy its tables into the workbook of templates.'
    ),
    rule(
      'packed-file',
      'error',
      'The file is packed in a way that is not read',
      'Only zips are unpacked here.',
      'figures.rar',
      'Unpack it, and give what is in it.'
    ),
    rule(
      'database-file',
      'error',
      'The file is a database',
      'Databases are not read.',
      'figures.accdb',
      'Export its tables of counts as CSV files.'
    ),
    rule(
      'empty-file',
      'error',
      'The file is empty',
      'Not even a header is in it.',
      'A file of 0 bytes.',
      'Save it again.'
    ),
    rule(
      'not-text',
      'error',
      'The file is no text',
      'It is a workbook, a picture or a PDF, whatever its name says.',
      'A workbook renamed to plans.csv.',
      'Open it in a spreadsheet, and save the sheet as “CSV UTF-8”.'
    ),
    rule(
      'not-a-pack',
      'error',
      'The file holds no pack',
      'A pack of the page “Report” is a small file of JSON. This one is something else, or too large.',
      'A workbook renamed to pack.json.',
      'Choose a file that the page “Report” saved, or one of the folder packs of a bundle.'
    ),
    rule(
      'web-page',
      'error',
      'The file is a web page',
      'A download that needed a log-in saves the log-in page.',
      'plans.csv begins with <html>.',
      'Fetch it again, and look at it before loading it.'
    ),
    rule(
      'encoding',
      'warning',
      'Letters with accents may be wrong',
      'The file is written in an older way of writing letters.',
      '“Ynys Môn” may look odd.',
      'Check them, and save the file as “CSV UTF-8”.'
    ),
    rule(
      'separator',
      'error',
      'Columns are not separated by commas',
      'The whole row was read as one cell.',
      'area;period;value',
      'Save it as “CSV UTF-8 (comma delimited)”.'
    ),
    rule(
      'open-quote',
      'error',
      'A quote is opened and never closed',
      'Everything after it is read as one cell.',
      '"Bristol, City of',
      'Close it. If the file ends there, fetch it again.'
    ),
    rule(
      'unreadable',
      'error',
      'The file cannot be read',
      'The browser or the computer would not hand it over.',
      'A file that is open elsewhere, or was moved.',
      'Close it elsewhere, and choose it again.'
    )
  ]
};
