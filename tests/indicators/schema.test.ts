import { readFile, readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { SCHEMA_FILE, schemaText } from '../../scripts/schema.ts';

describe('the JSON Schema of indicators', () => {
  it('is what the code would write today (npm run lens -- schema)', async () => {
    expect(await readFile(SCHEMA_FILE, 'utf8')).toBe(await schemaText());
  });
  it('is named by every indicator file, so that an editor finds it', async () => {
    const files = (await readdir('data/indicators')).filter((file) => file.endsWith('.json'));
    const without = await Promise.all(
      files.map(async (file) =>
        (await readFile(`data/indicators/${file}`, 'utf8')).includes(
          '"$schema": "../schemas/indicator.schema.json"'
        )
          ? []
          : [file]
      )
    );
    expect(without.flat()).toEqual([]);
  });
});
