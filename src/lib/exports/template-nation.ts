/** What the templates ask for in a nation: its categories and ages, in its words. */
import { saidIn, type Nation } from '#lib/domain/nation.ts';
import type { StarterTemplate, TemplateRows, WorkbookTemplate } from '#lib/domain/template.ts';

/** The ages that the templates ask for in England. */
const ENGLAND = ['unborn', 'under1', '1to4', '5to9', '10to15', '16plus'];

const isBands = (ids: readonly string[]) => ids.join() === ENGLAND.join();

/** A list of several categories becomes all of the nation’s; a list of the ages of England becomes its own. */
function membersIn(nation: Nation, dimension: string, ids: readonly string[]): string[] {
  const categories = nation.categories.members.map(({ id }) => id);
  if (dimension === 'age' && isBands(ids)) return nation.ageBands.map(({ id }) => id);
  if (!dimension.includes('category')) return [...ids];
  if (!ids.includes('physical')) return ids.filter((id) => id === 'all' || categories.includes(id));
  return [...ids.filter((id) => id === 'all'), ...categories];
}

function rowsIn(nation: Nation, { name, members, ...rows }: TemplateRows): TemplateRows {
  return {
    ...rows,
    name: saidIn(nation.sayings, name).replace('England', nation.name),
    ...(members === undefined
      ? {}
      : {
          members: Object.fromEntries(
            Object.entries(members).map(([id, ids]) => [id, membersIn(nation, id, ids)])
          )
        })
  };
}

/** The sheets of the workbook as the nation counts. */
export function workbookFor({ sheets }: WorkbookTemplate, nation: Nation): WorkbookTemplate {
  return {
    sheets: sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map((rows) => rowsIn(nation, rows)) }))
  };
}

/** The starter sheet in the words of the nation, without categories that it does not have. */
export function starterFor({ rows }: StarterTemplate, { sayings, categories }: Nation): StarterTemplate {
  const isCounted = ({ members }: StarterTemplate['rows'][number]) =>
    Object.entries(members).every(
      ([id, member]) =>
        !id.startsWith('category') ||
        member === 'all' ||
        categories.members.some((each) => each.id === member)
    );
  return {
    rows: rows.filter(isCounted).map((row) => ({
      ...row,
      words: saidIn(sayings, row.words),
      fills: saidIn(sayings, row.fills)
    }))
  };
}
