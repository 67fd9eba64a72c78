/** The authorities of a partnership side by side, each in the ages it gives: never added up. */
import { isKnown } from '#lib/domain/cell.ts';
import { agedText, besideCountry, categoryNote, partText } from '#lib/words/age.ts';
import { reasonText } from '#lib/words/absence.ts';
import { listed, sentence } from '#lib/words/number.ts';
import type { Area } from '#lib/domain/area.ts';
import type { Slot, Statement } from '../model.ts';
import { authoritiesOf } from '../side-by-side.ts';
import type { AgesAt } from './ages.ts';
import { nearestToOlder, type Band } from './bands.ts';
import { olderShare, partSentence } from './older-share.ts';
import { sourcesAt, type AgePage } from './page.ts';

interface Side {
  readonly area: Area;
  readonly ages: AgesAt | undefined;
  readonly band: Band | undefined;
}

/** What each authority has of what the first of them that has any is led with. */
export function sidesOf({ context, ages, lead }: AgePage): readonly Side[] {
  if (lead) return [];
  return authoritiesOf(context).map((area) => {
    const [own] = ages.at(area.id);
    return { area, ages: own, band: own?.older ?? (own && nearestToOlder(own.cut)) };
  });
}

function said(page: AgePage, { area, ages, band }: Side): string | undefined {
  if (!ages || !band) return undefined;
  const part = partSentence({ ages, band });
  const { numerator } = ages.share(band);
  if (!isKnown(numerator)) return `${area.name}, ${agedText(band)}: ${reasonText(numerator.reason)}.`;
  if (part === undefined) return undefined;
  const { percent, comparison } = olderShare(page, ages, band);
  return `${area.name}: ${part}${percent === undefined ? '' : ` ${besideCountry(page.countryName, percent, comparison)}`}`;
}

/** The message of a page of a partnership; undefined for any other, and where none of its authorities tells. */
export function sidesText(page: AgePage): Statement | undefined {
  const sides = sidesOf(page);
  const told = sides.flatMap((side) => {
    const text = said(page, side);
    return text === undefined ? [] : [text];
  });
  const [first] = sides.flatMap(({ ages }) => ages ?? []);
  if (told.length === 0 || !first) return undefined;
  const silent = sides.filter((side) => said(page, side) === undefined).map(({ area }) => area.name);
  const rest = silent.length === 0 ? '' : ` ${listed(silent)}: not supplied.`;
  return {
    text: `${told.join(' ')}${rest}`,
    mark: first.counted.mark,
    indicator: first.counted.indicator,
    notes: page.context.notes.add(categoryNote(page.countryName))
  };
}

/** `Aged 10 to 15: 48 of 179 in Kestrelshire. Aged 7 to 15: 29 of 144 in Lanternport`; undefined where none is known. */
function sidesTitle(sides: readonly Side[]): string | undefined {
  const told = sides.flatMap(({ area, ages, band }) => {
    const share = ages && band && ages.share(band);
    return share && isKnown(share.numerator) && isKnown(share.denominator)
      ? [
          `${sentence(agedText(band))}: ${partText(share.numerator.value, share.denominator.value)} in ${area.name}`
        ]
      : [];
  });
  return told.length === 0 ? undefined : told.join('. ');
}

export function sidesSlot(page: AgePage): Slot | undefined {
  const { context, when } = page;
  const sides = sidesOf(page);
  const message = sidesText(page);
  const [first] = sides.flatMap(({ ages }) => ages ?? []);
  if (!message || !first) return undefined;
  const rows = sides.flatMap(({ area, ages }) =>
    (ages ? [...ages.cut, ...(ages.older ? [ages.older] : [])] : []).map((band) => ({ area, ages, band }))
  );
  const cuts = new Set(sides.flatMap(({ ages }) => (ages ? [ages.cut.map(({ id }) => id).join()] : [])));
  const caption = `${first.counted.name} by age, each authority of ${context.area.name}, ${when}`;
  return {
    id: 'ages',
    heading: 'Each authority, by age',
    statements: [
      {
        text:
          cuts.size > 1
            ? 'The authorities give different sets of ages, so they stand side by side and are neither compared nor added up.'
            : 'They stand side by side and are never added up.'
      }
    ],
    figures: [],
    charts: [],
    tables: [
      {
        id: 'ages',
        title: sidesTitle(sides) ?? caption,
        mark: first.counted.mark,
        table: {
          caption,
          columns: [
            { key: 'area', label: 'Authority', kind: 'text' },
            { key: 'age', label: 'Age', kind: 'text' },
            { key: 'count', label: 'Children', kind: 'number' },
            { key: 'all', label: 'At all ages', kind: 'number' },
            { key: 'rate', label: 'Rate', kind: 'number', decimals: 1, unit: 'per 10,000 of that age' }
          ],
          rows: rows.flatMap(({ area, ages, band }) =>
            ages
              ? [
                  {
                    area: area.name,
                    age: band.name,
                    count: ages.count(band),
                    all: ages.count(),
                    rate: ages.rate(band).value
                  }
                ]
              : []
          )
        },
        ...(message.notes ? { notes: message.notes } : {}),
        covers: when,
        sources: sourcesAt(page, ...sides.map(({ ages }) => ages)),
        file: `ages-${context.area.slug}-${context.period.id}`
      }
    ]
  };
}
