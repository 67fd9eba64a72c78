/** How far the protection or the check of figures has come, said while it runs. */
import { number } from './number.ts';

export interface Stage {
  readonly stage: 'comparing' | 'withholding' | 'checking' | 'writing';
  readonly done: number;
  readonly of: number;
}

const DOING: Readonly<Record<Stage['stage'], string>> = {
  comparing: 'Finding which figures are tied to one another',
  withholding: 'Choosing what to withhold',
  checking: 'Trying to work out what was withheld',
  writing: 'Writing the protected figures'
};

/** `Choosing what to withhold: 3 of 12.`; of what is done by hundredths `80%.`; without numbers where it is not known how much there is. */
export function stageInWords({ stage, done, of }: Stage): string {
  if (of === 0) return `${DOING[stage]}.`;
  return stage === 'checking'
    ? `${DOING[stage]}: ${Math.floor((100 * done) / of)}%.`
    : `${DOING[stage]}: ${number(done)} of ${number(of)}.`;
}
