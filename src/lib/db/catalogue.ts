import type { BundleManifest, Source, Tier } from '#lib/domain/bundle.ts';
import type { OfficialCheck } from '#lib/domain/disclosure.ts';
import type { Dimension, Measure, Supply } from '#lib/domain/cube.ts';
import type { Area } from '#lib/domain/area.ts';
import type { Indicator } from '#lib/domain/indicator.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import type { Neighbour, Registers } from '#lib/domain/register.ts';
import type { Inflation } from '#lib/stats/inflation.ts';
import type { UsualChange } from '#lib/stats/usual-change.ts';
import type { Dictionary } from './dictionary.ts';

/** A dimension as a reader is told of it. */
export interface NamedDimension {
  readonly id: string;
  readonly name: string;
  readonly relation: 'partition' | 'multiple' | 'nested';
  readonly members: readonly NamedMember[];
}

/** `from` and `to`: of an age, its completed years; without `to` it has no upper end. */
export interface NamedMember {
  readonly id: string;
  readonly name: string;
  readonly from?: number;
  readonly to?: number;
}

/** A kind of count, loaded or not: what it counts, and how a partnership can supply it. */
export interface CountKind {
  readonly name: string;
  readonly about: string;
  /** The tier of help of everybody it counts, where that is one. */
  readonly tier?: string;
  readonly measures: readonly Pick<Measure, 'id' | 'name' | 'kind' | 'unit'>[];
  /** Names of what indicators name of its dimensions. */
  readonly dimensions: readonly {
    readonly id: string;
    readonly name: string;
    readonly relation: Dimension['relation'];
    /** The member that means not recorded, named or not. */
    readonly unknown?: string;
    readonly members: Readonly<Record<string, string>>;
  }[];
  readonly supply: readonly Supply[];
}

/** The latest figure that is known of the whole country. */
export interface NationalFigure {
  readonly period: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly value: number;
}

export interface CubeFile {
  readonly cube: string;
  readonly dimensions: readonly NamedDimension[];
  /** File names beside the catalogue, in order; each an Arrow IPC stream. */
  readonly files: readonly string[];
  /**
   * Rows as they were published that no page may say, since neglect beside them is withheld: in `files` they are
   * withheld too. They are never put in the database; disclosure control reads them, since others can.
   */
  readonly unsaid: readonly string[];
  readonly rows: number;
  readonly bytes: number;
}

/** How much of what was published is withheld. */
export interface Withholding {
  /** By table: figures as they were published, shown or withheld, and those withheld. */
  readonly tables: Readonly<Record<string, { readonly figures: number; readonly withheld: number }>>;
  /** SHA-256 of a release that tells how it was protected. */
  readonly hash?: string;
  /** What a check of official figures counted. */
  readonly official?: OfficialCheck;
}

/** A partnership’s own figures, where they stand beside official ones. */
export interface OwnFigures {
  readonly title: string;
  readonly publisher: string;
  /** Ids of their areas, tables and sources. */
  readonly areas: readonly string[];
  readonly tables: readonly string[];
  readonly sources: readonly string[];
  /** The last day of the last year that is published. */
  readonly after: string;
  /** By area, the reporting years since then with figures of its own. */
  readonly yearsAfter: Readonly<Record<string, readonly string[]>>;
  /** How each indicator is worked out for those areas. */
  readonly indicators: readonly PlacedIndicator[];
  /** The same in years since then: from own figures alone. */
  readonly later: readonly PlacedIndicator[];
  /** Ids of the indicators that are worked out in another way for them than for all others. */
  readonly otherwise: readonly string[];
  /** The tiers of official figures, which are those of every other area. */
  readonly publishedTiers: readonly Tier[];
  /** Indicators that the figures answer for quarters, months or rounds, and for no year. */
  readonly notByYear: readonly string[];
}

/** All that is known of a loaded bundle before any figure of it is read. */
export interface Catalogue {
  readonly manifest: BundleManifest;
  readonly dictionary: Dictionary;
  readonly cubes: readonly CubeFile[];
  readonly tableRows: Readonly<Record<string, number>>;
  readonly withholding: Withholding;
  readonly neighbours: readonly Neighbour[];
  /** The other registers; neighbours stand apart. */
  readonly registers: Omit<Registers, 'neighbours'>;
  /** Every indicator that is defined, supplied or not. */
  readonly indicators: readonly PlacedIndicator[];
  /** By cube that an indicator reads, loaded or not. */
  readonly kinds: Readonly<Record<string, CountKind>>;
  /** By indicator with a figure for the whole country: the latest one, for lists that start no engine. */
  readonly national: Readonly<Record<string, NationalFigure>>;
  /** By indicator: how big a year's change usually is, over all authorities and years of the release. */
  readonly usualChange: Readonly<Record<string, UsualChange>>;
  /** By indicator: how many times more its figures vary from year to year than chance alone would have them. */
  readonly inflation: Readonly<Record<string, Inflation>>;
  /** Absent where all figures are one publisher’s. */
  readonly own?: OwnFigures;
  /** Vintages of the earlier editions that are kept beside these, each with a catalogue of its own; absent without one. */
  readonly editions?: readonly string[];
}

const without = <T>(record: Readonly<Record<string, T>>, ids: readonly string[]) =>
  Object.fromEntries(Object.entries(record).filter(([id]) => !ids.includes(id)));

/**
 * The catalogue as it is for one area and day: in an area with own figures, indicators are worked out from those where
 * that is the better way, and after the last year that is published from those alone. What is known of how official
 * figures vary does not tell how own ones do.
 */
export function catalogueFor(catalogue: Catalogue, area: string, end?: string): Catalogue {
  const { own } = catalogue;
  if (own?.areas.includes(area) !== true) return catalogue;
  if (end !== undefined && end > own.after)
    return { ...catalogue, indicators: own.later, usualChange: {}, inflation: {} };
  return {
    ...catalogue,
    indicators: own.indicators,
    usualChange: without(catalogue.usualChange, own.otherwise),
    inflation: without(catalogue.inflation, own.otherwise)
  };
}

export const CATALOGUE_FILE = 'catalogue.json';

/** Where an earlier edition is, beside the catalogue of the present figures. */
export const editionFolder = (vintage: string): string => `editions/${vintage}`;

/** The sources that pages lead with, whose vintage a link names. */
export function leadSources({ manifest, own }: Pick<Catalogue, 'manifest' | 'own'>): readonly Source[] {
  const [first] = manifest.sources;
  const theirs = own === undefined ? [] : manifest.sources.filter(({ id }) => own.sources.includes(id));
  return [...new Set([...(first === undefined ? [] : [first]), ...theirs])];
}

/** Every indicator with all its ways, beside the catalogue: for figures that a reader loads. */
export const INDICATORS_FILE = 'indicators.json';

/** Reads a catalogue that the build wrote; it was validated then. */
export function readCatalogue(bytes: Uint8Array): Catalogue {
  return JSON.parse(new TextDecoder().decode(bytes)) as Catalogue;
}

/** Reads the indicators that the build wrote; they were validated then. */
export function readIndicators(bytes: Uint8Array): readonly Indicator[] {
  return JSON.parse(new TextDecoder().decode(bytes)) as readonly Indicator[];
}

/** The area that an address names: by slug, id, ONS code or DfE code. */
export function findArea(catalogue: Catalogue, name: string): Area | undefined {
  const { areas } = catalogue.manifest;
  const wanted = name.toLowerCase();
  return (
    areas.find((area) => area.slug === wanted) ??
    areas.find((area) => area.id.toLowerCase() === wanted) ??
    areas.find((area) => area.codes.some(({ code }) => code.toLowerCase() === wanted))
  );
}
