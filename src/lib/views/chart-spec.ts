/** What a chart is to show, before anything is drawn: plain data that a test can compare. */
import type {
  AssuranceIcon,
  BandPoint,
  Break,
  ControlPoint,
  DatedNote,
  FlowMove,
  FunnelArea,
  FunnelLimit,
  HeatRow,
  NestedRow,
  Panel,
  PyramidRow,
  Role,
  Row,
  Rung,
  Series,
  StateRow,
  Tile,
  VariationIcon
} from './chart-parts.ts';

export type * from './chart-parts.ts';

export type ChartSpec =
  /** Tiers of help, each with all children and, of them, those with neglect recorded. Never stacked. */
  | { readonly kind: 'ladder'; readonly unit: string; readonly rungs: readonly Rung[] }
  /** Shares of all plans on one 0 to 100 line per row. */
  | { readonly kind: 'nested'; readonly unit: string; readonly rows: readonly NestedRow[] }
  /** Lines over years, at most four series, with breaks and an optional band on the focus series. */
  | {
      readonly kind: 'series';
      readonly unit: string;
      readonly decimals: number;
      readonly series: readonly Series[];
      readonly band?: { readonly name: string; readonly points: readonly BandPoint[] };
      readonly breaks: readonly Break[];
      /** The reporting year the page is about; marked where it is not the last one drawn. */
      readonly at?: number;
      /** The month in which its years end, where that is not March. */
      readonly endsIn?: number;
      /** Notes on years such as the pandemic, drawn as a thin rule with its text. */
      readonly milestones: readonly Break[];
    }
  /** One value per row from a common zero, with ranges as whiskers. */
  | {
      readonly kind: 'bars';
      readonly unit: string;
      readonly decimals: number;
      readonly rows: readonly Row[];
      /** Whose value is marked across each row that has one. */
      readonly beside?: { readonly name: string; readonly role: Role };
    }
  /** The focus among every authority: each a thin tick, with England and the median of similar areas named. */
  | {
      readonly kind: 'strip';
      readonly unit: string;
      readonly decimals: number;
      readonly rows: readonly Row[];
      /** Values of all authorities with data, unnamed. */
      readonly others: readonly number[];
      /** A quarter, half and three quarters of all authorities lie below these. */
      readonly quartiles?: { readonly lower: number; readonly median: number; readonly upper: number };
      /** Values of the area's statistical neighbours, unnamed. */
      readonly similar?: readonly number[];
    }
  /** One local series against its own limits (`limits: control`), or its own median (`limits: run`). */
  | {
      readonly kind: 'control';
      readonly limits: 'control' | 'run';
      readonly unit: string;
      readonly decimals: number;
      readonly points: readonly ControlPoint[];
      /** Which way is good; absent for every volume of neglect, where neither is. */
      readonly better?: 'high' | 'low';
      readonly variation: VariationIcon;
      readonly assurance: AssuranceIcon;
      readonly target?: { readonly value: number; readonly label: string };
      /** Fewer points than settled limits need: said in the drawing. */
      readonly trial: boolean;
      readonly milestones: readonly DatedNote[];
    }
  /** Every area by how much it counts, against what chance allows around one value. */
  | {
      readonly kind: 'funnel';
      readonly unit: string;
      readonly decimals: number;
      /** What the horizontal axis counts: `assessments with any factor recorded`. */
      readonly sizeUnit: string;
      readonly target: { readonly value: number; readonly label: string };
      /** Limits by size, smallest first, for drawing as curves; `adjusted` for over-dispersion. */
      readonly limits: readonly FunnelLimit[];
      readonly adjusted: boolean;
      readonly areas: readonly FunnelArea[];
    }
  /** Standards down, rounds across: n of N in each, shaded by the share only where N carries one. */
  | {
      readonly kind: 'heat';
      readonly columns: readonly { readonly id: string; readonly label: string }[];
      readonly rows: readonly HeatRow[];
      /** What the shade says: `share of audits that met the standard`. */
      readonly shade: string;
      /** What a rule between two columns says, where they are not rounds one after another. */
      readonly apart?: string;
    }
  /** From one area's value to another's, in steps that add up exactly. */
  | {
      readonly kind: 'waterfall';
      readonly unit: string;
      readonly decimals: number;
      readonly from: { readonly label: string; readonly value: number; readonly role: Role };
      readonly steps: readonly { readonly id: string; readonly label: string; readonly change: number }[];
      readonly to: { readonly label: string; readonly value: number; readonly role: Role };
    }
  /** Movements between tiers, each an arrow as wide as its count, those up apart from those down. */
  | {
      readonly kind: 'flow';
      readonly unit: string;
      /** From least help to most. */
      readonly tiers: readonly { readonly id: string; readonly label: string }[];
      readonly moves: readonly FlowMove[];
    }
  /** Bands of age down: two sides (girls left, boys right), or one. All bars on one scale, never stacked. */
  | {
      readonly kind: 'pyramid';
      readonly unit: string;
      readonly decimals: number;
      readonly sides: readonly { readonly id: string; readonly name: string }[];
      readonly rows: readonly PyramidRow[];
      /** Whose the dashed marks are: `at England’s rate`. */
      readonly behind?: { readonly name: string; readonly role: Role };
    }
  /** From whom how much is recorded, or why nothing is, by year or by area. */
  | {
      readonly kind: 'states';
      readonly columns: readonly { readonly id: string; readonly label: string }[];
      readonly rows: readonly StateRow[];
      /** Whether equal states side by side are drawn as one, as years of one area are. */
      readonly joined: boolean;
    }
  /** Areas where they lie, each a tile of one size, shaded by the step in which its value is. */
  | {
      readonly kind: 'tiles';
      readonly unit: string;
      readonly decimals: number;
      /** At most four values, that part as many steps of shade and one. */
      readonly steps: readonly number[];
      readonly tiles: readonly Tile[];
      /** Few enough to be told apart by name: each is large, and says its own and its figure. */
      readonly named?: boolean;
      /** What has a figure and no tile. */
      readonly beneath?: string;
    }
  /** One small panel for each member of a dimension, all on the same scale. */
  | {
      readonly kind: 'multiples';
      readonly unit: string;
      readonly decimals: number;
      readonly panels: readonly Panel[];
      /** Who the lines behind are: `England`. */
      readonly behind?: { readonly name: string; readonly role: Role };
      readonly milestones: readonly Break[];
      /** Years whose points are not joined to those of the year before. */
      readonly breaks?: readonly Break[];
    };

export type ChartKind = ChartSpec['kind'];
