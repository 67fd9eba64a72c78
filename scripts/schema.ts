import { writeFile } from 'node:fs/promises';
import { format } from 'prettier';
import { Indicator } from '#lib/domain/indicator.ts';
import { z } from '#lib/domain/zod.ts';
import { Misuse, sayStop } from './say-stop.ts';

export const summary = 'the JSON Schema of indicator files, for an editor that completes and checks them';

export const SCHEMA_FILE = 'data/schemas/indicator.schema.json';

const KIND_IS = (...kinds: string[]) => ({ properties: { kind: { enum: kinds } }, required: ['kind'] });
const INTERVAL = (...methods: string[]) => ({ properties: { interval: { enum: methods } } });
const WAYS = (...required: string[]) => ({ properties: { ways: { items: { required } } } });

/** What goes together, which types cannot say; an editor checks it as the product does. */
const TOGETHER = [
  { if: KIND_IS('rate'), then: { required: ['per'] } },
  {
    if: KIND_IS('share', 'count', 'outcomes', 'state', 'context', 'coverage', 'derived'),
    then: { not: { required: ['per'] } }
  },
  {
    if: {
      ...KIND_IS('rate', 'count'),
      properties: {
        ...KIND_IS('rate', 'count').properties,
        direction: { properties: { good: { enum: ['up', 'down'] } } }
      }
    },
    then: { properties: { direction: { required: ['reason'] } } }
  },
  {
    if: { properties: { direction: { properties: { good: { const: 'none' } } } } },
    then: { properties: { direction: { not: { required: ['reason'] } } } }
  },
  {
    if: KIND_IS('context', 'derived'),
    then: { properties: { direction: { properties: { good: { const: 'none' } } } } }
  },
  { if: KIND_IS('share', 'outcomes'), then: INTERVAL('wilson', 'none') },
  { if: KIND_IS('rate', 'count'), then: INTERVAL('count', 'none') },
  { if: KIND_IS('ratio', 'state', 'context', 'coverage', 'derived'), then: INTERVAL('none') },
  { if: KIND_IS('rate'), then: WAYS('numerator', 'denominator') },
  { if: KIND_IS('outcomes'), then: WAYS('outcomes') },
  { if: KIND_IS('state'), then: WAYS('document') },
  { if: KIND_IS('coverage'), then: WAYS('coverage') }
];

/** The schema as it should stand in `data/schemas`, formatted as the rest of the project. */
export async function schemaText(): Promise<string> {
  const schema = z.toJSONSchema(Indicator, { target: 'draft-7' });
  return format(JSON.stringify({ title: 'An indicator of Neglect Lens', ...schema, allOf: TOGETHER }), {
    parser: 'json',
    printWidth: 110
  });
}

const HELP = `npm run lens -- schema [options]

  --help

Writes the JSON Schema of indicator files to ${SCHEMA_FILE}.
It ends with 0 where the file was written, with 2 where the command was not understood.`;

/** Writes the schema. Returns the exit code: 0 written, 2 not understood. */
export async function run(args: string[]): Promise<number> {
  const [asked] = args;
  if (asked === '--help' || asked === '-h') {
    console.log(HELP);
    return 0;
  }
  if (asked !== undefined) return sayStop(new Misuse(`${asked} is not known here`), HELP, false);
  await writeFile(SCHEMA_FILE, await schemaText());
  console.log(`The schema is in ${SCHEMA_FILE}.`);
  return 0;
}
