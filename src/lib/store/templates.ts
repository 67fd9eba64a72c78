/** What the templates ask for, built into the page that makes them. */
import { StarterTemplate, WorkbookTemplate } from '#lib/domain/template.ts';
import starter from '../../../data/templates/starter.json' with { type: 'json' };
import workbook from '../../../data/templates/workbook.json' with { type: 'json' };

/** The sheets a workbook may have, in order, with the rows of each. */
export const workbookTemplate: WorkbookTemplate = WorkbookTemplate.parse(workbook);

/** The twelve rows of the starter sheet. */
export const starterTemplate: StarterTemplate = StarterTemplate.parse(starter);
