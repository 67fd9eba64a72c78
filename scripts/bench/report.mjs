import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runNode } from '../setup/child.mjs';
import { Halt } from '../setup/halt.mjs';
import { ROOT } from '../setup/paths.mjs';
import { step } from '../setup/progress.mjs';

const SCREEN_LIMIT = 3;
const PDF_LIMIT = 20;

/**
 * A pack of more than twenty figures of the made-up partnership: from its pages to a document that is laid out, beside the same
 * drawings, one for a sheet and one for a phone of each chart, by bare Plot in the same process; and from the command to the PDF.
 *
 * @returns {Promise<import('./measures.mjs').Measure[]>}
 */
export async function measureReport() {
  return step('Making a pack', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bench-report-'));
    try {
      const file = join(ROOT, 'scripts', 'bench', 'report-timed.ts');
      const ended = await runNode(['--import', import.meta.resolve('tsx'), file, folder]);
      const told = /^TIMED (.*)$/m.exec(ended.output)?.[1];
      if (ended.code !== 0 || told === undefined)
        throw new Halt(`The pack could not be made.\n${ended.output}`);
      const { figures, screen, bare, pdf } = JSON.parse(told);
      return [
        {
          name: `a pack of ${figures} figures on screen`,
          value: screen,
          unit: 'ms',
          yardstick: bare,
          limit: SCREEN_LIMIT
        },
        { name: '  the same as PDF, its figures opened', value: pdf / 1000, unit: 's', limit: PDF_LIMIT }
      ];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}
