/** Shares of one year as n of N, side by side in each authority of a partnership. */
import type { Context } from '../context.ts';
import { heatTable, type Finding } from '../heat-table.ts';
import type { ChartModel } from '../model.ts';
import { sourcesOf } from '../provenance.ts';
import { noteHeld } from './notes.ts';
import { countBehind } from '../indicator/page.ts';
import { commonMark } from './share-panels.ts';
import type { Held } from './whose.ts';

export interface HeatAbout {
  readonly id: string;
  /** The message. */
  readonly title: string;
  /** What is counted, without where and when. */
  readonly subtitle: string;
}

/** The latest year of each indicator in each authority of a partnership: side by side, never added up. */
export function heatByArea(
  context: Context,
  rows: readonly { readonly label: string; readonly of: readonly Held[] }[],
  { id, title, subtitle }: HeatAbout
): ChartModel | undefined {
  const held = rows.flatMap(({ of }) => of);
  const areas = context.catalogue.manifest.areas.filter((area) =>
    held.some((each) => each.area.id === area.id)
  );
  if (areas.length === 0) return undefined;
  const { period } = context;
  const findings = rows.flatMap(({ of }, i) =>
    of.map((each): Finding => {
      const answer = each.at(period);
      return {
        standard: String(i),
        round: each.area.id,
        n: countBehind(answer, answer.numerator),
        of: countBehind(answer, answer.denominator)
      };
    })
  );
  const full = `${subtitle}, ${period.label}`;
  const { spec, table } = heatTable(
    findings,
    rows.map(({ label, of }, i) => ({
      id: String(i),
      label,
      fewerIsBetter: of.some(({ indicator }) => indicator.direction.good === 'down')
    })),
    areas.map((area) => ({ id: area.id, label: area.name })),
    { shade: 'share of those counted', met: 'count', audits: 'out of', caption: full }
  );
  return {
    id,
    title,
    subtitle: full,
    description: `${title}. ${spec.rows.map(({ label, places }) => `${label}: ${places.map(({ text, column }) => `${areas.find((area) => area.id === column)?.name ?? column} ${text}`).join(', ')}`).join('. ')}.`,
    mark: commonMark(held.map(({ indicator }) => indicator)),
    spec,
    table,
    notes: held.flatMap((each) => noteHeld(context, each)).filter((note, i, all) => all.indexOf(note) === i),
    covers: period.label,
    sources: sourcesOf(
      context,
      held.map(({ indicator }) => indicator.numerator?.table ?? '')
    ),
    file: `${id}-${context.area.slug}-${period.id}`
  };
}
