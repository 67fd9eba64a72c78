import { describe, expect, test } from 'vitest';
import { DisclosureSettings } from '#lib/domain/disclosure.ts';
import { PRESETS, publishedCount, settingsInWords } from '#lib/disclosure/settings.ts';

describe('rules of disclosure', () => {
  test.each(Object.entries(PRESETS))('the preset “%s” is complete, and named after itself', (id, preset) => {
    expect(DisclosureSettings.parse(preset)).toEqual(preset);
    expect(preset.id).toBe(id);
  });

  test('are refused where they would protect nobody, or say what no rule means', () => {
    for (const wrong of [{ threshold: 1 }, { minimumWidth: 0 }, { rounding: 2.5 }, { thresold: 6 }])
      expect(DisclosureSettings.safeParse({ ...PRESETS.dfe, ...wrong }).success).toBe(false);
  });

  test('are said in sentences', () => {
    expect(settingsInWords(PRESETS.dfe)).toEqual([
      'Counts of 1 to 5 are withheld; a count of nobody is shown as 0.',
      'That all or none of a small group is something may be shown.',
      'Other counts are withheld where a small one could be worked out from them, by adding, taking away or comparing with what was published before, here or elsewhere. Which were withheld for which reason is not shown.',
      'Whatever a reader works out, the highest number a withheld count could be is at least 2 more than the lowest.',
      'A count that changed by fewer than 6 since it was last published is withheld.'
    ]);
    const strong = settingsInWords({
      ...PRESETS.strong,
      zerosShown: false,
      keep: [{ table: 'plans', measure: 'open' }]
    });
    expect(strong[0]).toBe('Counts of 1 to 7 are withheld, and so is a count of nobody.');
    expect(strong).toContain('All counts that are shown are rounded to the nearest 5.');
    expect(strong).toContain(
      'Where a group is smaller than 20, that all or none of it is something is withheld.'
    );
    expect(strong.at(-1)).toBe(
      'The totals of these tables are always shown, save those that are small themselves: plans, open.'
    );
    expect(settingsInWords({ ...PRESETS.dfe, threshold: 2, minimumWidth: 1 }).slice(0, 1)).toEqual([
      'A count of 1 is withheld; a count of nobody is shown as 0.'
    ]);
  });

  test('round what is shown to the nearest multiple, halves up', () => {
    expect([8, 12, 13, 17.5].map((value) => publishedCount(value, PRESETS.strong))).toEqual([10, 10, 15, 20]);
    expect(publishedCount(13, PRESETS.dfe)).toBe(13);
  });
});
