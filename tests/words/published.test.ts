/** What is said of real figures: nothing of a withheld one, no judgement of a volume, no cause, and whole sentences. */
import { describe, expect, it } from 'vitest';
import { isKnown } from '#lib/domain/cell.ts';
import type { Area } from '#lib/domain/area.ts';
import { dateInWords, type Period } from '#lib/domain/period.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import { findArea } from '#lib/db/catalogue.ts';
import type { Facts } from '#lib/db/facts.ts';
import { figure, type Figure } from '#lib/indicators/figure.ts';
import { cellsOf } from '#lib/queries/cells.ts';
import { termsOf, valueOf } from '#lib/indicators/evaluate.ts';
import { figureSentences } from '#lib/words/figure.ts';
import { sharedFacts, STANDARD } from '../published.ts';

const published = await sharedFacts();
const standard = await sharedFacts(STANDARD);

interface Said {
  readonly place: string;
  readonly figure: Figure;
  readonly sentences: readonly string[];
}

async function sayAll(facts: Facts, areas: readonly string[], period: string): Promise<readonly Said[]> {
  const { indicators, manifest } = facts.catalogue;
  const when = manifest.periods.find(({ id }) => id === period);
  if (!when) throw new Error(`no period ${period}`);
  const said: Said[] = [];
  for (const name of areas) {
    const area = findArea(facts.catalogue, name);
    if (!area) throw new Error(`no area ${name}`);
    for (const indicator of indicators) {
      const made = await figure(facts, { indicator, area, period: when });
      said.push({
        place: `${indicator.id} ${name} ${period}`,
        figure: made,
        sentences: figureSentences(made)
      });
    }
  }
  return said;
}

const all = [
  ...(await sayAll(published, ['england', 'leicestershire', 'leeds', 'rutland', 'isles-of-scilly'], '2024')),
  ...(await sayAll(published, ['leeds', 'dorset-to-2019'], '2016')),
  ...(await sayAll(standard, ['riverbank'], '2026')),
  ...(await sayAll(standard, ['riverbank'], '2023'))
];
const places = (wrong: (said: Said) => boolean) => all.filter(wrong).map(({ place }) => place);
const text = ({ sentences }: Said) => sentences.join('\n');

describe('every indicator, in full', () => {
  it('is said for each of them, most with a figure', () => {
    expect(new Set(all.map((said) => said.figure.indicator.id)).size).toBe(
      published.catalogue.indicators.length
    );
    const told = new Set(
      all.filter((said) => isKnown(said.figure.answer.value)).map((said) => said.figure.indicator.id)
    );
    expect(told.size).toBeGreaterThan(published.catalogue.indicators.length - 5);
  });
  it('begins with a capital and ends with one full stop', () => {
    const whole = /^[\p{Lu}“].*[^.\s]\.$/u;
    expect(all.flatMap(({ sentences }) => sentences.filter((each) => !whole.test(each)))).toEqual([]);
  });
  it('has no double space, double mark, empty bracket or number that is none', () => {
    const wrong = /\s{2}|%%|% of.*% of|\(\)|undefined|NaN|Infinity|null|: :|\.\.|,,| ,| \.|;\./;
    expect(all.flatMap(({ sentences }) => sentences.filter((each) => wrong.test(each)))).toEqual([]);
  });
  it('counts one in the singular', () => {
    const plural = /: 1 (children|referrals|reviews|audits|escalations|episodes)\b/;
    expect(places((said) => plural.test(text(said)))).toEqual([]);
  });
  it('names regions with their article', () => {
    const bare =
      /(?<!the )(East Midlands|South West|South East|North East|North West|West Midlands|East of England) \(/;
    expect(places((said) => bare.test(text(said)))).toEqual([]);
    expect(places((said) => /the (England|London|Yorkshire)/.test(text(said)))).toEqual([]);
  });
  it('carries one mark, and says it of all reasons and of neglect with others', () => {
    const marks = (said: Said) =>
      said.sentences.filter((each) => /^It (is about neglect|includes neglect|covers all reasons)/.test(each))
        .length;
    expect(places((said) => marks(said) > 1)).toEqual([]);
    expect(
      places(
        (said) =>
          said.figure.indicator.kind !== 'derived' &&
          said.figure.indicator.mark !== 'neglect' &&
          marks(said) !== 1
      )
    ).toEqual([]);
  });
  it('says what is counted wherever there is a figure', () => {
    const silent = ({ figure: { answer, indicator }, sentences }: Said) =>
      isKnown(answer.value) &&
      indicator.kind !== 'state' &&
      sentences.filter((each) => each.startsWith('What is counted: ')).length !== 1;
    expect(places(silent)).toEqual([]);
  });
});

describe('certainty and cause', () => {
  it('an indicator without a direction is called neither good nor bad', () => {
    const judged = /\b(better|worse|good|bad|improv\w*|concern\w*|best|worst)\b/i;
    expect(
      places((said) => said.figure.indicator.direction.good === 'none' && judged.test(text(said)))
    ).toEqual([]);
  });
  it('no sentence gives a cause; the only “because” says why nothing can be counted', () => {
    const fixed = /nobody can be counted, because no code exists for it/g;
    expect(
      places((said) =>
        /because|due to|caused|owing to|thanks to/i.test(
          text(said)
            .replace(fixed, '')
            .replace(/due by/g, '')
        )
      )
    ).toEqual([]);
  });
  it('no percentage is given of fewer than 20', () => {
    const few = ({ figure: { answer, indicator } }: Said) =>
      indicator.kind === 'share' && isKnown(answer.denominator) && answer.denominator.value < 20;
    const small = all.filter(few).filter(({ figure: made }) => isKnown(made.answer.value));
    expect(small.length).toBeGreaterThan(5);
    expect(
      small.flatMap(({ sentences, figure: { indicator } }) =>
        sentences.filter(
          (each) =>
            /\d%/.test(each.replace(indicator.subtitle, '')) &&
            !each.startsWith('What is counted') &&
            !each.startsWith('It was')
        )
      )
    ).toEqual([]);
  });
  it('a count is set beside no other area, since it is as big as its own', () => {
    const counts = all.filter(
      ({ figure: made }) => made.indicator.kind === 'count' && isKnown(made.answer.value)
    );
    expect(counts.length).toBeGreaterThan(5);
    expect(
      counts
        .filter((said) =>
          /England|similar areas|authorities with figures/.test(
            said.sentences
              .slice(1)
              .join(' ')
              .replace(/about \d+ of 100 authorities/, '')
          )
        )
        .map(({ place }) => place)
    ).toEqual([]);
  });
  it('Leeds from 2015 to 2016, when “multiple” was given up, is given no change in neglect', () => {
    const said = all.find(({ place }) => place === 'CPP-NEG-RATE leeds 2016');
    expect(said?.sentences).toContain(
      'The use of “multiple” as a category changed between 2015 and 2016, so no change in this figure can be described.'
    );
    expect(said ? text(said) : '').not.toMatch(/It was|risen|fallen|unusual/);
  });
});

describe('a withheld figure', async () => {
  const { indicators, manifest } = published.catalogue;
  const asked = ['CPP-NEG', 'CPP-NEG-RATE', 'CPS-NEG'].map((id) => indicators.find((each) => each.id === id));
  const authorities = manifest.areas.filter(({ kind }) => kind === 'authority');
  const years = manifest.periods.filter(({ kind }) => kind === 'year');
  const hidden: { indicator: PlacedIndicator; area: Area; period: Period }[] = [];
  for (const indicator of asked) {
    if (!indicator) continue;
    const lookup = await cellsOf(published, termsOf(indicator), { areas: authorities.map(({ id }) => id) });
    for (const area of authorities)
      for (const period of years) {
        const { value } = valueOf(indicator, lookup, area.id, period);
        if (!isKnown(value) && value.reason === 'withheld') hidden.push({ indicator, area, period });
      }
  }

  it('is published often enough to be worth proving', () => {
    for (const id of ['CPP-NEG', 'CPP-NEG-RATE', 'CPS-NEG'])
      expect(hidden.filter(({ indicator }) => indicator.id === id).length).toBeGreaterThan(10);
  });
  it('has no digit in its sentences but those of its date, and says why', { timeout: 180_000 }, async () => {
    const wrong: string[] = [];
    for (const one of hidden) {
      const said = figureSentences(await figure(published, one)).join(' ');
      const rest = said.replace(dateInWords(one.period.end), '').replace(one.area.name, '');
      if (/\d/.test(rest) || !rest.includes('withheld, so that no child can be identified'))
        wrong.push(`${one.indicator.id} ${one.area.name} ${one.period.id}: ${said}`);
    }
    expect(wrong).toEqual([]);
  });
  it('names no number in words, level, comparison, range, change or trend', async () => {
    const [one] = hidden;
    if (!one) throw new Error('nothing is withheld');
    expect(figureSentences(await figure(published, one))).toHaveLength(2);
  });
});
