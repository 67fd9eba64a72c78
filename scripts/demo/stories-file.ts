/** The file that tells what was planted. */
import type { Seen } from './reading.ts';
import type { Story } from './stories.ts';

/** What was planted, as it is written beside a bundle, and never into it. `hash` is of the release that tells it. */
export function storiesText(seed: number, hash: string, stories: readonly Story[]): string {
  const told = stories.map((story) => ({ ...story, figures: story.figures.map(figureLine) }));
  return `${JSON.stringify({ seed, hash, stories: told }, null, 2)}\n`;
}

/** `plans-neglect kestrelshire 2024 open all,yes = 304`; of a total without breakdowns `-`. */
function figureLine({ table, area, period, measure, members, field, value }: Seen): string {
  return `${[table, area, period, measure, members.join(',') || '-', field].join(' ')} = ${String(value)}`;
}

/** A figure as `storiesText` writes it. */
export function figureIn(line: string): Seen {
  const [name = '', value = ''] = line.split(' = ');
  const [table = '', area = '', period = '', measure = '', members = '', field] = name.split(' ');
  return {
    table,
    area,
    period,
    measure,
    members: members === '-' ? [] : members.split(','),
    field: field === 'of' ? 'of' : 'value',
    value: Number(value)
  };
}
