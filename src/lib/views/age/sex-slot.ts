/** Girls and boys at each age, where somebody counts them so. */
import { isKnown, isThere, type Cell } from '#lib/domain/cell.ts';
import { firstMissing } from '#lib/disclosure/may-say.ts';
import { bandText } from '#lib/words/age.ts';
import { reasonText } from '#lib/words/absence.ts';
import { cellText, listed, number, sentence } from '#lib/words/number.ts';
import type { ChartModel, PyramidBar, Slot, Statement } from '../model.ts';
import type { AgesAt, Sex } from './ages.ts';
import type { Band } from './bands.ts';
import { coversAt, notesAt, sourcesAt, type AgePage } from './page.ts';

const [GIRLS, BOYS] = ['female', 'male'];

function barOf(ages: AgesAt, band: Band, sex: Sex): PyramidBar {
  const cell = ages.count(band, { sex: sex.id });
  return { cell, text: cellText(cell) };
}

interface Pair {
  readonly girls: Cell;
  readonly boys: Cell;
}

/** So many standard errors apart would chance alone seldom set two counts that are alike. */
const CLEAR = 2;

/** 1 where there are clearly more boys, -1 where more girls, and 0 where chance may have made the difference. */
function more({ girls, boys }: Pair): number {
  if (!isKnown(girls) || !isKnown(boys)) return 0;
  const apart = boys.value - girls.value;
  return Math.abs(apart) > CLEAR * Math.sqrt(boys.value + girls.value) ? Math.sign(apart) : 0;
}

/** At which ages there are more boys, and at which more girls; nothing where a number is withheld. */
function message(ages: AgesAt, [girls, boys]: readonly [Sex, Sex]): string {
  const pairs = ages.cut.map((band) => ({
    band,
    girls: ages.count(band, { sex: girls.id }),
    boys: ages.count(band, { sex: boys.id })
  }));
  const at = (sign: number) => pairs.filter((pair) => more(pair) === sign).map(({ band }) => bandText(band));
  const [moreBoys, moreGirls] = [at(1), at(-1)];
  if (firstMissing(pairs.flatMap((pair) => [pair.girls, pair.boys])))
    return `${girls.name} and ${boys.name.toLowerCase()} at each age`;
  if (moreBoys.length + moreGirls.length === 0) return 'About as many girls as boys at every age';
  if (moreGirls.length === 0 && moreBoys.length === pairs.length) return 'More boys than girls at every age';
  if (moreBoys.length === 0 && moreGirls.length === pairs.length) return 'More girls than boys at every age';
  return sentence(
    [
      moreBoys.length > 0 ? `more boys at ${listed(moreBoys)}` : '',
      moreGirls.length > 0 ? `more girls at ${listed(moreGirls)}` : ''
    ]
      .filter((text) => text !== '')
      .join('; ')
  );
}

function chart(page: AgePage, ages: AgesAt, pair: readonly [Sex, Sex]): ChartModel {
  const { context } = page;
  const { counted } = ages;
  const covers = coversAt(page, ages);
  const subtitle = `${sentence(counted.unit.many)} ${counted.said}, girls and boys at each age, ${context.area.name}, ${covers}`;
  const title = message(ages, pair);
  const rows = ages.cut
    .toReversed()
    .map((band) => ({ id: band.id, label: band.name, bars: pair.map((sex) => barOf(ages, band, sex)) }));
  return {
    id: 'sexes',
    title,
    subtitle,
    description: `${title}. ${rows.map(({ label, bars }) => `${label}: ${bars.map(({ text }, i) => `${pair[i]?.name.toLowerCase() ?? ''} ${text}`).join(', ')}`).join('; ')}.`,
    mark: counted.mark,
    indicator: counted.indicator,
    spec: { kind: 'pyramid', unit: counted.unit.many, decimals: 0, sides: pair, rows },
    table: {
      caption: subtitle,
      columns: [
        { key: 'age', label: 'Age', kind: 'text' },
        ...pair.map(({ id, name }) => ({ key: id, label: name, kind: 'number' as const })),
        { key: 'all', label: 'All', kind: 'number' }
      ],
      rows: ages.cut.map((band) => ({
        age: band.name,
        ...Object.fromEntries(pair.map(({ id }) => [id, ages.count(band, { sex: id })])),
        all: ages.count(band)
      }))
    },
    notes: notesAt(page, ages),
    covers,
    sources: sourcesAt(page, ages),
    file: `girls-and-boys-${context.area.slug}-${context.period.id}`
  };
}

/** Those whose sex is not known, or who are not born yet, in words. */
function unknownStatement(ages: AgesAt, sexes: readonly Sex[]): readonly Statement[] {
  return sexes
    .filter(({ id }) => id !== GIRLS && id !== BOYS)
    .flatMap((sex): Statement[] => {
      const cell = ages.count(undefined, { sex: sex.id });
      if (!isThere(cell)) return [];
      const text = isKnown(cell) ? (cell.value === 0 ? 'none' : number(cell.value)) : reasonText(cell.reason);
      return [{ text: `${sex.name}: ${text}.`, mark: ages.counted.mark }];
    });
}

/** Undefined where nobody counts them so. */
export function sexSlot(page: AgePage): Slot | undefined {
  const { here, ages } = page;
  const found = here.find(({ bySex }) => bySex);
  const [girls, boys] = [GIRLS, BOYS].map((id) => ages.sexes.find((sex) => sex.id === id));
  if (!found || !girls || !boys) return undefined;
  const { counted } = found;
  const total = ({ id, name }: Sex) => {
    const cell = found.count(undefined, { sex: id });
    return isKnown(cell)
      ? `${number(cell.value)} ${name.toLowerCase()}`
      : `${name.toLowerCase()} ${reasonText(cell.reason)}`;
  };
  return {
    id: 'sexes',
    heading: 'Girls and boys',
    statements: [
      {
        text: `${sentence(counted.unit.many)} ${counted.said}: ${total(girls)}, ${total(boys)}.`,
        mark: counted.mark,
        notes: notesAt(page, found),
        indicator: counted.indicator
      },
      ...unknownStatement(found, ages.sexes)
    ],
    figures: [],
    charts: [chart(page, found, [girls, boys])]
  };
}
