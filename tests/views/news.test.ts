import { describe, expect, test } from 'vitest';
import { mostStriking, type Finding } from '#lib/views/news.ts';
import { pageOf, sharedFacts } from '../published.ts';

const finding = (weight: number, text: string, overYears = false): Finding => ({
  weight,
  says: { text },
  ...(overYears ? { overYears } : {})
});

describe('what a headline says beside the position', () => {
  test('is what stands out most', () => {
    expect(mostStriking([finding(1.2, 'less'), finding(2, 'most'), finding(1.9, 'much')])?.text).toBe('most');
  });

  test('is a gap or the latest change before what moved over years, even from further away', () => {
    const years = finding(1.5, 'over years', true);
    expect(mostStriking([years, finding(1, 'a gap')])?.text).toBe('a gap');
    expect(mostStriking([years, finding(0.9, 'no news')])?.text).toBe('over years');
  });

  test('is nothing where nothing is news', () => {
    expect(mostStriking([finding(0.9, 'nearly'), { weight: 3 }])).toBeUndefined();
  });
});

describe('headlines of recorded neglect', () => {
  test('of Lanternport tell the gap from England and the year before, and no old extreme', async () => {
    const { headline } = await pageOf(await sharedFacts('data/demo'), 'lanternport', { view: 'prevalence' });
    expect(headline.text).toContain(
      'Assessments recorded neglect 91.7 times for every 10,000 children, against 72.3 in England; one of the other 14 authorities is higher. A year earlier it was 74.9, and over five years it has clearly risen.'
    );
    expect(headline.text).not.toContain('2020');
  });

  test('tell the first of five years only where the latest went the other way', async () => {
    const published = await sharedFacts();
    const said = async (area: string) =>
      (await pageOf(published, area, { view: 'prevalence' })).headline.text;
    expect(await said('waltham-forest')).toContain(
      '81.3 times for every 10,000 children, against 100.1 a year earlier and 40.7 in 2020: clearly up over five years.'
    );
    expect(await said('brent')).toContain(
      '109.9 times for every 10,000 children, against 85.4 a year earlier: clearly rising over five years.'
    );
  });

  test('give way to a change in the latest year that is unusual', async () => {
    const { headline } = await pageOf(await sharedFacts(), 'plymouth', { view: 'prevalence' });
    expect(headline.text).toContain('Plans started for neglect rose 80%, from 104 to 187 in a year');
  });
});
