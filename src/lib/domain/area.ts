import { z } from './zod.ts';

export const AreaKind = z.enum(['country', 'region', 'authority', 'partnership', 'locality']);
export type AreaKind = z.infer<typeof AreaKind>;

/** A code an area had: ONS (`E06000017`) or DfE three-digit (`857`), and the years it was in use where they are known. */
export const AreaCode = z.strictObject({
  scheme: z.enum(['ons', 'dfe']),
  code: z.string().min(1),
  from: z.int().optional(),
  to: z.int().optional()
});
export type AreaCode = z.infer<typeof AreaCode>;

/**
 * `id` is the area's lasting identity: `la855` from DfE's three-digit code, which survives a change of ONS code,
 * or the ONS code of a region or country. `slug` is how the address of a page spells it.
 */
export const Area = z.strictObject({
  id: z.string().regex(/^[A-Za-z][A-Za-z0-9-]*$/, 'letters, digits and hyphens, a letter first'),
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens'),
  kind: AreaKind,
  name: z.string().min(1),
  codes: z.array(AreaCode),
  parent: z.string().optional(),
  /** Areas this one took over from, whose figures are never joined to its own. */
  predecessors: z.array(z.string()).optional(),
  /** First and last reporting year with figures of its own, where it has not always existed. */
  from: z.int().optional(),
  to: z.int().optional(),
  note: z.string().optional(),
  /** Where a locality lies among those beside it, on a grid from north to south and from west to east. */
  tile: z.strictObject({ column: z.int().min(0).max(40), row: z.int().min(0).max(40) }).optional()
});
export type Area = z.infer<typeof Area>;

/** `Bristol, City of` → `bristol-city-of`. */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’.]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** The partnership that an area belongs to; undefined for a partnership itself. */
export function partnershipAbove({ parent }: Pick<Area, 'parent'>, areas: readonly Area[]): Area | undefined {
  return areas.find(({ id, kind }) => id === parent && kind === 'partnership');
}

/** The partnership that an area is, or belongs to. */
export function partnershipOf(area: Area, areas: readonly Area[]): Area | undefined {
  return area.kind === 'partnership' ? area : partnershipAbove(area, areas);
}

/** The other authorities of the partnership that an authority belongs to, in the order of the areas. */
export function siblingsOf(area: Area, areas: readonly Area[]): readonly Area[] {
  const partnership = partnershipAbove(area, areas);
  return area.kind === 'authority' && partnership !== undefined
    ? areas.filter(
        ({ id, kind, parent }) => kind === 'authority' && parent === partnership.id && id !== area.id
      )
    : [];
}
