import { describe, expect, test } from 'vitest';
import { writeZip } from '#lib/sources/bundle-zip.ts';
import { ABOUT, bytesOf, figures, give, HEADER, load, loadPlans, said } from './own.ts';

const TIDY = [HEADER, 'la856,2024,open,all,12,,', 'la856,2024,open,5to9,,c,'].join('\n');
const FIGURES = ['la856 2024 open all 12', 'la856 2024 open 5to9 withheld'];

function utf16(text: string, little: boolean): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, little);
  [...text].forEach((letter, at) => view.setUint16(2 + at * 2, letter.charCodeAt(0), little));
  return bytes;
}

describe('a file that is tidy already', () => {
  test('is passed on as it is, and nothing is said of it', () => {
    const plans = bytesOf(TIDY);
    const { given, recognised } = load({ 'about.csv': ABOUT, 'plans.csv': plans });
    expect(given.files.get('cubes/plans.csv')).toBe(plans);
    expect(recognised).toEqual([]);
  });

  test.each([
    ['UTF-8 with a byte-order mark', bytesOf(`\uFEFF${TIDY}`)],
    ['UTF-16, little end first', utf16(TIDY, true)],
    ['UTF-16, big end first', utf16(TIDY, false)],
    ['line ends of Windows', bytesOf(TIDY.replaceAll('\n', '\r\n'))],
    ['line ends of old Macs', bytesOf(TIDY.replaceAll('\n', '\r'))],
    ['blank lines', bytesOf(TIDY.replaceAll('\n', '\n\n'))],
    ['blank columns at the end', bytesOf(TIDY.replaceAll(/$/gm, ',,'))],
    ['semicolons', bytesOf(TIDY.replaceAll(',', ';'))],
    ['tabs', bytesOf(TIDY.replaceAll(',', '\t'))],
    ['upright bars', bytesOf(TIDY.replaceAll(',', '|'))],
    ['quotes around everything', bytesOf(TIDY.replaceAll(/[^,\n]+/g, '"$&"'))],
    ['title lines first', bytesOf(`Plans by age,,,,,,\n"From our system, monthly",,,,,,\n\n${TIDY}`)],
    ['notes below', bytesOf(`${TIDY}\n\nSource: our system, extracted in July\n* withheld`)],
    ['its header again among the rows', bytesOf(TIDY.replace('\nla856,2024,open,5to9', `\n${HEADER}$&`))],
    [
      'its columns in another order',
      bytesOf(
        'value,status,flags,age,measure,period,area\n12,,,all,open,2024,la856\n,c,,5to9,open,2024,la856'
      )
    ]
  ])('says the same with %s', (_, content) => {
    const loaded = load({ 'about.csv': ABOUT, 'plans.csv': content });
    expect(loaded.errors).toEqual([]);
    expect(figures(loaded)).toEqual(FIGURES);
  });

  test('of Windows-1252 is read, and that is said', () => {
    const about = bytesOf(ABOUT.replace('Our partnership', 'Our caf~ partnership'));
    const content = about.map((byte) => (byte === 0x7e ? 0xe9 : byte));
    const plans = bytesOf(`${TIDY}\nNotes: caf~`).map((byte) => (byte === 0x7e ? 0xe9 : byte));
    const loaded = load({ 'about.csv': content, 'plans.csv': plans });
    expect(loaded.bundle?.manifest.publisher).toBe('Our café partnership');
    expect(said(loaded)).toContain('Windows-1252 → UTF-8');
  });
});

describe('what was changed is said', () => {
  test('with how many rows have it', () => {
    const { recognised } = loadPlans('Leicester,2023-24,open,all,12,,', 'Leicester,2023-24,open,05-Sep,*,,');
    expect(recognised).toEqual([
      {
        file: 'plans.csv',
        column: 'period',
        from: '2023-24',
        to: '2024',
        name: 'year to 31 March 2024',
        rows: 2,
        kind: 'period'
      },
      {
        file: 'plans.csv',
        column: 'area',
        from: 'Leicester',
        to: 'la856',
        name: 'Leicester',
        rows: 2,
        kind: 'area'
      },
      {
        file: 'plans.csv',
        column: 'age',
        from: '05-Sep',
        to: '5to9',
        name: '5 to 9, which a spreadsheet took for a date',
        rows: 1,
        kind: 'member'
      },
      { file: 'plans.csv', column: 'value', from: '*', to: 'c', name: 'withheld', rows: 1, kind: 'status' }
    ]);
  });

  test('of columns by other names, and of those that need not be there', () => {
    const loaded = load({
      'about.csv': `${ABOUT}\narea1,Leicester`,
      'population.csv': 'Year,Age group,Gender,Count\n2024,all,all,\n2024,5-9,Girls,"1,234"\n'
    });
    expect(said(loaded)).toEqual([
      'no such column → la856',
      'no such column → children',
      'Year → period',
      'Age group → age',
      'Gender → sex',
      'Count → value',
      '5-9 → 5to9',
      'Girls → female',
      '1,234 → 1234'
    ]);
    expect(loaded.rules).toEqual(['no-value-no-status']);
  });

  test('of decimal commas, where columns are separated by semicolons', () => {
    const loaded = load({
      'about.csv': ABOUT,
      'context.csv':
        'area;period;measure;topic;value;status;flags\nLeicester;2024;percent;povertychildren;12,5;;'
    });
    expect(figures(loaded)).toEqual(['la856 2024 percent povertychildren 12.5']);
  });

  test('a figure that nobody has is a row that is not there', () => {
    const loaded = loadPlans('la856,2024,open,all,12,,', 'la856,2024,open,5to9,not supplied,,');
    expect(figures(loaded)).toEqual(['la856 2024 open all 12']);
    expect(said(loaded)).toEqual(['not supplied → ']);
  });

  test('of flags in words', () => {
    const loaded = loadPlans('la856,2024,open,all,12,,"Revised, P"');
    expect(loaded.bundle?.tables[0]?.observations[0]?.cell).toEqual({
      kind: 'known',
      value: 12,
      flags: ['r', 'p']
    });
  });
});

describe('what can be read two ways is an error that names both', () => {
  test.each([
    ['la856,2011-12,open,all,1,,', 'period', '“2012” (year to 31 March 2012) or “2011M12” (December 2011)'],
    ['la856,2024,open,all,-,,', 'value', '0, a true zero or c, withheld'],
    ['la856,2024,open,all,,n/a,', 'status', 'x, not available or z, not applicable'],
    ['la856,2024,open,all,01-May,,', 'value', 'a date stands where a number belongs']
  ])('%s', (line, column, message) => {
    const { errors } = loadPlans(line, 'la856,2023,open,all,1,,');
    expect(errors).toMatchObject([
      { file: 'plans.csv', row: 2, column, value: line.split(',')[HEADER.split(',').indexOf(column)] }
    ]);
    expect(errors[0]?.message).toContain(message);
  });

  test('a share is no count', () => {
    expect(loadPlans('la856,2024,open,all,45%,,').rules).toEqual(['percentage']);
  });

  test('two spellings of one thing are two rows for the same, and the error names both', () => {
    const { errors } = loadPlans('Leicester,2024,open,5-9,4,,', 'la856,2023-24,open,5to9,5,,');
    expect(errors).toMatchObject([{ rule: 'duplicate-key', row: 3, remedy: 'Keep one: row 2 or row 3.' }]);
  });

  test('two columns for one thing are an error that names both', () => {
    const { errors } = load({
      'about.csv': ABOUT,
      'plans.csv': 'LA code,LA name,period,measure,value\n856,Leicester,2024,open,1'
    });
    expect(errors).toMatchObject([{ rule: 'duplicate-column', column: 'LA name', row: 1 }]);
    expect(errors[0]?.message).toContain('LA code');
  });
});

describe('a problem stands where it was written', () => {
  const file = [
    'Plans;;;;',
    '',
    'Area;Date;Measure;Age band;Count',
    'Leicester;2023-24;open;Total;12',
    'Leicester;2023-24;open;5-9;13,5'
  ];

  test('by the reader’s own row, column and value', () => {
    const { errors } = load({ 'about.csv': ABOUT, 'plans-by-age.csv': file.join('\n') });
    expect(errors).toMatchObject([{ file: 'plans-by-age.csv', row: 5, column: 'Count', value: '13,5' }]);
  });

  test('and can be looked at with its neighbours', () => {
    const loaded = load({ 'about.csv': ABOUT, 'plans-by-age.csv': file.join('\n') });
    const [problem] = loaded.errors;
    expect(problem && loaded.given.preview(problem)).toEqual({
      file: 'plans-by-age.csv',
      header: ['Area', 'Date', 'Measure', 'Age band', 'Count'],
      rows: [3, 4, 5].map((row) => ({ row, cells: file[row - 1]?.split(';') }))
    });
  });

  test('far down a long file too', () => {
    const lines = Array.from(
      { length: 3_000 },
      (_, at) =>
        `la${String(201 + (at % 12))},${2013 + (Math.floor(at / 12) % 12)}Q${1 + (Math.floor(at / 144) % 4)},started,${at < 576 ? 'all' : 'unborn'},1,,`
    );
    lines[2_800] = 'la201,2024,open,nonsense,1,,';
    const { errors, given } = loadPlans(...lines);
    const problem = errors.find(({ rule }) => rule === 'unknown-member');
    expect(problem).toMatchObject({ row: 2_802, value: 'nonsense' });
    expect(problem && given.preview(problem)?.rows.map(({ row }) => row)).toEqual(
      [2_800, 2_801, 2_802, 2_803, 2_804].filter((row) => row <= 3_001)
    );
  });

  test('where a row is too short, a quote is left open, or words stand among figures', () => {
    expect(loadPlans('la856,2024,open', 'la856,2023,open,all,1,,').errors).toMatchObject([
      { rule: 'ragged-row', row: 2 }
    ]);
    expect(loadPlans('la856,2024,open,"all,1,,').rules).toContain('open-quote');
    expect(
      loadPlans('la856,2024,open,all,1,,', 'Early help', 'la856,2023,open,all,1,,').errors
    ).toMatchObject([{ rule: 'note-among-rows', row: 3 }]);
  });
});

test('a bundle that says it is raw is read in the same way, and one that is protected is not touched', () => {
  const { given } = load({ 'about.csv': ABOUT, 'plans.csv': TIDY });
  const manifest = given.files.get('bundle.json');
  if (typeof manifest !== 'string') throw new Error('there is no manifest');
  const spelt = `${HEADER}\nLeicester;31 March 2024;open;5-9;<5;;`.replaceAll(',', ';');
  const files = (json: string) => ({ 'b/bundle.json': json, 'b/cubes/plans.csv': spelt });
  expect(figures(load(files(manifest)))).toEqual(['la856 2024 open 5to9 withheld']);
  const safe = manifest.replace('"protected": "no"', '"protected": "yes"');
  const zip = writeZip(new Map(Object.entries(files(safe))));
  expect(
    new TextDecoder().decode(
      bytesOf(
        give({ 'b.zip': zip }).files.get('cubes/plans.csv') ??
          give({ 'b.zip': zip }).files.get('b/cubes/plans.csv') ??
          ''
      )
    )
  ).toBe(spelt);
});
