import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { doubtedFamilies } from '#lib/disclosure/relation-doubt.ts';
import { cellsOf, relationsOf, type Relation } from '#lib/disclosure/relations.ts';
import { readBundle } from '#lib/sources/bundle-read.ts';
import { readBundleFolder } from '../../scripts/bundle-folder.ts';
import { readDictionary } from '../../scripts/dictionary.ts';

const dictionary = await readDictionary();

const read = async (folder: string) => {
  const { bundle } = readBundle(
    await readBundleFolder(fileURLToPath(new URL(folder, import.meta.url))),
    dictionary
  );
  if (!bundle) throw new Error(`${folder} could not be read`);
  return bundle;
};

/** Relations that are believed and whose cells are all known, and those of them that do not hold. */
async function checked(
  folder: string
): Promise<{ checked: number; broken: Relation[]; doubted: readonly string[] }> {
  const { tables, manifest } = await read(folder);
  const values = new Map(
    tables
      .flatMap(cellsOf)
      .flatMap(({ id, cell }) => (cell.kind === 'known' ? [[id, cell.value] as const] : []))
  );
  const relations = relationsOf(tables, manifest);
  const doubted = doubtedFamilies(relations, {
    rangeOf: (id) => {
      const value = values.get(id);
      return value === undefined ? undefined : { lower: value, upper: value };
    },
    isWithheld: () => false
  });
  const full = relations.filter(
    ({ total, parts, family = '' }) => !doubted.has(family) && [total, ...parts].every((id) => values.has(id))
  );
  const broken = full.filter(({ total, parts, sense }) => {
    const sum = parts.reduce((running, part) => running + (values.get(part) ?? 0), 0);
    return sense === 'equal' ? sum !== values.get(total) : sum > (values.get(total) ?? 0);
  });
  return { checked: full.length, broken, doubted: [...doubted] };
}

/** Over every figure of two bundles: with the long tests, and whenever relations change. */
const LONG = process.env['LENS_RUNS'] !== undefined;

describe.runIf(LONG)('relations in figures that are there', () => {
  test('all hold in the made-up partnership', async () => {
    const { checked: count, broken } = await checked('../bundles/standard');
    expect(count).toBeGreaterThan(75);
    expect(broken).toEqual([]);
  });

  test('all that are believed hold in the published figures, save where DfE’s own do not add up', async () => {
    const { checked: count, broken, doubted } = await checked('../../data/published');
    expect(count).toBeGreaterThan(25_000);
    expect(broken.map(({ total }) => total)).toEqual([
      'cin-plans-year|anypoint_children|la213|2023|tier=cinplan',
      'cin-plans-year|anypoint_children|la391|2023|tier=cinplan',
      'cin-plans-year|anypoint_children|la852|2023|tier=cinplan',
      'cin-plans-year|anypoint_children|la870|2024|tier=cinplan',
      'in-need-year|anypoint_children|la201|2014|tier=inneed',
      'in-need-year|anypoint_children|la201|2024|tier=inneed',
      'in-need-year|anypoint_children|la420|2023|tier=inneed',
      'in-need-year|anypoint_children|la891|2015|tier=inneed',
      'in-need-year|anypoint_children|la926|2017|tier=inneed',
      'cin-plans-year|anypoint|la341|2022|tier=cinplan',
      'cin-plans-year|anypoint|la938|2022|tier=cinplan',
      'in-need-year|anypoint|la878|2014|tier=inneed',
      'in-need-year|anypoint|la937|2014|tier=inneed',
      'plan-starts-by-category|started|la384|2016',
      'plan-starts-by-category|started|la384|2016',
      'plans|anypoint|la938|2019',
      'primary-need|open|la205|2016',
      'primary-need|open|la210|2016',
      'primary-need|open|la332|2016',
      'primary-need|open|la352|2016',
      'primary-need|open|la881|2014',
      'primary-need|open|la928|2016',
      'referrals-by-source|referrals|la316|2014',
      'referrals-by-source|referrals|la316|2018',
      'referrals-by-source|referrals|la316|2019',
      'referrals-by-source|referrals|la330|2014',
      'referrals-by-source|referrals|la852|2014',
      'referrals-by-source|referrals|la878|2014',
      'referrals-by-source|referrals|la890|2016'
    ]);
    expect(doubted).toEqual([
      'children: :cin-plans open tier; :cin-plans-year anypoint_children tier; :cin-plans-year started_children tier',
      'came: :cin-plans open tier; :cin-plans-year anypoint tier; :cin-plans-year started tier',
      'came: :in-need open ; :in-need-year anypoint tier; :in-need-year started ',
      'came: :plans anypoint ; :plans open ; :plans started '
    ]);
  }, 60_000);
});
