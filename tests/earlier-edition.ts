/** An earlier release of the made-up partnership in tests/bundles/standard, with what its later one revised. */
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { STANDARD } from './published.ts';

export const EARLIER_VINTAGE = '2025.1';

/** Row of the present release → the same row of the earlier one. */
const ROWS = {
  'riverbank,2026,open,neglect,all,52,,': 'riverbank,2026,open,neglect,all,50,,',
  'riverbank,2026,open,neglect,yes,52,,': 'riverbank,2026,open,neglect,yes,50,,',
  'riverbank,2026,open,emotional,all,41,,': 'riverbank,2026,open,emotional,all,43,,',
  'riverbank,2026,open,emotional,yes,20,,': 'riverbank,2026,open,emotional,yes,22,,',
  'riverbank,2025,open,sexual,all,,c,': 'riverbank,2025,open,sexual,all,6,,',
  'riverbank,2025,open,multiple,all,,c,': 'riverbank,2025,open,multiple,all,14,,',
  'riverbank,2025,open,sexual,yes,,c,': 'riverbank,2025,open,sexual,yes,4,,',
  'riverbank,2025,open,multiple,yes,,c,': 'riverbank,2025,open,multiple,yes,10,,'
};

async function replaced(file: string, changes: Readonly<Record<string, string>>): Promise<void> {
  let text = await readFile(file, 'utf8');
  for (const [now, then] of Object.entries(changes)) {
    if (!text.includes(now)) throw new Error(`${file} does not hold ${now}`);
    text = text.replace(now, then);
  }
  await writeFile(file, text);
}

/**
 * Writes both releases under a folder: `now` as it is, and `then`, in which counts of 2026 are other ones and four of
 * 2025 are not yet withheld. `publisher` is who answers for them.
 */
export async function writeTwoReleases(
  folder: string,
  publisher = 'Riverbank Safeguarding Partnership'
): Promise<{ readonly now: string; readonly then: string }> {
  const [now, then] = [join(folder, 'now'), join(folder, 'then')];
  for (const each of [now, then]) {
    await cp(STANDARD, each, { recursive: true });
    await replaced(join(each, 'bundle.json'), {
      '"publisher": "Riverbank Safeguarding Partnership",\n  "audience"': `"publisher": "${publisher}",\n  "audience"`
    });
  }
  await replaced(join(then, 'bundle.json'), { '"vintage": "2026"': `"vintage": "${EARLIER_VINTAGE}"` });
  await replaced(join(then, 'cubes', 'plans-category-p.csv'), ROWS);
  return { now, then };
}
