import type { BundleManifest, Source } from '#lib/domain/bundle.ts';

/** What stands beside the figures for whoever opens the folder: where they come from and how to make them again. */
export function readmeOf(manifest: BundleManifest): string {
  const newer = manifest.sources.find((source) => source.newer !== undefined)?.newer;
  const neighbours = manifest.sources.some((source) => source.id.startsWith('dfe-neighbours'));
  const ages = manifest.tables.some(({ id }) => id === 'population-age');
  const options = [
    ages ? ' --ages <csv>' : '',
    neighbours ? ' --neighbours <csv>' : '',
    newer === undefined ? '' : ` --newer "${newer}"`
  ].join('');
  return `# ${manifest.title}

Official statistics in the schema of Neglect Lens, written by its importer. Nothing here is edited by hand.

| source | edition | licence |
|---|---|---|
${manifest.sources.map(sourceRow).join('\n')}

Contains public sector information licensed under the [Open Government Licence v3.0](https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/). Crown copyright.

- \`bundle.json\`: sources with their vintage, areas with their codes and years, periods, tables, notes.
- \`cubes/<table>.csv\`: one file a table. A blank \`value\` has a \`status\`: \`c\` withheld, \`x\` not available, \`z\` not applicable, \`u\` too unreliable, \`k\` rounds to zero but is not. A row that is not there means not supplied, never zero.
- \`registers/\`: facts that are not counts, such as statistical neighbours.

Counts only: rates and percentages are worked out again, for year Y with the population of mid-(Y−1). The same total can differ between tables, as it was published. England is never a sum of authorities.

## To make it again

Put every CSV file of the release in a folder, then:

\`\`\`
npm run lens -- import-dfe <folder>${options} --out <this folder>
\`\`\`

The same files give the same bytes. \`npm run lens -- diff <old bundle> <new bundle>\` says what a new release changes.
`;
}

function sourceRow({ publisher, title, url, edition, licence }: Source): string {
  return `| ${publisher}, ${url === undefined ? title : `[${title}](${url})`} | ${edition} | ${licence} |`;
}
