/** Members as a reader of Explore is told of them: those that only a register or an indicator names as well. */
import { dateInWords } from '#lib/domain/dates.ts';
import type { Catalogue } from '#lib/db/catalogue.ts';
import { membersOf, type Member } from '#lib/indicators/breakdown.ts';
import { lowerFirst } from '#lib/words/number.ts';
import { outcomeCounted } from '../counted.ts';

/** Members that have come into the figures, with names; an audit round is told by its date and whom it drew from. */
export function membersNamed(catalogue: Catalogue, cube: string, dimension: string): readonly Member[] {
  const { indicators, registers } = catalogue;
  const nameOf = (id: string): string => {
    const indicator = indicators.find((each) => each.id.toLowerCase() === id);
    if (indicator !== undefined) return indicator.name;
    const part = outcomeCounted(indicators, cube, dimension, id);
    if (part !== undefined) return `${part.indicator.name}: ${lowerFirst(part.outcome.name)}`;
    const round = registers.rounds?.find((each) => each.round === id);
    if (round?.date !== undefined) return `${dateInWords(round.date)}: ${round.frame ?? id}`;
    return id.replaceAll('-', ' ');
  };
  return membersOf(catalogue, cube, dimension).map((member) =>
    member.name === member.id ? { id: member.id, name: nameOf(member.id) } : member
  );
}
