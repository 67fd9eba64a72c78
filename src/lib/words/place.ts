import type { Area } from '#lib/domain/area.ts';

const WITH_ARTICLE = /^((North|South) (East|West)|(East|West) Midlands|East of England)$/;

/** A region as a sentence names it: `the East Midlands`, `London`, `Yorkshire and The Humber`. */
export function regionInSentence(name: string): string {
  return WITH_ARTICLE.test(name) ? `the ${name}` : name;
}

/**
 * A country as a sentence names it. That its figures are made up is said by the mark of every page and file, and by the
 * labels of charts and tables, and not again each time it is named.
 */
export function countryInSentence(name: string): string {
  return name.replace(/ \(made up\)$/, '');
}

/** `the East Midlands`, `Leicestershire`, `England`. */
export function areaInSentence({ kind, name }: Pick<Area, 'kind' | 'name'>): string {
  return kind === 'region' ? regionInSentence(name) : kind === 'country' ? countryInSentence(name) : name;
}
