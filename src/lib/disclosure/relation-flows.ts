/** What is open, what came and what went: figures of one date and of the time before and after it. */
import { idAs, type Frame, type TableCell } from './relation-cells.ts';
import { chainRelations } from './relation-chains.ts';
import { familyOf } from './relation-doubt.ts';
import { workOf, type Span } from './relation-work.ts';
import type { Relation } from './relations.ts';

/**
 * Whatever is open at any point of a period was open before it or started in it, and is open at its end or ended in it;
 * so the two make one sum, whether or not a table shows that. Of children, who may start or end twice, only that they are
 * no more than these and no fewer than those open at either end. All of it is assumed: what started late, or was
 * entered late, is in one figure and not in the other. What no stock is given between is tied over several periods: see
 * `chainRelations`. `cells` are as `canonicalCells` names them.
 */
export function flowRelations(cells: readonly TableCell[], frame: Frame): Relation[] {
  return workOf(cells, frame).flatMap((work) => [
    ...work.spans.flatMap((span) => [...ofEvents(span), ...ofChildren(span)]),
    ...chainRelations(work)
  ]);
}

function ofEvents({ flows, before, after }: Span): Relation[] {
  const [started, ended, anypoint] = ['started', 'ended', 'anypoint'].map((id) => flows.get(id));
  const came = before && started ? [before, started] : undefined;
  const went = after && ended ? [after, ended] : undefined;
  const whole = anypoint?.id ?? (came && went && started && idAs(started, { measure: 'anypoint' }));
  if (whole === undefined) return [];
  const sum = (parts: readonly TableCell[] | undefined, kind: string, why: string): Relation[] =>
    parts === undefined
      ? []
      : [
          {
            sense: 'equal',
            total: whole,
            parts: parts.map(({ id }) => id),
            assumed: true,
            family: familyOf(
              anypoint === undefined ? 'came and went' : kind,
              anypoint === undefined ? [...(came ?? []), ...(went ?? [])] : [anypoint, ...parts]
            ),
            why
          }
        ];
  return [
    ...sum(came, 'came', 'what is open at any point was open before or started since'),
    ...sum(went, 'went', 'what is open at any point is open at the end or ended before')
  ];
}

function ofChildren({ flows, before, after }: Span): Relation[] {
  const [started, ended, anypoint] = ['started_children', 'ended_children', 'anypoint_children'].map((id) =>
    flows.get(id)
  );
  if (anypoint === undefined) return [];
  const atLeast = (total: string, parts: readonly string[], among: readonly TableCell[], why: string) =>
    ({ sense: 'at least', total, parts, assumed: true, family: familyOf('children', among), why }) as const;
  const holds = [before, after].flatMap((open): Relation[] =>
    open === undefined
      ? []
      : [
          atLeast(
            anypoint.id,
            [open.id],
            [anypoint, open],
            'whoever is open at one date is open at some point'
          )
        ]
  );
  const [came, went]: (readonly [string, TableCell | undefined, TableCell | undefined])[] = [
    ['open before or started since', before, started],
    ['open at the end or ended before', after, ended]
  ];
  const within = [came, went].flatMap((side): Relation[] => {
    const [measure, open, moved] = side ?? [];
    if (measure === undefined || open === undefined || moved === undefined) return [];
    const both = idAs(moved, { measure });
    const among = [anypoint, open, moved];
    const parts = [open.id, moved.id];
    const why = `children open at any point are no more than those ${measure}`;
    return [
      { sense: 'equal', total: both, parts, assumed: true, family: familyOf('children', among), why },
      atLeast(both, [anypoint.id], among, why)
    ];
  });
  return [...holds, ...within];
}
