import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compressFolder } from '../../scripts/setup/compress.mjs';

test('every build has .gz copies that unpack to the same file; .br copies are made only where asked', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lens-compress-'));
  const words = 'children on a plan '.repeat(200);
  const file = (name: string) => join(folder, name);
  try {
    writeFileSync(file('engine.wasm'), words);
    writeFileSync(file('index.html'), words);
    writeFileSync(file('small.json'), '{}');
    writeFileSync(file('picture.png'), words);
    expect(await compressFolder(folder, { brotli: false })).toBe(2);
    for (const name of ['engine.wasm', 'index.html']) {
      expect(gunzipSync(readFileSync(file(`${name}.gz`))).toString()).toBe(words);
      expect(existsSync(file(`${name}.br`))).toBe(false);
    }
    for (const name of ['small.json.gz', 'picture.png.gz']) expect(existsSync(file(name))).toBe(false);
    await compressFolder(folder, { brotli: true });
    expect(existsSync(file('engine.wasm.br'))).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
