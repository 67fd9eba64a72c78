import type { Area } from '#lib/domain/area.ts';

const WITH_ARTICLE = /^((North|South) (East|West)|(East|West) Midlands|East of England)$/;

/** A region as a sentence names it: `the East Midlands`, `London`, `Yorkshire and The Humber`. */
export function regionInSentence(name: string): string {
  return WITH_ARTICLE.test(name) ? `the ${name}` : name;
}

/** `the East Midlands`, `Leicestershire`, `England`. */
export function areaInSentence({ kind, name }: Pick<Area, 'kind' | 'name'>): string {
  return kind === 'region' ? regionInSentence(name) : name;
}
