import type { Area } from '#lib/domain/area.ts';

/**
 * The area of loaded figures that a page opens on before its reader has chosen one: the first authority of their
 * partnership, else the only authority there is; undefined where nothing tells whose figures they are.
 */
export function ownArea(areas: readonly Area[]): Area | undefined {
  const authorities = areas.filter(({ kind }) => kind === 'authority');
  const partnerships = areas.filter(({ kind }) => kind === 'partnership').map(({ id }) => id);
  const member = authorities.find(({ parent }) => parent !== undefined && partnerships.includes(parent));
  return member ?? (authorities.length === 1 ? authorities[0] : undefined);
}
