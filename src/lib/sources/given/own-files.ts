/** Files without a manifest: workbooks and CSVs of a partnership’s own, sorted, read and made into a bundle. */
import type { Area } from '#lib/domain/area.ts';
import type { Cube } from '#lib/domain/cube.ts';
import { cubesFor } from '#lib/domain/nation.ts';
import { MANIFEST } from '../bundle-manifest.ts';
import { ProblemList } from '../bundle-problem-list.ts';
import { registerPath } from '../registers.ts';
import { AGENCY_DATES, joinAbout, placesOf, type AboutPlaces } from './about.ts';
import type { Gathered } from './bundle-files.ts';
import { ABOUT_FILE, manifestOf, type ManifestTable } from './manifest.ts';
import { FiguresSeen } from './figures-seen.ts';
import { nationSaid, sayUnknownNation } from './nation-said.ts';
import { lookAtSheet, Placing } from './placing.ts';
import { periodsApart } from './periods-apart.ts';
import type { Say } from './progress.ts';
import { RecognisedList, type Recognised } from './recognised.ts';
import { tidyRegister, type TidiedRegister } from './tidy-register.ts';
import { tidySheetTable } from './tidy-sheet.ts';
import { contextOfAbout } from './tidy-context.ts';
import { tidyCsv } from './tidy-csv.ts';
import { sortFiles } from './sort-files.ts';
import type { KnownFile } from './unpack.ts';
import type { About } from './sheet.ts';
import { UnknownKeys } from './unknown-keys.ts';
import { unpivot } from './unpivot.ts';

export interface OwnContext {
  readonly cubes: ReadonlyMap<string, Cube>;
  readonly areas: readonly Area[];
}

/** A bundle of a reader’s own files. It has a manifest even where something is missing, so that all else is checked too. */
export function ownFiles(
  given: readonly KnownFile[],
  { cubes: dictionary, areas: official }: OwnContext,
  say: Say
): Gathered {
  const [list, placing] = [new ProblemList(), new Placing()];
  const recognised: Recognised[] = [];
  const sorted = sortFiles(given, dictionary, list, say);
  const nation = nationSaid(sorted.abouts, sorted.sheets);
  const cubes = cubesFor(dictionary, { nation, categories: [] });
  const areas = nation === undefined || nation.id === 'england' ? official : [];
  const supplied = unpivot(sorted.sheets, cubes, nation?.calendar);
  list.take(supplied.problems);
  for (const sheet of sorted.sheets) placing.show(`${sheet.file} › ${sheet.name}`, lookAtSheet(sheet));
  for (const { file, look } of sorted.looks) placing.show(file, look);

  const about = joinAbout([...sorted.abouts, supplied.about], list);
  sayUnknownNation(about, list);
  const lists = new Map<string, RecognisedList>();
  const listOf = (file: string) => {
    const held = lists.get(file) ?? new RecognisedList();
    lists.set(file, held);
    return held;
  };
  const places = placesOf(about, areas, list, listOf);
  sayPlaces(about, places, placing);
  const aboutFile = sorted.sheets.some(({ name }) => /about/i.test(name)) ? 'the sheet “About”' : ABOUT_FILE;
  const known = {
    areas: [...areas, ...places.areas.filter(({ id }) => !areas.some((area) => area.id === id))],
    own: places.areas,
    localities: places.localities,
    agencies: places.agencies,
    calendar: nation?.calendar,
    declared: {
      areas: `${aboutFile}: as area1 where it is an authority of your own, as locality1 where it is part of one`,
      agencies: `${aboutFile}, as agency1`
    }
  };

  const files = new Map<string, string | Uint8Array>(sorted.words);
  const named = { areas: new Set<string>(), periods: new Set<string>() };
  let rounds: TidiedRegister['rounds'] = [];
  const registers = [...sorted.registers, ...supplied.registers];
  const before = contextOfAbout({ ...known, rounds: [] });
  for (const register of registers) {
    const tidied = tidyRegister(register, before, list);
    if (tidied === undefined) continue;
    if (files.has(tidied.written.path)) {
      list.error('twice-given', tidied.written.file, () => ({
        message: 'the register is given twice',
        remedy: 'Put its rows together in one.'
      }));
      continue;
    }
    files.set(tidied.written.path, tidied.content);
    placing.add(tidied.written);
    recognised.push(...tidied.recognised.all());
    for (const id of tidied.areas) named.areas.add(id);
    for (const id of tidied.periods) named.periods.add(id);
    if (tidied.written.path === registerPath('rounds')) rounds = tidied.rounds;
  }
  const context = contextOfAbout({ ...known, rounds: rounds.map(({ id }) => ({ id, name: id })) });

  const tables: ManifestTable[] = [];
  const unknown = new UnknownKeys();
  const free = freeIds();
  for (const { file, content, shape, cube: shared, name } of sorted.tables) {
    const cube = cubes.get(shared.id) ?? shared;
    const id = free(name);
    const path = `cubes/${id}.csv`;
    const tidied = tidyCsv({ file, content, shape, cube, path, context, onPart: (part) => say(file, part) });
    list.take(tidied.list.all());
    unknown.take(tidied.unknown);
    recognised.push(...tidied.recognised.all());
    if (tidied.table === undefined) continue;
    files.set(path, tidied.table.content);
    placing.add(tidied.table.written);
    tables.push({ id, path, cube, dimensions: tidied.table.dimensions, used: tidied.table.used });
  }
  const seen = new FiguresSeen(list);
  for (const table of supplied.tables) {
    const cube = cubes.get(table.cube);
    if (cube === undefined) continue;
    const id = free(table.name);
    const tidied = tidySheetTable(table, cube, `cubes/${id}.csv`, context, seen);
    if (tidied.written !== undefined) placing.add(tidied.written);
    list.take(tidied.problems.map((problem) => placing.placed(problem)));
    unknown.take(tidied.unknown, (problem) => placing.placed(problem));
    recognised.push(...tidied.recognised);
    if (tidied.table === undefined) continue;
    files.set(`cubes/${id}.csv`, tidied.table.content);
    tables.push({ id, path: `cubes/${id}.csv`, cube, title: table.title, ...tidied.table });
  }

  unknown.tell(list);
  seen.tell();
  periodsApart(supplied.tables, list);

  const refused = list.all().some(({ rule }) => rule === 'row-level');
  const manifest =
    refused || sorted.tables.length + supplied.tables.length === 0
      ? undefined
      : manifestOf(
          {
            about,
            nation,
            places,
            official: areas,
            cubes,
            tables,
            named: { areas: [...named.areas], periods: [...named.periods] },
            rounds: new Map(rounds.map(({ id, date }) => [id, date])),
            notes: supplied.notes ?? [],
            aboutFile,
            given: given.length === 1 ? (given[0]?.path ?? '') : 'the figures'
          },
          list
        );
  if (manifest === undefined || tables.length === 0 || manifest.areas.length === 0) {
    if (!list.hasErrors())
      list.error('no-tables', given[0]?.path ?? '', () => ({
        message: 'there are no figures in what was given',
        remedy: 'Give a workbook or CSV files made from the templates, with their rows filled in.'
      }));
    return { files: new Map(), list, recognised, placing };
  }
  files.set(MANIFEST, `${JSON.stringify(manifest, null, 1)}\n`);
  recognised.push(...[...lists.values()].flatMap((each) => each.all()));
  return { files, list, recognised, placing };
}

/** Where About says what the manifest says of agencies and of the day of supply. */
function sayPlaces({ entries }: About, { agencies }: AboutPlaces, placing: Placing): void {
  const supplied = entries.get('supplied on');
  if (supplied !== undefined) placing.say('sources[0].publishedOn', supplied);
  const named = [...entries].filter(([key]) => /^agency\d*$/.test(key)).map(([, entry]) => entry);
  for (const [at, { name }] of agencies.entries()) {
    const entry = named.find(({ value }) => value.split(';')[0]?.trim() === name);
    if (entry !== undefined) placing.say(`agencies[${at}].from`, { ...entry, remedy: AGENCY_DATES });
  }
}

/** Ids for tables, each once: `plans`, `plans-2`. */
function freeIds(): (wanted: string) => string {
  const taken = new Set<string>();
  return (wanted) => {
    const stem = wanted === '' ? 'table' : wanted;
    let id = stem;
    for (let number = 2; taken.has(id); number += 1) id = `${stem}-${number}`;
    taken.add(id);
    return id;
  };
}
