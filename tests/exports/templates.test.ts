import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { chosenSheet, rowKey, templateFaults } from '#lib/exports/template-rows.ts';
import { templateFiles } from '#lib/exports/templates.ts';
import { cubeSheet } from '#lib/exports/workbook-pivot.ts';
import { makeLists } from '#lib/exports/workbook-lists.ts';
import { makeXlsx } from '#lib/exports/xlsx.ts';
import {
  memberName,
  memberNamed,
  NO_FIGURE,
  OFFERED,
  plain,
  whomOf,
  whomText
} from '#lib/sources/given/layout.ts';
import { readBundle } from '#lib/sources/bundle-read.ts';
import { givenBundle } from '#lib/sources/given/given.ts';
import {
  ABOUT,
  ASKED,
  cubes,
  sheetsOf,
  starter,
  starterTemplate,
  workbook,
  workbookTemplate
} from '../sources/given/filled.ts';

const partsOf = (bytes: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]));

describe('what the templates ask for', () => {
  test('everything they name is in the dictionary, and the starter sheet has twelve rows', () => {
    expect(templateFaults(cubes, workbookTemplate.sheets, starterTemplate.rows)).toEqual([]);
    const wrong = [
      {
        ...workbookTemplate.sheets[0],
        cube: 'plans',
        chosen: true,
        rows: [
          {
            id: 'a',
            name: 'a',
            chosen: true,
            measures: ['opened'],
            members: { age: ['5to8'], colour: ['red'] }
          }
        ]
      }
    ];
    expect(templateFaults(cubes, wrong, [])).toEqual([
      'plans has no measure “opened”',
      'age of plans has no member “5to8”',
      'plans has no dimension “colour”'
    ]);
    expect(starterTemplate.rows).toHaveLength(12);
  });

  test('every kind of count that a partnership can give has a sheet', () => {
    const local = [...cubes.values()].filter(({ supply }) => supply.some(({ by }) => by !== 'published'));
    expect(workbookTemplate.sheets.map(({ cube }) => cube).sort()).toEqual(local.map(({ id }) => id).sort());
  });

  test('no row is asked for twice, and by default no overlapping ages', () => {
    for (const { cube, rows } of sheetsOf()) {
      const keys = rows.map((row) => rowKey(cube, row));
      expect(new Set(keys).size, cube.id).toBe(keys.length);
    }
    for (const sheet of workbookTemplate.sheets) {
      const cube = cubes.get(sheet.cube);
      const ages =
        cube && new Set(chosenSheet(cube, sheet).rows.flatMap(({ members }) => members['age'] ?? []));
      expect([...(ages ?? [])].filter((age) => age !== '7to15')).toEqual([]);
    }
  });

  test('the words of each row lead back to its ids', () => {
    for (const cube of cubes.values())
      for (const dimension of cube.dimensions)
        for (const id of ['all', ...dimension.members.map((member) => member.id)]) {
          expect(memberNamed(dimension, memberName(dimension, id))).toBe(id);
          const members = id === 'all' ? {} : { [dimension.id]: id };
          expect(whomOf(cube, whomText(cube, members))).toEqual({ members });
        }
  });

  test('no dimension has the header of another column', () => {
    for (const cube of cubes.values()) {
      const names = [
        ...cube.dimensions.map(({ name }) => name),
        'Area',
        'Table',
        'What is counted',
        'Of whom',
        'Count or out of'
      ].map(plain);
      expect(new Set(names).size, cube.id).toBe(names.length);
    }
  });

  test('every word offered for a missing figure is understood', () => {
    for (const word of OFFERED) expect(NO_FIGURE.has(word), word).toBe(true);
  });
});

describe('CSV templates', () => {
  /** The CSVs as they are given to be loaded, with figures in the cells of values or without. */
  function loaded(value: string) {
    const files = [...templateFiles(sheetsOf('plans', 'known'), ASKED)].map(([path, content]) => {
      const rows = String(content).split('\n');
      const about = rows.map((row) => {
        const key = row.split(',')[0] ?? '';
        return ABOUT[key] === undefined ? row : `${key},${ABOUT[key]}`;
      });
      const filled = rows.map((row) => row.replace(/,,,$/, `,${value},,`));
      return { path, content: strToU8((path === 'about.csv' ? about : filled).join('\n')) };
    });
    const given = givenBundle(files, { cubes, areas: [] });
    return [...given.problems, ...readBundle(given.files, cubes).problems.map(given.placed)];
  }

  test('cannot be loaded before they are filled in: every row is an error', () => {
    const blank = loaded('').filter(({ rule }) => rule === 'no-value-no-status');
    expect(new Set(blank.map(({ file }) => file))).toEqual(new Set(['known.csv', 'plans.csv']));
    expect(blank.length).toBeGreaterThan(99);
  });

  test('load without an error once they are, zeros and all', () => {
    expect(loaded('0').filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('come with every register and a guide that names each code of theirs', () => {
    const files = templateFiles(sheetsOf('plans', 'assurance'), ASKED);
    const guide = String(files.get('README.md'));
    expect([...files.keys()]).toContain('registers/rounds.csv');
    expect(guide).toContain('- y2plus: 2 years or more');
    expect(guide).toMatch(/Riverbank,2025Q3,children,tool-use,12,31/);
  });
});

describe('a made workbook', () => {
  test('is the same bytes for the same wishes', () => {
    expect(Buffer.from(workbook('plans')).equals(Buffer.from(workbook('plans')))).toBe(true);
  });

  test('declares every part it has, and every sheet has a part', () => {
    const parts = partsOf(workbook());
    const types = parts['[Content_Types].xml'] ?? '';
    const names = [...types.matchAll(/PartName="\/([^"]+)"/g)].map(([, name]) => name);
    const targets = [...(parts['xl/_rels/workbook.xml.rels'] ?? '').matchAll(/Target="([^"]+)"/g)].map(
      ([, target]) => `xl/${target}`
    );
    expect(names.every((name) => parts[name ?? ''] !== undefined)).toBe(true);
    expect(targets.every((target) => parts[target] !== undefined)).toBe(true);
    const sheets = [
      ...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet name="([^"]+)" sheetId="(\d+)" r:id="rId(\d+)"/g)
    ];
    expect(sheets).toHaveLength(19);
    expect(new Set(sheets.map(([, name]) => name)).size).toBe(19);
    expect(sheets.every(([, name = '']) => name.length <= 31)).toBe(true);
  });

  test('puts the elements of a sheet in the order that Excel asks for', () => {
    const order = [
      '<sheetPr',
      '<dimension',
      '<sheetViews',
      '<sheetFormatPr',
      '<cols',
      '<sheetData',
      '<dataValidations',
      '<pageMargins',
      '<pageSetup'
    ];
    for (const [path, xml] of Object.entries(partsOf(starter())).filter(([name]) =>
      name.includes('worksheets')
    )) {
      const places = order.map((tag) => xml.indexOf(tag)).filter((place) => place !== -1);
      expect(places, path).toEqual([...places].sort((a, b) => a - b));
    }
  });

  test('offers words on every cell for figures, from cells of the list that hold them', () => {
    const [sheet] = sheetsOf('plans');
    if (sheet === undefined) throw new Error('no sheet');
    const { sheet: listed, lists } = makeLists([sheet.cube], ASKED);
    const { dropDowns = [], rows, frozen } = cubeSheet(sheet, ASKED, lists);
    for (const { from } of dropDowns) {
      const [, first = '', last = ''] = /^Lists!\$C\$(\d+):\$C\$(\d+)$/.exec(from) ?? [];
      const words = listed.rows.slice(Number(first) - 1, Number(last)).map((row) => row[2]?.text ?? '');
      expect(words.length).toBeGreaterThan(0);
      expect(words.every((word) => word !== '')).toBe(true);
    }
    const inputs = rows.flatMap((row, at) =>
      row.flatMap((cell, column) => (cell?.style === 'input' ? [[at, column]] : []))
    );
    expect(inputs.length).toBe(sheet.rows.length * 4);
    const figures = dropDowns.at(-1);
    expect(
      inputs.every(
        ([at = 0, column = 0]) => at >= (figures?.rows[0] ?? 99) && column >= (figures?.columns[0] ?? 99)
      )
    ).toBe(true);
    expect(frozen?.rows).toBe(figures?.rows[0]);
  });

  test('has under each “count” its “out of”, and unit and date rule in the head', () => {
    const [sheet] = sheetsOf('assurance');
    if (sheet === undefined) throw new Error('no sheet');
    const { rows } = cubeSheet(sheet, ASKED, new Map());
    const body = rows
      .filter((row) => row[0]?.text === 'Riverbank')
      .map((row) => row.map((cell) => cell?.text).join('|'));
    body.forEach((row, index) => {
      if (index % 2 === 0) expect(body[index + 1]).toBe(row.replace('|count|', '|out of|'));
    });
    const head = rows.map((row) => row.map((cell) => cell?.text ?? ''));
    expect(head.find(([name]) => name === 'Unit')?.[1]).toMatch(/People: in people/);
    expect(head.find(([name]) => name === 'When')?.[1]).toMatch(/^On the last day of each period: /);
  });

  test('keeps text from becoming markup, and refuses names that no sheet can have', () => {
    const bytes = makeXlsx('a & b', [
      { name: 'A', widths: [], rows: [[{ text: '<b>&"\u0001', style: 'plain' }]] }
    ]);
    expect(partsOf(bytes)['xl/worksheets/sheet1.xml']).toContain('&lt;b&gt;&amp;&quot;</t>');
    for (const name of ['a/b', 'x'.repeat(32), ''])
      expect(() => makeXlsx('t', [{ name, widths: [], rows: [] }])).toThrow(/name of a sheet/);
  });
});

describe('how cubes are supplied', () => {
  /** Tables and columns of the Standard Safeguarding Dataset that queries may name, as Data to Insight publishes them. */
  const KNOWN = new Set(readFileSync('tests/exports/ssd-names.txt', 'utf8').split(/\s+/));
  const queries = [...cubes.values()].flatMap(({ id, supply }) =>
    supply.flatMap((way) => (way.queries ?? []).map(({ lines }) => ({ id, sql: lines.join('\n') })))
  );

  test('queries name only tables and columns that the dataset has', () => {
    const named = queries.flatMap(({ id, sql }) =>
      [...sql.matchAll(/\b(?:ssd|pers|cont|earl|cine|cina|cinf|cinp|s47e|icpc|cppl)_\w+/g)].map(
        ([name]) => `${id}: ${name}`
      )
    );
    expect(named.length).toBeGreaterThan(60);
    expect(named.filter((name) => !KNOWN.has(name.split(': ')[1] ?? ''))).toEqual([]);
  });

  test('queries count, and never list people', () => {
    for (const { id, sql } of queries) {
      const [, outer = ''] =
        /(?:^|\n|\)\n)SELECT ([\s\S]*?)\sFROM /.exec(sql.replace(/^WITH[\s\S]*?\)\nSELECT/m, '\nSELECT')) ??
        [];
      expect(outer, id).toMatch(/COUNT|SUM/);
      expect(outer.replace(/(COUNT|SUM)\((?:[^()]|\([^()]*\))*\)/g, ''), id).not.toMatch(/person_id|pers_/);
    }
  });

  test('every way that is not published has steps, and each cube says its effort', () => {
    const without = [...cubes.values()].flatMap(({ id, supply }) =>
      supply
        .filter(({ by, steps }) => by !== 'published' && steps === undefined)
        .map(({ by }) => `${id} ${by}`)
    );
    expect(without).toEqual([]);
  });
});
