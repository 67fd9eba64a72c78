/** What an indicator of any kind says for an area and a period: numbers from cells, states and counts from registers. */
import { giveOneAway, WITHHELD } from '#lib/disclosure/may-say.ts';
import { isKnown, known, NOT_SUPPLIED, type Cell } from '#lib/domain/cell.ts';
import type { Period } from '#lib/domain/period.ts';
import type { PlacedIndicator, PlacedOutcome } from '#lib/domain/placed-indicator.ts';
import type { PlacedTerm } from '#lib/domain/term.ts';
import type { Catalogue } from '#lib/db/catalogue.ts';
import type { CellLookup } from '#lib/queries/cells.ts';
import type { Inflation } from '#lib/stats/inflation.ts';
import { evaluate, type Result } from './evaluate.ts';

export interface State {
  readonly inPlace: 'yes' | 'no' | 'draft';
  readonly reviewedOn?: string;
  readonly reviewDue?: string;
  /** False once the date for review has passed at the end of the period. */
  readonly inDate?: boolean;
  /** The list holds one review of each document, and this one came after the period: what was in place then is not told. */
  readonly later?: boolean;
}

export interface Part {
  readonly id: string;
  readonly name: string;
  readonly result: Result;
}

export interface Answer extends Result {
  /** Kind `outcomes`: each outcome, the lead first. */
  readonly parts?: readonly Part[];
  /** Kind `state`. */
  readonly state?: State;
  /** Kind `coverage` over parts: which are supplied. */
  readonly covered?: readonly { readonly id: string; readonly name: string; readonly supplied: boolean }[];
}

export interface Asked {
  readonly catalogue: Catalogue;
  readonly indicator: PlacedIndicator;
  readonly lookup: CellLookup;
  readonly area: string;
  readonly period: Period;
  readonly inflation?: Inflation | undefined;
}

function outcomeAs(indicator: PlacedIndicator, { numerator, denominator }: PlacedOutcome): PlacedIndicator {
  return { ...indicator, numerator, denominator };
}

/**
 * Whether outcomes may be all that became of the whole: unless each is a member of one partition of it, and a member
 * that is none of them, and not those of whom it is not known, is in the whole too.
 */
function mayBeWhole(
  { kinds }: Pick<Catalogue, 'kinds'>,
  outcomes: readonly Pick<PlacedOutcome, 'numerator' | 'denominator'>[]
): boolean {
  const own = outcomes.map(({ numerator, denominator }) =>
    Object.entries(numerator.members ?? {}).filter(
      ([dimension, member]) => String(denominator.members?.[dimension]) !== String(member)
    )
  );
  const [first] = outcomes;
  const id = own[0]?.[0]?.[0];
  if (!first || id === undefined || own.some((dims) => dims.length !== 1 || dims[0]?.[0] !== id)) return true;
  const { cube, measure, members = {} } = first.denominator;
  const among = outcomes.every(
    ({ numerator, denominator }) =>
      numerator.cube === cube && numerator.measure === measure && isSame(denominator, first.denominator)
  );
  const dimension = kinds[cube]?.dimensions.find((each) => each.id === id);
  if (!among || dimension?.relation !== 'partition') return true;
  const told = new Set(own.flatMap((dims) => dims.flatMap(([, member]) => member)));
  const all = members[id] === undefined ? Object.keys(dimension.members) : [members[id]].flat();
  return all.every((member) => member === dimension.unknown || told.has(member));
}

function isSame(one: PlacedTerm, other: PlacedTerm): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Where parts that may be a whole are known but for one, they would give that one away, and none is told. */
function outcomesOf(asked: Asked): readonly Part[] {
  const { catalogue, indicator, lookup, area, period, inflation } = asked;
  const { outcomes = [] } = indicator;
  const parts = outcomes.map((outcome) => ({
    id: outcome.id,
    name: outcome.name,
    result: evaluate(outcomeAs(indicator, outcome), lookup, area, period, inflation)
  }));
  return mayBeWhole(catalogue, outcomes) && giveOneAway(parts.map(({ result }) => result.value))
    ? parts.map((part) => ({ ...part, result: untold(part.result) }))
    : parts;
}

function untold({ ranges: _, ...result }: Result): Result {
  return { ...result, numerator: WITHHELD, value: WITHHELD };
}

/** As the register of documents has it; a strategy past its date for review is in place and out of date. */
function stateOf({ catalogue, indicator, period }: Asked): State | undefined {
  const row = (catalogue.registers.documents ?? []).find(({ document }) => document === indicator.document);
  if (!row) return undefined;
  const { in_place: inPlace, reviewed_on: reviewedOn, review_due: reviewDue } = row;
  return {
    inPlace,
    ...(reviewedOn && reviewedOn > period.end ? { later: true } : {}),
    ...(reviewedOn ? { reviewedOn } : {}),
    ...(reviewDue ? { reviewDue, inDate: reviewDue >= period.end } : {})
  };
}

/** Somebody supplied it, whatever it says: a withheld figure is supplied. */
const ABSENT: readonly string[] = ['notSupplied', 'notSubmitted', 'late', 'notAvailable', 'noCode'];

function isSupplied(cell: Cell): boolean {
  return isKnown(cell) || !ABSENT.includes(cell.reason);
}

type Covered = Pick<Answer, 'numerator' | 'denominator' | 'covered'>;

function coverageOf({ catalogue, indicator, lookup, area, period }: Asked): Covered | undefined {
  const { coverage } = indicator;
  if (!coverage) return undefined;
  const suppliedAt = (terms: readonly PlacedTerm[], at: string) =>
    terms.some((term) => isSupplied(lookup(term, area, at)));
  if (coverage.over === 'parts') {
    const covered = coverage.parts.map(({ id, name, terms }) => ({
      id,
      name,
      supplied: suppliedAt(terms, period.id)
    }));
    return {
      numerator: known(covered.filter(({ supplied }) => supplied).length),
      denominator: known(covered.length),
      covered
    };
  }
  const upTo = catalogue.manifest.periods.filter(
    ({ kind, end }) => kind === period.kind && end <= period.end
  );
  const reported = upTo.flatMap((at) => {
    const parts = coverage.parts.filter(({ terms }) => suppliedAt(terms, at.id));
    return parts.length === 0 ? [] : [parts.map(({ id }) => id)];
  });
  const only = reported.filter((ids) => ids.every((id) => id === coverage.only));
  return { numerator: known(only.length), denominator: known(reported.length) };
}

/** The same day so many years earlier. */
function yearsBefore(date: string, years: number): string {
  return `${String(Number(date.slice(0, 4)) - years)}${date.slice(4)}`;
}

function countOfRegister({ catalogue, indicator, period }: Asked): Cell {
  const { register } = indicator;
  const rows = register && catalogue.registers[register.name];
  if (!rows) return NOT_SUPPLIED;
  const from = yearsBefore(period.end, register.years);
  return known(
    rows.filter(
      ({ date, kind }) =>
        date > from && date <= period.end && (register.kind === undefined || kind === register.kind)
    ).length
  );
}

function counted(asked: Asked, cell: Cell): Answer {
  const { indicator, area, period } = asked;
  return { indicator, area, period: period.id, numerator: cell, denominator: cell, value: cell };
}

/** Works out an indicator of any kind. What is not supplied is missing as `notSupplied`, and never zero. */
export function answer(asked: Asked): Answer {
  const { indicator, lookup, area, period, inflation } = asked;
  switch (indicator.kind) {
    case 'state': {
      const state = stateOf(asked);
      return state
        ? { ...counted(asked, known(state.inPlace === 'yes' ? 1 : 0)), state }
        : counted(asked, NOT_SUPPLIED);
    }
    case 'coverage': {
      const covered = coverageOf(asked);
      if (!covered) return counted(asked, NOT_SUPPLIED);
      const { numerator, denominator } = covered;
      const share =
        isKnown(numerator) && isKnown(denominator) && denominator.value > 0
          ? known((numerator.value / denominator.value) * 100)
          : NOT_SUPPLIED;
      return { ...counted(asked, share), ...covered };
    }
    case 'outcomes': {
      const parts = outcomesOf(asked);
      const [lead] = parts;
      return lead ? { ...lead.result, indicator, parts } : counted(asked, NOT_SUPPLIED);
    }
    case 'count':
      if (indicator.register) return counted(asked, countOfRegister(asked));
      return evaluate(indicator, lookup, area, period, inflation);
    case 'derived':
      return counted(asked, NOT_SUPPLIED);
    case 'share':
    case 'rate':
    case 'ratio':
    case 'context':
      return evaluate(indicator, lookup, area, period, inflation);
  }
}
