import { describe, expect, test } from 'vitest';
import { openFile, type OpenFile } from '#lib/sources/dfe-file.ts';
import { positionOf, tableOf } from '#lib/sources/dfe-match.ts';
import { frameOf } from '#lib/sources/dfe-rows.ts';
import { DFE_TABLES } from '#lib/sources/dfe-tables.ts';
import { importTexts, raw, smallRelease } from './dfe-release-fixture.ts';

const PLACE = 'time_period,geographic_level,country_code,region_code,old_la_code,new_la_code,la_name';

function fileOf(columns: string, name = 'data.csv'): OpenFile {
  const header = `${PLACE},${columns}`;
  const { open } = openFile(
    raw(
      name,
      `${header}\n${header
        .split(',')
        .map(() => '1')
        .join(',')}\n`
    )
  );
  if (open === undefined) throw new Error('the header cannot be read');
  return open;
}

function codeOf(file: OpenFile, category = ''): string | undefined {
  const frame = frameOf(file);
  const reach = file.headers.includes('la_name') ? 'areas' : 'england';
  return frame && tableOf(file, frame, reach, category)?.code;
}

describe('tables are known by their columns', () => {
  test.each([...smallRelease()].filter(([name]) => !name.startsWith('ons')))(
    '%s is known under another name',
    (name, content) => {
      const { open } = openFile(raw('file.csv', content));
      expect(open && codeOf(open)?.toLowerCase()).toBe(name.slice(0, 2));
    }
  );

  test.each([
    ['C1', 'referral_count,rereferral_count,nfa_count,assessed_not_in_need_count,child_referral_count'],
    ['D1', 'cpp_at_31_march,cpp_starting_count,children_starting_cpp,cpp_ending'],
    ['D2', 'cpp_start,neglect_initial,physical_abuse_initial,sexual_abuse_initial'],
    ['D4', 'multiple_latest,cpp_at_31_march,neglect_latest,sexual_latest'],
    ['D5', 'cpp_at_31_march,3_months_or_less,3_to_6_months,6_to_12_months'],
    ['D7', 'cpp_end,3_months_or_less,3_to_6_months,2_years_or_more'],
    ['C3', 'episodes_with_assessment_factor,16A_Neglect,neglect_count,1A,1B,1C,2A,2B'],
    ['B7', 'child_in_need_plans_at_31_march,cinplan_start']
  ])('%s is known by renamed columns', (code, columns) => {
    expect(codeOf(fileOf(columns))).toBe(code);
  });

  test.each([
    [
      'plans ending in the first six months',
      'cpp_end_first_6months,3_months_or_less,3_months_or_less_transfer,more_than_6_months'
    ],
    ['referrals by month', 'referrals,april,may,june,july,august'],
    ['plans reviewed in time', 'cpp_at31_3months,reviewed_within_timescales']
  ])('%s is none of our tables', (_what, columns) => {
    expect(codeOf(fileOf(columns))).toBeUndefined();
  });
});

describe('columns named with the words of their table', () => {
  const release = smallRelease();
  const reads = (start: string, rename: (header: string) => string) => {
    const [name, content] = [...release].find(([known]) => known.startsWith(start)) ?? ['', ''];
    const header = content.split('\r\n')[0] ?? '';
    const renamed = content.replace(header, header.split(',').map(rename).join(','));
    const cells = (text: string) => importTexts(new Map(release).set(name, text)).bundle.tables;
    expect(renamed).not.toBe(content);
    expect(cells(renamed)).toEqual(cells(content));
  };
  const category = (pattern: string, total: string) => (header: string) =>
    header.replace(/^CPP_(At31|start)$/, total).replace(/^(\w+?)_(Initial|Latest)$/, pattern);

  test.each([
    ['d4', 'cpp_$2_category_of_abuse_$1_count', 'cpp_at_31_march_count'],
    ['d4', '$2_category_of_abuse_$1', 'cpp_at_31_march'],
    ['d4', 'cpp_at_31_march_$2_category_$1', 'cpp_at_31_march_total'],
    ['d4', 'number of CPPs by $2 category: $1', 'Number of CPPs at 31 March'],
    ['d2', 'cpp_start_$2_category_of_abuse_$1_count', 'cpp_start_count'],
    ['d2', 'cpp_$1_$2_count', 'cpp_started_count']
  ])('%s is read where a category is called “%s”', (start, pattern, total) => {
    reads(start, category(pattern, total));
  });

  test('the last category may be called the most recent', () => {
    reads('d4', (header) => header.replace(/^(\w+)_Latest$/, 'most_recent_category_of_abuse_$1'));
  });

  test.each([
    ['c5', /^(Individual|Schools|Education_Services|LA_Services|Police|Other)$/, 'referral_source_$1_count'],
    ['c3', /^(Neglect|\w+_parent|\w+_child|Other)$/, 'assessment_factor_$1_count']
  ])('%s is read where its members are named as part of it', (start, pattern, name) => {
    reads(start, (header) => header.replace(pattern, name).toLowerCase());
  });
});

describe('a category that does not say whether it is initial or latest', () => {
  const table = DFE_TABLES.find(({ code }) => code === 'D4');
  const spec = (which: string) =>
    table?.outputs[0]?.columns.find((column) => column.members[`category_${which}`] === 'neglect');
  const position = (file: OpenFile, which: string) => {
    const column = spec(which);
    return table && column && positionOf(file, column, table);
  };

  test('is initial where the latest ones are named', () => {
    const file = fileOf('cpp_at31,neglect,physical_abuse,neglect_latest,physical_latest');
    expect(position(file, 'initial')).toBe(8);
    expect(position(file, 'latest')).toBe(10);
  });

  test('is what the name of the file says where that names one alone', () => {
    const file = fileOf('cpp_at31,neglect,physical_abuse', 'plans_by_latest_category.csv');
    expect(position(file, 'latest')).toBe(8);
    expect(position(file, 'initial')).toBeUndefined();
  });

  test('is not read where nothing tells', () => {
    const file = fileOf('cpp_at31,neglect,physical_abuse,sexual_abuse');
    expect(position(file, 'initial')).toBeUndefined();
    expect(position(file, 'latest')).toBeUndefined();
  });
});
