/** Pages without audits, where some are loaded of a later date or of a larger area, and where none are. */
import { describe, expect, test } from 'vitest';
import { pageOf, sharedFacts } from '../../published.ts';

const demo = await sharedFacts('data/demo');
const audits = (area: string, period?: string) =>
  pageOf(demo, area, { view: 'audits', ...(period === undefined ? {} : { period }) });

describe('before the first round of audit', () => {
  test.each(['kestrelshire', 'lanternport', 'quillmere', 'quill-vale-partnership'])(
    '%s names the first, and the first position that has it',
    async (area) => {
      const { headline, slots, questions } = await audits(area, '2021');
      expect(headline.text).toContain(
        'is as early as this date. The first is of November 2022. Choose 31 March 2023 or later under “Position at”.'
      );
      expect(JSON.stringify([headline, slots, questions])).not.toMatch(
        /not published for any area|can supply its own|Nothing is supplied|How to see your own/
      );
      expect(JSON.stringify((await audits(area, '2023')).slots)).toContain('November 2022');
    }
  );
});

describe('the board that is said to be able to supply audits', () => {
  test('is not asked for what its authority has, on the page of a locality', async () => {
    const { headline, slots } = await audits('amberfold');
    expect(headline.text).toContain(
      'Audits are loaded for Kestrelshire as a whole, and not for Amberfold alone: see the page of Kestrelshire.'
    );
    expect(slots.map(({ id }) => id)).toEqual(['audit-beside']);
  });

  test.each([
    ['wales', 'glanwern', 'Mawddach Bay Safeguarding Board can supply its own'],
    ['wales', 'mawddach', 'Mawddach Bay Safeguarding Board can supply its own'],
    ['wales', 'llwyncoed', 'the Regional Safeguarding Board can supply its own'],
    ['northern-ireland', 'lough', 'the Safeguarding Board for Northern Ireland (SBNI) can supply its own'],
    ['england-switch', 'alderhay', 'the safeguarding children partnership of Alderhay can supply its own']
  ])('of %s, %s: “%s”', async (bundle, area, text) => {
    const facts = await sharedFacts(`tests/bundles/${bundle}`);
    const page = await pageOf(facts, area, { view: 'audits' });
    expect(page.headline.text).toContain(`; ${text}.`);
  });
});
