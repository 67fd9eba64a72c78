import { writeFile } from 'node:fs/promises';
import { format } from 'prettier';
import { Indicator } from '#lib/domain/indicator.ts';
import { z } from '#lib/domain/zod.ts';

export const summary = 'the JSON Schema of indicator files, for an editor that completes and checks them';

export const SCHEMA_FILE = 'data/schemas/indicator.schema.json';

/** The schema as it should stand in `data/schemas`, formatted as the rest of the project. */
export async function schemaText(): Promise<string> {
  const schema = z.toJSONSchema(Indicator, { target: 'draft-7' });
  return format(JSON.stringify({ title: 'An indicator of Neglect Lens', ...schema }), {
    parser: 'json',
    printWidth: 110
  });
}

/** Writes the schema. Returns the exit code, 0. */
export async function run(): Promise<number> {
  await writeFile(SCHEMA_FILE, await schemaText());
  console.log(`The schema is in ${SCHEMA_FILE}.`);
  return 0;
}
