import type * as Plot from '@observablehq/plot';
import { isKnown, known, REASON_WORDS, type Cell, type Missing } from '#lib/domain/cell.ts';
import { firstMissing, isWithheld } from '#lib/disclosure/may-say.ts';
import type { ChartSpec, NestedRow } from '#lib/views/model.ts';
import { number, sentence } from '#lib/words/number.ts';
import type { Frame } from './frame.ts';
import {
  box,
  dataBox,
  hatch,
  hatches,
  missingBox,
  plainY,
  rules,
  uprights,
  words,
  type Word
} from './marks.ts';
import { INK, SECONDARY, STYLES, WHITE } from './palette.ts';
import { placeLanes, ruleEnd } from './place-lanes.ts';
import { widest, wrap } from './text-width.ts';

export type NestedSpec = Extract<ChartSpec, { kind: 'nested' }>;

/** Words under a bar, on a thin rule from the end of what they say. */
interface Hung {
  readonly x: number;
  readonly left: number;
  readonly ruleY: number;
  readonly y: number;
  readonly lines: readonly string[];
}

interface Placed {
  readonly row: NestedRow;
  readonly label: readonly string[];
  readonly top: number;
  readonly bar: number;
  readonly thickness: number;
  readonly hung: readonly Hung[];
}

interface NestedLayout {
  readonly rows: readonly Placed[];
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
  readonly unit: readonly string[];
}

const INSET = 10;
const TICKS = [0, 25, 50, 75, 100];

/** Share of all plans in percent; missing where either is. */
function share(cell: Cell, total: Cell): number | undefined {
  return isKnown(cell) && isKnown(total) && total.value > 0 ? (cell.value / total.value) * 100 : undefined;
}

/** Without all plans or those that are certain nothing of the row is drawn, so that nothing can be worked back. */
function lacking({ total, certain }: NestedRow): Missing | undefined {
  return firstMissing([total, certain]);
}

/** What is on record and withheld is said where what is certain ends. */
function withheldAt({ recorded, certain, total }: NestedRow): number | undefined {
  return isWithheld(recorded) ? share(certain, total) : undefined;
}

function placeOf(frame: Frame): (value: number) => number {
  return (value) => INSET + (value / 100) * (frame.width - 2 * INSET);
}

function hang(row: NestedRow, from: number, frame: Frame): { hung: Hung[]; bottom: number } {
  const place = placeOf(frame);
  const max = frame.size === 'wide' ? 230 : 165;
  const said = lacking(row)
    ? []
    : [
        { value: share(row.certain, row.total), text: `certain: ${row.certainText}` },
        {
          value: share(row.recorded, row.total) ?? withheldAt(row),
          text: `recorded: ${row.recordedText}`
        },
        { value: share(row.possible, row.total), text: `possible: ${row.possibleText}` },
        ...(row.audited
          ? [
              {
                value: share(known(row.audited.middle), row.total),
                text: `with what an audit would add: ${row.audited.text}`
              }
            ]
          : [])
      ];
  const ends = new Map<number, string[]>();
  for (const { value, text } of said)
    if (value !== undefined) ends.set(value, [...(ends.get(value) ?? []), text]);
  const marks = [...ends].map(([value, texts]) => ({
    x: place(value),
    lines: texts.flatMap((text) => wrap(text, max, frame.small))
  }));
  const lanes = placeLanes(
    marks.map(({ x, lines }) => ({ x, width: widest(lines, frame.small) })),
    0,
    frame.width
  );
  const count = Math.max(0, ...lanes.map(({ lane }) => lane + 1));
  const starts: number[] = [];
  let y = from + 8;
  for (let lane = 0; lane < count; lane++) {
    starts.push(y);
    y +=
      Math.max(...marks.map(({ lines }, i) => (lanes[i]?.lane === lane ? lines.length : 0))) * frame.line + 3;
  }
  const hung = marks.map((mark, i) => {
    const place = lanes[i] ?? { lane: 0, left: 0, right: 0 };
    const top = starts[place.lane] ?? y;
    return { ...mark, left: place.left, y: top, ruleY: ruleEnd(mark.x, place, top, frame.line) };
  });
  return { hung, bottom: y };
}

function layoutNested(spec: NestedSpec, frame: Frame): NestedLayout {
  const unit = wrap(sentence(spec.unit), frame.width, frame.small);
  const top = unit.length * frame.line + 10;
  let y = top;
  const rows = spec.rows.map((row) => {
    const focus = row.role === 'focus';
    const total = isKnown(row.total) ? `, ${number(row.total.value, 0)} in all` : '';
    const label = wrap(row.label + total, frame.width, frame.text, focus ? 700 : 400);
    const thickness = focus ? 28 : 18;
    const bar = y + label.length * frame.line + 4;
    const { hung, bottom } = hang(row, bar + thickness, frame);
    const placed = { row, label, top: y, bar, thickness, hung };
    y = bottom + (focus ? 20 : 14);
    return placed;
  });
  return { rows, top, bottom: y - 6, height: y + 22, unit };
}

function drawRow(placed: Placed, frame: Frame): Plot.Markish[] {
  const { row, bar, thickness } = placed;
  const { mark } = STYLES.focus;
  const [y1, y2] = [bar, bar + thickness];
  const track = dataBox(0, 100, y1, y2, { fill: WHITE, stroke: SECONDARY, strokeWidth: 1 });
  const ends = [
    share(row.certain, row.total),
    share(row.recorded, row.total),
    share(row.possible, row.total)
  ] as const;
  const lack = lacking(row);
  if (lack) {
    const place = { x1: INSET + 6, x2: INSET + 66, y1: y1 + 3, y2: y2 - 3 };
    return [track, missingBox(place, lack.reason, frame)];
  }
  const [certain, recorded, possible] = ends;
  const parts = [
    possible === undefined
      ? []
      : [
          dataBox(0, possible, y1, y2, {
            fill: hatch(frame, 'possible'),
            stroke: mark,
            strokeWidth: 1.25
          })
        ],
    recorded === undefined
      ? []
      : [dataBox(0, recorded, y1, y2, { fill: WHITE, stroke: mark, strokeWidth: 2.5 })],
    certain === undefined || certain === 0 ? [] : [dataBox(0, certain, y1, y2, { fill: mark, stroke: mark })],
    certain === 0 ? [box({ x1: INSET - 1, x2: INSET + 3, y1: y1 - 2, y2: y2 + 2 }, { fill: mark })] : []
  ];
  return [track, ...parts.flat(), ...auditedRange(placed, frame)];
}

const CAP = 6;

/** The range of an audit: a line with an end to each side and a square at its middle, edged in white over any fill. */
function auditedRange({ row, bar, thickness }: Placed, frame: Frame): Plot.Markish[] {
  if (!row.audited) return [];
  const place = placeOf(frame);
  const [x1, middle, x2] = [row.audited.lower, row.audited.middle, row.audited.upper]
    .map((value) => share(known(value), row.total))
    .map((value) => (value === undefined ? undefined : place(value)));
  if (x1 === undefined || middle === undefined || x2 === undefined) return [];
  const y = bar + thickness / 2;
  const lines = [
    { x1, x2, y1: y, y2: y },
    ...[x1, x2].map((x) => ({ x1: x, x2: x, y1: y - CAP, y2: y + CAP }))
  ];
  const square = (by: number) => ({ x1: middle - by, x2: middle + by, y1: y - by, y2: y + by });
  return [
    ...rules(lines, { stroke: WHITE, strokeWidth: 6 }),
    box(square(6), { fill: WHITE }),
    ...rules(lines, { stroke: INK, strokeWidth: 2 }),
    box(square(4), { fill: INK })
  ];
}

function labels(layout: NestedLayout, frame: Frame): Word[] {
  const place = placeOf(frame);
  const rows = layout.rows.flatMap(({ row, label, top, bar, thickness, hung }): Word[] => {
    const focus = row.role === 'focus';
    const lack = lacking(row);
    return [
      ...label.map((text, i) => ({
        x: INSET,
        y: top + (i + 0.5) * frame.line,
        text,
        size: frame.text,
        weight: focus ? (700 as const) : (400 as const),
        fill: STYLES[row.role].text
      })),
      ...hung.flatMap(({ left, y, lines }) =>
        lines.map((text, i) => ({ x: left, y: y + (i + 0.5) * frame.line, text, size: frame.small }))
      ),
      ...(lack
        ? [
            {
              x: INSET + 76,
              y: bar + thickness / 2,
              text: REASON_WORDS[lack.reason],
              size: frame.text,
              fill: INK
            }
          ]
        : [])
    ];
  });
  return [
    ...layout.unit.map((text, i) => ({
      x: INSET,
      y: (i + 0.5) * frame.line,
      text,
      size: frame.small,
      fill: SECONDARY
    })),
    ...TICKS.map((tick) => ({
      x: tick === 0 ? 0 : tick === 100 ? frame.width : place(tick),
      y: layout.height - 12,
      text: `${tick}%`,
      size: frame.small,
      fill: SECONDARY,
      anchor: tick === 0 ? ('start' as const) : tick === 100 ? ('end' as const) : ('middle' as const)
    })),
    ...rows
  ];
}

/** Nested marks on a line from none to all plans: certain solid, recorded outlined, possible hatched to its end. */
export function nestedOptions(spec: NestedSpec, frame: Frame): Plot.PlotOptions {
  const layout = layoutNested(spec, frame);
  const place = placeOf(frame);
  const leaders = layout.rows.flatMap(({ hung, bar, thickness }) =>
    hung.map(({ x, ruleY }) => ({ x1: x, x2: x, y1: bar + thickness, y2: ruleY }))
  );
  return {
    width: frame.width,
    height: layout.height,
    margin: 0,
    x: { type: 'linear', domain: [0, 100], range: [INSET, frame.width - INSET], axis: null },
    y: plainY(layout.height),
    marks: [
      hatches(frame),
      ...uprights(TICKS.slice(1, -1), place, layout.top, layout.bottom),
      ...layout.rows.flatMap((row) => drawRow(row, frame)),
      ...rules(leaders, { stroke: INK, strokeWidth: 1 }),
      ...words(labels(layout, frame))
    ]
  };
}
