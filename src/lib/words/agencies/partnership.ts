/** Authorities of one partnership, each in its own words. */
import type { Mark } from '#lib/domain/mark.ts';
import { listed, lowerFirst, number } from '../number.ts';
import { sourceInWords } from './names.ts';
import { referralsText, type Said } from './refers.ts';

export interface MostOf {
  readonly area: string;
  readonly most: Said;
}

const amount = ({ rate, count }: Said) => (rate === undefined ? number(count) : number(rate, 1));

/**
 * `The largest number of referrals for neglect came from the police. For every 10,000 children: Kestrelshire 35.1 and
 * Lanternport 40.2.` `ofNamed` where in one of them more came from an unnamed source.
 */
export function mostInEachSentence(mark: Mark, each: readonly MostOf[], ofNamed: boolean): string {
  const sources = [...new Set(each.map(({ most }) => most.id))];
  const rated = each.some(({ most }) => most.rate !== undefined);
  const lead = `${ofNamed ? 'Of the named sources, the' : 'The'} largest number of ${referralsText(mark)} came`;
  const [only, ...others] = each;
  if (only && others.length > 0 && sources.length === 1) {
    const amounts = listed(each.map(({ area, most }) => `${area} ${amount(most)}`));
    return `${lead} from ${sourceInWords(only.most)}${rated ? '. For every 10,000 children' : ''}: ${amounts}.`;
  }
  const said = sources.map((id) => {
    const same = each.filter(({ most }) => most.id === id);
    const places = same.map(({ area, most }) => {
      const unit = rated && each[0]?.area === area ? ' for every 10,000 children' : '';
      return `${area} (${amount(most)}${unit})`;
    });
    return `from ${same[0] ? sourceInWords(same[0].most) : ''} in ${listed(places)}`;
  });
  return `${lead} ${said.join('; ')}.`;
}

/** `Kestrelshire: in four years …`: a sentence of one of several authorities. */
export function ofArea(area: string, sentence: string): string {
  return sentence.startsWith(area) ? sentence : `${area}: ${lowerFirst(sentence)}`;
}
