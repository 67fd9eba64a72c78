/** Earlier editions that come with the site: each has figures and an engine of its own, and none is fetched before a link asks. */
import { readBuilt } from '#built';
import { CATALOGUE_FILE, editionFolder, readCatalogue } from '#lib/db/catalogue.ts';
import { openFacts, type Facts } from '#lib/db/facts.ts';

interface OpenEdition {
  readonly vintage: string;
  readonly facts: Promise<Facts>;
}

let open: OpenEdition | undefined;

async function openEdition(vintage: string): Promise<Facts> {
  const catalogue = readCatalogue(await readBuilt(`${editionFolder(vintage)}/${CATALOGUE_FILE}`));
  return openFacts({ catalogue, open: async () => (await import('#db')).openDatabase(), read: readBuilt });
}

/** The figures of an edition that the catalogue names. One is open at a time; asking for another closes it. */
export async function edition(vintage: string): Promise<Facts> {
  if (open?.vintage !== vintage) {
    await closeEdition();
    const facts = openEdition(vintage);
    open = { vintage, facts };
    facts.catch(() => (open = undefined));
  }
  return open.facts;
}

/** Lets go of the edition that is open, where one is, so that others have its memory. */
export async function closeEdition(): Promise<void> {
  const closing = open;
  open = undefined;
  await closing?.facts.then(
    (facts) => facts.close(),
    () => {}
  );
}
