import { describe, expect, test } from 'vitest';
import { svgDocument } from '#svg-document';
import { drawChart } from '#lib/charts/draw.ts';
import { htmlTable, plainTable } from '#lib/exports/clipboard.ts';
import { csvwOf } from '#lib/exports/csvw.ts';
import { embedCode, embedPage } from '#lib/exports/embed.ts';
import { escapeMarkup } from '#lib/exports/escape.ts';
import { atResolution } from '#lib/exports/png.ts';
import { extentOf, svgFile } from '#lib/exports/svg.ts';
import { footOf, type Taken } from '#lib/exports/taken.ts';
import { citation } from '#lib/words/citation.ts';
import { FIXTURES } from '../charts/fixtures.ts';

const spec = Object.values(FIXTURES)[0]?.spec;
if (spec === undefined) throw new Error('there are no charts');

const LINK =
  'https://neglect.example.gov.uk/area/leicestershire/prevalence/?period=2024&compare=neighbours&vintage=2024#figure=ladder';

const taken: Taken = {
  title: 'Plans for neglect <script>alert(1)</script> & "others"',
  subtitle: 'Children, 31 March 2024',
  description: 'Of 429 children on a plan 235 are on it for neglect.',
  svg: drawChart(spec, 'wide', svgDocument, 'ladder'),
  table: {
    caption: 'Children on a plan',
    numeric: [false, true],
    head: ['Area', 'Children'],
    rows: [
      ['Leicestershire', '1,235'],
      ['=HYPERLINK("x")', '[c]'],
      ['+44', '-3.5']
    ],
    key: ['[c]: withheld so that nobody can be identified']
  },
  csv: '',
  about: {
    mark: 'neglect',
    area: 'Leicestershire',
    period: '31 March 2024',
    filters: 'compared with similar areas',
    notes: 'Counts are of children.'
  },
  cite: `Neglect Lens. ${LINK} Taken on 23 November 2026.`,
  file: 'plans'
};

describe('a figure as an SVG', () => {
  const file = svgFile(taken, 'data:font/woff2;base64,AAAA');

  test('names itself and tells what it shows to a reader who does not see it', () => {
    expect(file).toContain('role="img" aria-labelledby="title desc"');
    expect(file).toContain('<desc id="desc">Of 429 children on a plan 235 are on it for neglect.');
  });

  test('holds its notes, dates, mark and citation, as text', () => {
    const words = file.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    for (const line of ['Counts are of children.', 'neglect · 31 March 2024', 'Taken on 23 November 2026.'])
      expect(words).toContain(line);
  });

  test('asks for no other file and takes nothing for markup', () => {
    expect(file).not.toMatch(/<script|href=|url\(http|<image|@import/);
    expect(file).toContain('&lt;script&gt;');
    expect([...file.matchAll(/url\(([^)]*)\)/g)].every(([, at = '']) => /^(data:|#)/.test(at))).toBe(true);
  });

  test('breaks a long address, so that no line leaves the picture', () => {
    const longest = Math.max(
      ...[...file.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, t = '']) => t.length)
    );
    expect(longest).toBeLessThan(LINK.length);
    for (const piece of ['https://neglect.example.gov.uk/', 'vintage=2024']) expect(file).toContain(piece);
  });

  test('is as high as what it holds', () => {
    const more = svgFile({ ...taken, about: { ...taken.about, notes: 'A long note. '.repeat(40) } });
    expect(extentOf(more).height).toBeGreaterThan(extentOf(file).height + 60);
    const last = Math.max(
      ...[...file.matchAll(/ y="(\d+(?:\.\d+)?)" font-size="13"/g)].map(([, y]) => Number(y))
    );
    expect(extentOf(file).height).toBeGreaterThan(last);
  });

  test('is refused where there is no drawing', () => {
    const { svg: _, ...table } = taken;
    expect(() => svgFile(table)).toThrow('has no drawing');
  });
});

describe('a figure as a PNG', () => {
  const png = Uint8Array.from([
    ...[137, 80, 78, 71, 13, 10, 26, 10],
    ...[0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 31, 21, 196, 137],
    ...[0, 0, 0, 0, 73, 69, 78, 68, 174, 66, 96, 130]
  ]);

  test('says that 11,811 pixels are a metre, which is 300 to an inch, right after its header', () => {
    const sized = atResolution(png);
    const view = new DataView(sized.buffer, 33);
    expect(new TextDecoder().decode(sized.subarray(37, 41))).toBe('pHYs');
    expect([view.getUint32(0), view.getUint32(8), view.getUint32(12), view.getUint8(16)]).toEqual([
      9, 11811, 11811, 1
    ]);
    expect(sized).toHaveLength(png.length + 21);
    expect(sized.slice(-12)).toEqual(png.slice(-12));
  });

  test('has the check that the specification gives: that of IEND is AE426082', () => {
    // CRC-32 of "pHYs" with 11811, 11811, 1 is 78A53F76, as every writer at 300 pixels to an inch has it.
    expect(new DataView(atResolution(png).buffer).getUint32(33 + 17)).toBe(0x78a53f76);
  });

  test('other bytes are refused', () => {
    expect(() => atResolution(new Uint8Array(50))).toThrow('no PNG');
  });
});

describe('a figure on the clipboard', () => {
  test('a spreadsheet can run none of it, and signed numbers stay numbers', () => {
    const lines = plainTable(taken).split('\r\n');
    expect(lines).toContain('\'=HYPERLINK("x")\t[c]');
    expect(lines).toContain('+44\t-3.5');
    expect(lines.slice(0, 3)).toEqual([taken.title, 'Area\tChildren', 'Leicestershire\t1,235']);
  });

  test('a word processor gets heads, scopes, what [c] means and how to cite it', () => {
    const html = htmlTable(taken);
    expect(html).toContain('scope="col"');
    expect(html).toContain('<th scope="row"');
    expect(html).toContain('[c]: withheld so that nobody can be identified');
    expect(html).toContain('Taken on 23 November 2026.');
    expect(html).not.toContain('<script>');
  });
});

describe('a figure as a page of its own', () => {
  const page = embedPage(taken);

  test('holds the drawing, its table and what belongs to it, and may load nothing', () => {
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script|src=/);
    for (const part of ['role="img"', '<details>', 'scope="row"', 'Counts are of children.', 'lang="en-GB"'])
      expect(page).toContain(part);
  });

  test('a title cannot leave the code that embeds it', () => {
    expect(embedCode('plans.html', '" onload="x', 400)).toContain('title="&quot; onload=&quot;x"');
  });
});

describe('what a CSV says of itself', () => {
  const header = ['Area', 'Area_code', 'Rate (per 10,000)', 'Rate_status', 'Rate (per 10,000)', 'about_area'];
  const about = {
    area: 'Leeds',
    area_code: 'E08000035',
    licence: 'Open Government Licence v3.0',
    source: 'DfE'
  };
  const csvw: unknown = JSON.parse(
    csvwOf({ file: 'plans.csv', title: 'Plans', description: 'd', header, about })
  );

  test('every column has a name of its own, its title and its type, in order', () => {
    expect(csvw).toMatchObject({
      '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
      url: 'plans.csv',
      'dc:spatial': 'Leeds, E08000035',
      tableSchema: {
        columns: [
          { name: 'area', titles: 'Area', datatype: 'string' },
          { name: 'area_code', titles: 'Area_code' },
          { name: 'rate_per_10_000', titles: 'Rate (per 10,000)', datatype: 'number', null: '' },
          { name: 'rate_status', titles: 'Rate_status', datatype: 'string' },
          { name: 'rate_per_10_000_2', titles: 'Rate (per 10,000)' },
          { name: 'about_area', suppressOutput: true }
        ]
      }
    });
  });

  test('the licence is an address where it is the open one', () => {
    expect(csvw).toHaveProperty('dc:license');
    const own = csvwOf({
      file: 'a.csv',
      title: 'a',
      description: 'd',
      header,
      about: { licence: 'Restricted' }
    });
    expect(JSON.parse(own)).not.toHaveProperty('dc:license');
  });
});

describe('what goes along', () => {
  test('a restricted figure says so first', () => {
    const [first] = footOf({
      ...taken,
      about: { ...taken.about, use: 'Restricted: for the partnership only.' }
    });
    expect(first).toBe('Restricted: for the partnership only.');
  });

  test('characters that XML forbids are left out, tabs and line ends are kept', () => {
    expect(escapeMarkup('a\u0000b\u000bc\td\n<&')).toBe('abc\td\n&lt;&amp;');
  });

  test('a citation names figure, area, dates, source, release, place and day', () => {
    const all = {
      title: 'Plans fell.',
      area: 'Leeds',
      covers: '31 March 2024',
      source: 'DfE, Children in need.'
    };
    expect(citation({ ...all, vintage: '2024', link: 'https://x.example/', taken: '2026-11-23' })).toBe(
      'Neglect Lens, “Plans fell”, Leeds, 31 March 2024. From: DfE, Children in need. Release 2024. https://x.example/ Taken on 23 November 2026.'
    );
  });

  test('a citation of figures that one machine holds names no place', () => {
    const own = { title: 'Plans', area: 'Quillmere', covers: '', source: 'The partnership', vintage: '1' };
    expect(citation({ ...own, taken: '2026-11-23' })).not.toContain('http');
    const link = 'file:///C:/Users/somebody/lens.html#/area/leeds/';
    expect(citation({ ...own, link, taken: '2026-11-23' })).toContain('. lens.html#/area/leeds/ Taken');
  });
});

test('a picture explains the signs that it holds, and none that only its table has', () => {
  const key = 'withheld so that nobody can be identified';
  const explained = (letters: string) =>
    svgFile(
      { ...taken, svg: `<svg viewBox="0 0 100 50"><text>${letters}</text></svg>` },
      'data:font/woff2;base64,AAAA'
    ).includes(key);
  expect(explained('Here [c]')).toBe(true);
  expect(explained('Here 12')).toBe(false);
});
