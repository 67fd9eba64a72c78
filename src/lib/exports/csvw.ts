/** What a CSV of ours says of itself, for programs: CSV on the Web metadata (W3C, Metadata Vocabulary for Tabular Data, 2015). */

const STATUS = '_status';
const ABOUT = 'about_';

interface Described {
  /** Name of the CSV beside which this is kept. */
  readonly file: string;
  readonly title: string;
  readonly description: string;
  readonly header: readonly string[];
  /** What the columns `about_…` say, by name without `about_`. */
  readonly about: Readonly<Record<string, string>>;
}

/** A column's name as CSVW wants it: no spaces or brackets, and no two alike. */
function namesOf(header: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return header.map((title) => {
    const plain =
      title
        .normalize('NFKD')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '_')
        .replace(/^_+|_+$/g, '') || 'column';
    const times = (seen.get(plain) ?? 0) + 1;
    seen.set(plain, times);
    return times === 1 ? plain : `${plain}_${String(times)}`;
  });
}

function column(title: string, name: string, next: string | undefined): object {
  const numeric = next?.endsWith(STATUS) === true && !title.endsWith(STATUS);
  if (title.startsWith(ABOUT)) return { name, titles: title, datatype: 'string', suppressOutput: true };
  if (title.endsWith(STATUS))
    return {
      name,
      titles: title,
      datatype: 'string',
      'dc:description':
        'Why the value before it is blank, or what qualifies it, such as r for revised. Blank where neither.'
    };
  return numeric
    ? { name, titles: title, datatype: 'number', null: '' }
    : { name, titles: title, datatype: 'string' };
}

/**
 * The metadata file that belongs beside `<file>`, as JSON text: title, source, licence, and of each column its name, its
 * type, and that a blank value has its reason in the column after it.
 */
export function csvwOf({ file, title, description, header, about }: Described): string {
  const names = namesOf(header);
  const said = (name: string) => about[name] ?? '';
  const licence = said('licence');
  const whole = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: file,
    'dc:title': title,
    'dc:description': [description, said('use'), said('notes')].filter((text) => text !== '').join(' '),
    'dc:source': said('source'),
    'dc:spatial': [said('area'), said('area_code')].filter((text) => text !== '').join(', '),
    'dc:temporal': said('period'),
    ...(licence === '' ? {} : { 'dc:rights': licence }),
    ...(licence.startsWith('Open Government Licence v3')
      ? {
          'dc:license': {
            '@id': 'http://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/'
          }
        }
      : {}),
    dialect: { header: true, encoding: 'utf-8', delimiter: ',', lineTerminators: '\r\n' },
    tableSchema: { columns: header.map((each, index) => column(each, names[index] ?? '', header[index + 1])) }
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}
