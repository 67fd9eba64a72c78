/** Figures that were chosen as the chart that suits them, with what a click on each of its marks picks. */
import { isKnown, known, NOT_SUPPLIED, REASON_WORDS, type Cell } from '#lib/domain/cell.ts';
import { endYear } from '#lib/domain/period.ts';
import { firstMissing } from '#lib/disclosure/may-say.ts';
import type { Picked } from '#lib/selection/explore.ts';
import { cellText } from '#lib/words/number.ts';
import { median } from '#lib/stats/compare.ts';
import { shareAs } from '#lib/stats/which-chart.ts';
import type { ChartSpec, HeatPlace, Role, Row } from '../model.ts';
import { isPicked, labelOf, membersOfTold, picksOf, toldOf, type Figure } from './marks.ts';
import { breaksAt, recodedNotes, type Broken, type RecodedYears } from './recoded.ts';
import { MOST_COLUMNS, type Suggested } from './suggest.ts';
import { yearsEnd } from '../year-end.ts';

/** By the mark that `charts/hits.ts` names: what a click on it filters by. */
export type Picks = Readonly<Record<string, readonly Picked[]>>;

export interface Drawn {
  readonly spec: ChartSpec;
  readonly picks: Picks;
  /** Why lines are parted. */
  readonly notes?: readonly string[];
}

export interface Drawing {
  readonly figures: readonly Figure[];
  /** Aspects that tell them apart. */
  readonly vary: readonly string[];
  readonly only: readonly Picked[];
  readonly unit: string;
  readonly decimals: number;
  readonly recoded: RecodedYears;
}

const LINES: readonly Role[] = ['focus', 'second', 'third', 'fourth'];

/** Figures that have the same of everything that varies but the aspects left out, in order. */
function grouped(
  { figures, vary }: Drawing,
  without: readonly string[]
): readonly (readonly [string, readonly Figure[]])[] {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) {
    const key = toldOf(figure, vary, without)
      .map(({ value }) => value)
      .join('|');
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  return [...groups];
}

const pointsOf = (figures: readonly Figure[]) =>
  figures.map((each) => ({ year: endYear(each.at), cell: each.cell }));

/** The lines that break within the years drawn. */
function brokenOf(
  { recoded }: Drawing,
  lines: readonly (readonly [string, readonly Figure[]])[]
): readonly Broken[] {
  return lines.flatMap(([id, own]) => {
    const [first] = own;
    const drawnYears = own.map(({ at }) => endYear(at));
    return first
      ? [
          {
            id: id === '' ? 'only' : id,
            name: first.area.label,
            years: recoded(first.place, membersOfTold(first.members)).filter(
              (year) => drawnYears.includes(year) && drawnYears.includes(year - 1)
            )
          }
        ]
      : [];
  });
}

function linePicks(figures: readonly Figure[]): Picks {
  return Object.fromEntries(
    figures.map((figure) => [`year:${String(endYear(figure.at))}`, picksOf([figure.period])])
  );
}

function series(drawing: Drawing): Drawn {
  const { figures, vary, only, unit, decimals } = drawing;
  const lines = grouped(drawing, ['period']);
  const chosen = only.filter(({ aspect }) => aspect !== 'period');
  const first = lines.findIndex(([, own]) => chosen.length > 0 && own.some((each) => isPicked(each, chosen)));
  const order = lines.map((_, i) => i).sort((a, b) => Number(b === first) - Number(a === first) || a - b);
  const [year] = only.filter(({ aspect }) => aspect === 'period');
  const at = figures.find(({ period }) => period.value === year?.value);
  const broken = brokenOf(drawing, lines);
  return {
    spec: {
      kind: 'series',
      unit,
      decimals,
      series: lines.map(([id, own], i) => ({
        id: id === '' ? 'only' : id,
        name: own[0] === undefined ? '' : labelOf(toldOf(own[0], vary, ['period'])) || own[0].area.label,
        role: LINES[order.indexOf(i)] ?? 'fourth',
        points: pointsOf(own)
      })),
      breaks: breaksAt(broken),
      milestones: [],
      ...yearsEnd(figures.map((figure) => figure.at)),
      ...(at === undefined ? {} : { at: endYear(at.at) })
    },
    picks: linePicks(figures),
    notes: recodedNotes(broken)
  };
}

function multiples(drawing: Drawing): Drawn {
  const { vary, unit, decimals } = drawing;
  const panels = grouped(drawing, ['period']);
  const broken = brokenOf(drawing, panels);
  return {
    spec: {
      kind: 'multiples',
      unit,
      decimals,
      panels: panels.map(([id, own]) => {
        const last = own.at(-1);
        return {
          id,
          label: own[0] === undefined ? '' : labelOf(toldOf(own[0], vary, ['period'])),
          points: pointsOf(own),
          text: last === undefined ? '' : cellText(last.cell, decimals)
        };
      }),
      milestones: [],
      breaks: breaksAt(broken)
    },
    notes: recodedNotes(broken),
    picks: Object.fromEntries(
      panels.flatMap(([id, own]) =>
        own[0] === undefined ? [] : [[`panel:${id}`, picksOf(toldOf(own[0], vary, ['period']))]]
      )
    )
  };
}

function roleOf(figure: Figure, only: readonly Picked[]): Role {
  if (only.length > 0) return isPicked(figure, only) ? 'focus' : 'neighbours';
  return figure.place.kind === 'country' ? 'england' : 'focus';
}

function bars({ figures, vary, only, unit, decimals }: Drawing): Drawn {
  const countries = new Set(figures.map(({ place }) => place.kind === 'country'));
  const rows = figures.map((figure, i): Row => {
    const told = toldOf(figure, vary);
    const group = told.length > 1 ? told[0] : undefined;
    const rest = group === undefined ? told : told.slice(1);
    return {
      id: String(i),
      label: labelOf(rest) || figure.area.label,
      ...(group === undefined ? {} : { group: group.label }),
      role: countries.size > 1 || only.length > 0 ? roleOf(figure, only) : 'focus',
      cell: figure.of === undefined ? figure.cell : (firstMissing([figure.cell, figure.of]) ?? figure.cell),
      text: textOf(figure, decimals)
    };
  });
  return {
    spec: { kind: 'bars', unit, decimals, rows },
    picks: Object.fromEntries(figures.map((figure, i) => [`row:${String(i)}`, picksOf(toldOf(figure, vary))]))
  };
}

function strip({ figures, vary, only, unit, decimals }: Drawing): Drawn {
  const there = figures.flatMap((figure) =>
    isKnown(figure.cell) ? [{ figure, value: figure.cell.value }] : []
  );
  const values = there.map(({ value }) => value);
  const middle = median(values);
  const picked = only.length === 0 ? [] : figures.filter((figure) => isPicked(figure, only));
  const row = (id: string, label: string, role: Role, cell: Figure['cell']): Row => ({
    id,
    label,
    role,
    cell,
    text: cellText(cell, decimals)
  });
  return {
    spec: {
      kind: 'strip',
      unit,
      decimals,
      rows: [
        ...picked.map(({ area, cell }) => row(area.value, area.label, 'focus', cell)),
        ...(middle === undefined ? [] : [row('middle', 'The middle of them', 'neighbours', known(middle))])
      ],
      others: values
    },
    picks: Object.fromEntries(
      there.map(({ figure }, i) => [`other:${String(i)}`, picksOf(toldOf(figure, vary))])
    )
  };
}

/** `33 of 64` where a figure is n of N, with its share where N carries one; else how near it is to the largest. */
function placeOf(figure: Figure, largest: number, decimals: number): Omit<HeatPlace, 'column'> {
  const { cell, of } = figure;
  const text = textOf(figure, decimals);
  if (of === undefined) {
    const share = isKnown(cell) && largest > 0 ? { share: cell.value / largest } : {};
    return { n: cell, of: known(largest), text, ...share };
  }
  const carries = isKnown(cell) && isKnown(of) && of.value > 0 && shareAs(of.value) === 'percentage';
  return { n: cell, of, text, ...(carries ? { share: cell.value / of.value } : {}) };
}

/** The number at its mark; `33 of 64` where it is n of N; the reason where either is missing. */
export function textOf(
  { cell, of }: { readonly cell: Cell; readonly of?: Cell | undefined },
  decimals: number
): string {
  if (of === undefined) return cellText(cell, decimals);
  const absent = firstMissing([cell, of]);
  return absent === undefined
    ? `${cellText(cell, decimals)} of ${cellText(of)}`
    : REASON_WORDS[absent.reason];
}

/** Two aspects as rows and columns, the fewer across; darker the nearer to the largest figure of all. */
function heat({ figures, vary, decimals }: Drawing): Drawn {
  const sizes = vary.map((aspect) => ({
    aspect,
    many: new Set(figures.map((figure) => toldOf(figure, [aspect])[0]?.value)).size
  }));
  const across = [...sizes].reverse().find(({ many }) => many <= MOST_COLUMNS)?.aspect ?? vary.at(-1) ?? '';
  const down = vary.filter((aspect) => aspect !== across);
  const largest = Math.max(0, ...figures.flatMap(({ cell }) => (isKnown(cell) ? [cell.value] : [])));
  const columns = new Map(
    figures.flatMap((each) => toldOf(each, [across]).map((told) => [told.value, told.label]))
  );
  const rows = new Map<string, Figure[]>();
  for (const figure of figures) {
    const id = toldOf(figure, down)
      .map(({ value }) => value)
      .join('|');
    rows.set(id, [...(rows.get(id) ?? []), figure]);
  }
  const columnOf = (figure: Figure) => toldOf(figure, [across])[0]?.value ?? '';
  return {
    spec: {
      kind: 'heat',
      columns: [...columns].map(([id, label]) => ({ id, label })),
      shade: figures.some(({ of }) => of !== undefined) ? 'share, n of N' : 'out of the largest figure here',
      rows: [...rows].map(([id, own]) => ({
        id,
        label: own[0] === undefined ? '' : labelOf(toldOf(own[0], down)),
        places: [...columns.keys()].map((column) => {
          const figure = own.find((each) => columnOf(each) === column);
          return figure === undefined
            ? { column, n: NOT_SUPPLIED, of: NOT_SUPPLIED, text: REASON_WORDS.notSupplied }
            : { column, ...placeOf(figure, largest, decimals) };
        })
      }))
    },
    picks: Object.fromEntries(
      [...rows].flatMap(([id, own]) =>
        own.map((figure) => [`place:${id}:${columnOf(figure)}`, picksOf(toldOf(figure, vary))])
      )
    )
  };
}

/** The chart that was suggested; undefined for a table alone. */
export function drawn(suggested: Suggested, drawing: Drawing): Drawn | undefined {
  switch (suggested) {
    case 'series':
      return series(drawing);
    case 'multiples':
      return multiples(drawing);
    case 'bars':
      return bars(drawing);
    case 'strip':
      return strip(drawing);
    case 'heat':
      return heat(drawing);
    case 'table':
      return undefined;
  }
}
