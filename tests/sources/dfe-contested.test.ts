import { describe, expect, test } from 'vitest';
import { problemsOf, withColumn } from './dfe-altered-release.ts';
import { importTexts, rulesOf, smallRelease, valueOf } from './dfe-release-fixture.ts';

const D4 = 'd4_cpps_at31march_by_category_of_abuse.csv';
const latest = { area: 'E92000001', period: '2024', measure: 'open', members: ['all', 'neglect'] };
const half = (value: string) => String(Math.floor((Number(value) || 0) / 2));

describe('two columns of one meaning', () => {
  test('are an error that names both, where they differ and neither is spelled as DfE spells it', () => {
    const texts = smallRelease();
    const renamed = (texts.get(D4) ?? '').replace('Neglect_Latest', 'neglect_latest_count');
    texts.set(D4, withColumn(renamed, 'neglect_latest_number', 'neglect_latest_count', half));
    expect(problemsOf(texts)).toMatchObject([
      {
        severity: 'error',
        rule: 'two-columns-one-meaning',
        file: D4,
        column: 'neglect_latest_number',
        message: 'the column and “neglect_latest_count” mean the same and differ'
      }
    ]);
  });

  test('are the one that DfE has always spelled so, wherever it stands, and the report says which', () => {
    const texts = smallRelease();
    texts.set(D4, withColumn(texts.get(D4) ?? '', 'total_neglect_latest', 'Neglect_Latest', half));
    const { bundle, report } = importTexts(texts);
    expect(valueOf(bundle, 'plans-by-category', latest)).toBe(24570);
    expect(report.warnings).toMatchObject([{ file: D4, column: 'Neglect_Latest' }]);
    expect(report.warnings[0]?.message).toContain('“total_neglect_latest”');
  });

  test('pass where they say the same', () => {
    const texts = smallRelease();
    texts.set(
      D4,
      withColumn(texts.get(D4) ?? '', 'total_neglect_latest', 'Neglect_Latest', (value) => value)
    );
    expect(importTexts(texts).report.warnings).toEqual([]);
  });

  test.each(['Neglect_Latest_under_total', 'Neglect_Latest_over', 'Neglect_Latest_fewer'])(
    '%s is another column than Neglect_Latest, and the report names both',
    (name) => {
      const texts = smallRelease();
      texts.set(D4, withColumn(texts.get(D4) ?? '', name, 'Neglect_Latest', half));
      const { bundle, report } = importTexts(texts);
      expect(valueOf(bundle, 'plans-by-category', latest)).toBe(24570);
      expect(report.read.find(({ code }) => code === 'D4')?.unusedColumns).toEqual([name]);
      expect(report.warnings).toMatchObject([
        {
          file: D4,
          column: name,
          message: 'the column is like “Neglect_Latest”, which was read; this one was not'
        }
      ]);
    }
  );

  test('are an error even where both are old spellings', () => {
    const C1 = 'c1_children_in_need_referrals_and_rereferrals.csv';
    const texts = smallRelease();
    texts.set(C1, withColumn(texts.get(C1) ?? '', 'NFA', 'No_Further_Action', half));
    expect(rulesOf(texts)).toEqual(['two-columns-one-meaning']);
  });
});
