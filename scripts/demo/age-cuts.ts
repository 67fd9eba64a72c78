import { ALL } from '#lib/domain/cube.ts';

/** The cut in which Lanternport gives ages, and that of the other two. */
export const OLDER_CUT = [ALL, 'unborn', 'under1', '1to4', '5to6', '7to15', '7to10', '11to15', '16plus'];
export const USUAL_CUT = [ALL, 'unborn', 'under1', '1to4', '5to9', '10to15', '16plus'];
