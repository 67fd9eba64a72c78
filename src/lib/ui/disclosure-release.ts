/** The statement of what is loaded, where it tells how it was protected. */
import type { Catalogue } from '#lib/db/catalogue.ts';
import { statementOf, type Statement } from '#lib/words/disclosure.ts';

export function statementOfLoaded({
  manifest,
  withholding
}: Pick<Catalogue, 'manifest' | 'withholding'>): Statement | undefined {
  const { disclosure: record, title, publisher, audience, tables } = manifest;
  if (record === undefined) return undefined;
  const { hash } = withholding;
  return statementOf({
    record,
    title,
    publisher,
    audience,
    tables,
    ...(hash === undefined ? {} : { hash })
  });
}
