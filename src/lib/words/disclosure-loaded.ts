/** How much of what is loaded is withheld, and what official figures give away, in sentences. */
import type { OfficialCheck } from '#lib/domain/disclosure.ts';
import { number } from './number.ts';

export interface Amount {
  readonly figures: number;
  readonly withheld: number;
}

/** The sum over tables. */
export function amountOf(tables: Readonly<Record<string, Amount>>): Amount {
  return Object.values(tables).reduce(
    (sum, { figures, withheld }) => ({ figures: sum.figures + figures, withheld: sum.withheld + withheld }),
    { figures: 0, withheld: 0 }
  );
}

/** `5.8%`; some is never called none, nor not all all; none of nothing is none. */
export function withheldShare({ figures, withheld }: Amount): string {
  if (withheld === 0) return 'none';
  if (withheld === figures) return 'all';
  const percent = (withheld / figures) * 100;
  if (percent < 0.1) return 'less than 0.1%';
  return percent > 99.9 ? 'more than 99.9%' : `${number(percent, 1)}%`;
}

/** `Of 214,000 figures that are loaded, 17,339 are withheld: 8.1%.` */
export function amountInWords(amount: Amount): string {
  const { figures, withheld } = amount;
  if (figures === 0) return 'No figures are loaded.';
  if (figures === 1) return `One figure is loaded, and it is ${withheld === 1 ? 'withheld' : 'shown'}.`;
  if (withheld === 0) return `None of the ${number(figures)} figures that are loaded is withheld.`;
  if (withheld === figures) return `All ${number(figures)} figures that are loaded are withheld.`;
  return `Of ${number(figures)} figures that are loaded, ${number(withheld)} ${withheld === 1 ? 'is' : 'are'} withheld: ${withheldShare(amount)}.`;
}

/** How many withheld official figures their own release gives away. It never says which. */
export function officialInWords({ withheld, givenAway, exact, vintage }: OfficialCheck): string {
  const release = `the ${vintage} release`;
  const how = 'from other figures in it, by adding and taking away';
  if (withheld === 0) return `In ${release} no figure is withheld.`;
  if (withheld === 1) {
    const can =
      givenAway === 0 ? 'cannot be worked out' : `can be worked out ${exact === 0 ? 'nearly' : 'exactly'}`;
    return `The one withheld figure of ${release} ${can} ${how}.`;
  }
  const of = `Of ${number(withheld)} withheld figures of ${release},`;
  if (givenAway === 0) return `${of} none can be worked out ${how}.`;
  return `${of} ${number(givenAway)} can be worked out ${how}: ${exactness(exact, givenAway - exact)}.`;
}

function exactness(exact: number, nearly: number): string {
  if (nearly === 0) return 'exactly';
  return exact === 0 ? 'nearly' : `${number(exact)} exactly, and ${number(nearly)} nearly`;
}
