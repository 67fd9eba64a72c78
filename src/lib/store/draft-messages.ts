/** What the page and the worker that holds a draft say to one another. No count of a draft is in any answer but `rows`. */
import type { BundleManifest, Table } from '#lib/domain/bundle.ts';
import type { Cube } from '#lib/domain/cube.ts';
import type { DisclosureSettings } from '#lib/domain/disclosure.ts';
import type { Problem } from '#lib/domain/problem.ts';
import type { BundleAudit } from '#lib/disclosure/audit-bundle.ts';
import type { ProtectionSummary } from '#lib/disclosure/protect-bundle.ts';
import type { Relation } from '#lib/disclosure/relations.ts';
import type { BesideOfficial } from '#lib/db/beside-official.ts';
import type { EncodedAlone } from '#lib/db/encoded-alone.ts';
import type { GivenFile, Preview, Recognised } from '#lib/sources/given/given.ts';

/** What a bundle is given as: the draft itself, an earlier release of it, or the release for the other audience. */
export const ROLES = ['draft', 'earlier', 'other'] as const;
export type Role = (typeof ROLES)[number];

export type Audience = BundleManifest['audience'];

/** A bundle that was read, without its figures. */
export interface ReadBundle {
  readonly manifest: BundleManifest;
  readonly cubes: readonly Cube[];
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>;
  /** Figures in all tables: where a number is out of another, both are counted. */
  readonly figures: number;
  /** Ids of the areas that it has figures of, rather than those they lie in. */
  readonly areas: readonly string[];
  /** Titles of the releases that it keeps, oldest first. */
  readonly releases: readonly string[];
}

/** The official figures that go with a bundle. */
export interface OfficialBeside {
  readonly manifest: BundleManifest;
  readonly cubes: readonly Cube[];
  /** Names of the areas that both have. */
  readonly areas: readonly string[];
}

export interface Asked {
  readonly settings: DisclosureSettings;
  readonly audience: Audience;
  /** ISO date. */
  readonly madeOn: string;
}

/** What was withheld of one table: how many figures, never which for which reason. */
export interface TableResult {
  readonly table: Pick<Table, 'id' | 'title'>;
  readonly cells: number;
  readonly withheld: number;
}

export interface SafeRelease {
  readonly outcome: 'safe';
  readonly zip: Uint8Array<ArrayBuffer>;
  readonly manifest: BundleManifest;
  readonly hash: string;
  readonly summary: ProtectionSummary;
  readonly tables: readonly TableResult[];
  /** Ids of figures that others’ publications give away. */
  readonly givenAway: readonly string[];
  readonly untrue: readonly Relation[];
  /** Words in which somebody should look for withheld numbers. */
  readonly warnings: readonly Problem[];
}

/** Why nothing may be published. */
export type NoRelease =
  | { readonly outcome: 'no safe set'; readonly cells: readonly string[]; readonly keep: readonly string[] }
  | { readonly outcome: 'leaks'; readonly audit: BundleAudit }
  | { readonly outcome: 'contradiction'; readonly message: string };

export type Protection = SafeRelease | NoRelease;

export interface Checked {
  readonly safe: boolean;
  /** Numbers shown of figures that contradict one another, by id. */
  readonly shown: Readonly<Record<string, number>>;
  readonly audit: BundleAudit;
  readonly settings: DisclosureSettings;
}

/** Safe figures encoded for the pages: by themselves where they hold a whole country, else beside official ones. */
export interface OwnReady {
  readonly encoded: BesideOfficial | EncodedAlone;
  /** The bundle itself, for keeping on this machine. */
  readonly zip: Uint8Array<ArrayBuffer>;
}

/** One page of a table of the draft, as text. */
export interface DraftRows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly of: number;
}

export interface Progress {
  readonly stage: 'reading' | 'comparing' | 'withholding' | 'checking' | 'writing';
  readonly done: number;
  readonly of: number;
}

export interface Addresses {
  readonly solver: string;
  /** Of the folder of official figures, with a slash at its end. */
  readonly official: string;
}

export type DraftRequest =
  | { readonly kind: 'start'; readonly addresses: Addresses }
  | { readonly kind: 'read'; readonly role: Role; readonly files: readonly GivenFile[] }
  | { readonly kind: 'drop'; readonly role: Role }
  | { readonly kind: 'rows'; readonly table: string; readonly from: number }
  | { readonly kind: 'protect'; readonly asked: Asked }
  | { readonly kind: 'check' }
  | { readonly kind: 'show' }
  | { readonly kind: 'reopen'; readonly zip: Uint8Array<ArrayBuffer> };

/** What each request is answered with. */
export interface DraftResults {
  readonly start: 'ready';
  readonly read: {
    readonly bundle?: ReadBundle;
    readonly official?: OfficialBeside;
    readonly problems: readonly Problem[];
    /** What stands at each of the first problems, as the reader wrote it. */
    readonly previews: readonly (Preview | undefined)[];
    /** What was read otherwise than it was written, for the reader to confirm. */
    readonly recognised: readonly Recognised[];
  };
  readonly drop: 'dropped';
  readonly rows: DraftRows;
  readonly protect: Protection;
  readonly check: Checked;
  readonly show: OwnReady;
  readonly reopen: OwnReady;
}
export type DraftKind = keyof DraftResults;

export type DraftAnswer =
  | { readonly kind: 'awake' }
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'failed'; readonly message: string }
  | {
      [Kind in DraftKind]: { readonly kind: Kind; readonly result: DraftResults[Kind] };
    }[DraftKind];

const REQUESTS: readonly DraftKind[] = [
  'start',
  'read',
  'drop',
  'rows',
  'protect',
  'check',
  'show',
  'reopen'
];
const ANSWERS: readonly string[] = ['awake', 'progress', 'failed', ...REQUESTS];

const kindOf = (data: unknown): unknown =>
  typeof data === 'object' && data !== null && 'kind' in data ? data.kind : undefined;

/** Whether what came to the worker is one of our requests: other messages may come from tools of the browser. */
export function isRequest(data: unknown): data is DraftRequest {
  const kind = kindOf(data);
  return REQUESTS.some((each) => each === kind);
}

/** Whether what came from the worker is one of its answers. */
export function isAnswer(data: unknown): data is DraftAnswer {
  const kind = kindOf(data);
  return typeof kind === 'string' && ANSWERS.includes(kind);
}
