import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { ROOT } from './paths.mjs';
import { filesUnder } from './stamp.mjs';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
const KINDS = new Set([
  '.html',
  '.js',
  '.css',
  '.json',
  '.wasm',
  '.arrow',
  '.svg',
  '.csv',
  '.txt',
  '.webmanifest'
]);
const SMALLEST = 1024;
/** From here on a copy is kept in .cache/compressed, by hash: the engine takes long and never changes. */
const KEPT = 200_000;

/** @param {string} file @param {number} size */
const quality = (file, size) => (file.endsWith('.html') ? 6 : size > KEPT ? 10 : 9);

/**
 * Writes a .gz, and where asked a .br, beside every file of a built site that gains from it, for hosts that can
 * send them. The first takes seconds, the second a minute and more.
 *
 * @param {string} folder
 * @param {{ brotli: boolean }} choice
 * @returns {Promise<number>} how many files have a compressed copy
 */
export async function compressFolder(folder, { brotli: most }) {
  const files = filesUnder(folder).filter((file) => KINDS.has(extname(file)));
  const queue = files.values();
  let done = 0;
  const worker = async () => {
    for (const file of queue) {
      const content = readFileSync(file);
      if (content.length < SMALLEST) continue;
      const smallest = () =>
        brotli(content, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: quality(file, content.length),
            [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
            [constants.BROTLI_PARAM_LGWIN]: content.length > KEPT ? 24 : 22
          }
        });
      await Promise.all([
        ...(most ? [kept(content, `${file}.br`, smallest)] : []),
        kept(content, `${file}.gz`, () => zip(content, { level: most ? 9 : 6 }))
      ]);
      done += 1;
    }
  };
  await Promise.all([worker(), worker()]);
  return done;
}

/** @param {Buffer} content @param {string} target @param {() => Promise<Buffer>} make */
async function kept(content, target, make) {
  if (content.length < KEPT || target.includes('.html.')) return writeFileSync(target, await make());
  const store = join(ROOT, '.cache', 'compressed');
  const copy = join(store, createHash('sha256').update(content).digest('hex') + extname(target));
  if (!existsSync(copy)) {
    mkdirSync(store, { recursive: true });
    writeFileSync(copy, await make());
  }
  copyFileSync(copy, target);
}
