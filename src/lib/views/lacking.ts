/** Why a figure that no table holds is not here, as it is true of those whose figures an area’s are. */
import type { Area } from '#lib/domain/area.ts';
import type { Lack } from '#lib/words/absence.ts';
import type { Context } from './context.ts';
import { isAbroad } from './setting.ts';
import { isOwn } from './tiers.ts';

type Here = Pick<Context, 'catalogue' | 'area'>;

/** Whether what is loaded is a release of somebody’s own, and not official statistics. */
export const isRelease = ({ manifest, own }: Here['catalogue']): boolean =>
  own === undefined &&
  (manifest.disclosure !== undefined || manifest.synthetic === true || manifest.audience === 'restricted');

/** Of a country and its regions there are figures of its publisher alone, whatever stands beside them. */
const isLocal = ({ kind }: Area): boolean => kind !== 'country' && kind !== 'region';

/** A partnership’s own figures lack what it did not supply, official ones what is not published. */
export function lackOf(here: Here): Lack {
  if (isOwn(here)) return 'own';
  if (isAbroad(here.catalogue)) return 'abroad';
  return isRelease(here.catalogue) && isLocal(here.area) ? 'own' : 'published';
}

/** The authority that a locality is part of; undefined of any other area. */
export const wholeOf = ({ catalogue, area }: Here): Area | undefined =>
  area.kind === 'locality' ? catalogue.manifest.areas.find(({ id }) => id === area.parent) : undefined;
