/** What Explore shows of published figures and of the made-up partnership. */
import { cubes } from '#lib/store/cubes.ts';
import type { ExploreChoice } from '#lib/selection/explore.ts';
import { explore, type Explored } from '#lib/views/explore/explore.ts';
import { sharedFacts } from '../../published.ts';

export const published = await sharedFacts();
export const demo = await sharedFacts('data/demo');

export async function shown(asked: ExploreChoice, facts = published): Promise<Explored> {
  const answer = await explore(facts, cubes(), asked);
  if ('why' in answer) throw new Error(answer.why);
  return answer;
}

export const NEGLECT = { aspect: 'category_latest', value: 'neglect' };
export const BY_CATEGORY: ExploreChoice = {
  count: 'plans',
  measure: 'open',
  by: ['category_latest'],
  periods: ['2024']
};
