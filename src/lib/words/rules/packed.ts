import { rule, type RuleGroup } from './rule.ts';

export const PACKED: RuleGroup = {
  id: 'packed',
  title: 'Zips and workbooks',
  about: 'How files were packed, and what came along in them.',
  rules: [
    rule(
      'one-zip',
      'error',
      'A zip was given with other files',
      'One zip is a whole bundle.',
      'A zip and a CSV beside it.',
      'Choose the zip alone.'
    ),
    rule(
      'broken-zip',
      'error',
      'The zip is not whole',
      'It is cut short or of another kind.',
      'A download that was stopped.',
      'Make or fetch it again.'
    ),
    rule(
      'empty-zip',
      'error',
      'The zip is empty',
      'There is nothing in it.',
      'A zip of an empty folder.',
      'Zip the folder again, or choose the folder.'
    ),
    rule(
      'large-zip',
      'error',
      'The zip is too large',
      'It holds more than any bundle has, or would unpack to more than fits.',
      'A zip of a whole drive.',
      'Zip one bundle and nothing else.'
    ),
    rule(
      'locked-zip',
      'error',
      'The zip has a password',
      'Nothing in it can be read.',
      'A zip that was sent by email.',
      'Zip the folder again without one.'
    ),
    rule(
      'strange-zip',
      'error',
      'The zip is packed in a way that cannot be read',
      'Browsers unpack the usual kind only.',
      'A zip made with “best compression” of a special kind.',
      'Zip it again with what comes with your computer.'
    ),
    rule(
      'path-outside',
      'error',
      'A file in the zip leads out of it',
      'A zip like this could write where it should not.',
      '../../plans.csv',
      'Make the zip again from the folder.'
    ),
    rule(
      'twice-in-zip',
      'error',
      'The zip holds two files of one name',
      'It cannot be told which is meant.',
      'cubes/plans.csv twice.',
      'Make the zip again from the folder.'
    ),
    rule(
      'zip-in-zip',
      'error',
      'There are zips in the zip',
      'They are not opened.',
      'A zip of four quarterly zips.',
      'Unzip it, and give what is in one of them.'
    ),
    rule(
      'broken-workbook',
      'error',
      'The workbook is not whole',
      'It is cut short or of another kind.',
      'A download that was stopped.',
      'Open it in a spreadsheet, and save it as .xlsx.'
    ),
    rule(
      'not-a-workbook',
      'error',
      'The file holds no sheets',
      'It is packed like a workbook and is none.',
      'A document renamed to .xlsx.',
      'Choose the workbook.'
    ),
    rule(
      'empty-workbook',
      'error',
      'Nothing is written in the workbook',
      'All of its sheets are empty.',
      'A new workbook.',
      'Fill it in, save it and give it again.'
    ),
    rule(
      'old-workbook',
      'error',
      'The workbook is of the old kind',
      'Files that end in .xls are not read.',
      'figures.xls',
      'Save it as “Excel workbook (.xlsx)”.'
    ),
    rule(
      'binary-workbook',
      'error',
      'The workbook is of the binary kind',
      'Files that end in .xlsb are not read.',
      'figures.xlsb',
      'Save it as “Excel workbook (.xlsx)”.'
    ),
    rule(
      'open-document',
      'error',
      'The workbook is an OpenDocument one',
      'Files that end in .ods are not read.',
      'figures.ods',
      'Save it as “Excel workbook (.xlsx)”.'
    ),
    rule(
      'locked-workbook',
      'error',
      'The workbook has a password',
      'Nothing in it can be read.',
      'File, Info, Protect Workbook.',
      'Take the password off, save it and give it again.'
    ),
    rule(
      'large-workbook',
      'error',
      'The workbook is too large',
      'It holds far more than counts.',
      'A workbook with a picture on every sheet.',
      'Keep the counts, in a workbook made from the templates.'
    ),
    rule(
      'large-sheet',
      'error',
      'A sheet is too large',
      'It is larger than any that is filled in by hand.',
      'A million rows.',
      'Keep counts only. Delete rows and columns beyond them.'
    ),
    rule(
      'sheet-not-read',
      'warning',
      'A sheet was not read',
      'It is none of those that are asked for.',
      'A sheet “Workings”.',
      'Nothing, unless it holds figures: then give it the headers of the template.'
    ),
    rule(
      'hidden',
      'warning',
      'Something hidden was read',
      'Hidden sheets and rows are read like any other.',
      'Three rows are hidden by a filter.',
      'Show them, and look whether they belong there.'
    ),
    rule(
      'macros',
      'warning',
      'The workbook holds macros',
      'They were neither read nor run.',
      'A file that ends in .xlsm.',
      'Nothing needs to be done.'
    )
  ]
};
