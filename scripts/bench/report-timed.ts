/** Times a pack where it is made: run by `report.mjs` in a process of its own, which reads the last line. */
import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import * as Plot from '@observablehq/plot';
import { chartOptions } from '#lib/charts/options.ts';
import { drawChart } from '#lib/charts/draw.ts';
import { openDatabase } from '#lib/db/node.ts';
import { packHtml } from '#lib/exports/pack-html.ts';
import { preparedFacts } from '#lib/indicators/prepare.ts';
import { svgDocument } from '#lib/ui/svg-document.node.ts';
import { packModel } from '#lib/views/pack/pack.ts';
import { readPage } from '#lib/views/pack/page-text.ts';
import { packFromTemplate } from '#lib/views/pack/template.ts';
import { viewOf } from '#lib/views/view.ts';
import { readPublished } from '../read-published.ts';
import { readTemplates } from '../report-pack.ts';
import { printed, typeface } from '../report-print.ts';

const TURNS = 5;
const SIZES = ['wide', 'narrow'] as const;
const AREA = 'kestrelshire';

const middle = (times: readonly number[]) => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;

function timed(act: () => void): number {
  const begun = performance.now();
  act();
  return performance.now() - begun;
}

async function main(folder: string): Promise<void> {
  const facts = await preparedFacts(await readPublished('data/demo'), openDatabase);
  const template = (await readTemplates()).get('quarterly-board-pack');
  if (template === undefined) throw new Error('no template');
  const place = { page: 'view', area: AREA, view: 'overview' } as const;
  const pack = packFromTemplate(template, { own: false, place }, 'Kestrelshire');
  const begun = performance.now();
  const model = await packModel(
    pack,
    [],
    async (page, reckonedOn) => {
      const read = readPage(page);
      return read === undefined ? { unanswerable: page } : viewOf(facts, read.place, reckonedOn);
    },
    { made: '2024-09-12', catalogue: () => Promise.resolve(facts.catalogue) }
  );
  const fonts = await typeface();
  const html = () =>
    packHtml(model, { fonts, draw: (spec, size, id) => drawChart(spec, size, svgDocument, id) });
  const whole = html();
  const { pdf } = await printed(whole);
  const made = performance.now() - begun;
  await writeFile(join(folder, 'pack.pdf'), pdf);

  const figures = model.blocks.flatMap((block) => (block.kind === 'figure' ? [block.figure] : []));
  // The pack holds each chart as it is drawn for a sheet and for a phone.
  const options = figures.flatMap(({ drawn }) =>
    'spec' in drawn ? SIZES.map((size) => chartOptions(drawn.spec, size, drawn.id)) : []
  );
  const screen: number[] = [];
  const bare: number[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    screen.push(timed(() => void html()));
    bare.push(
      timed(() => {
        for (const each of options) void Plot.plot({ ...each, document: svgDocument }).outerHTML;
      })
    );
  }
  await facts.close();
  console.log(
    `TIMED ${JSON.stringify({ figures: figures.length, screen: middle(screen), bare: middle(bare), pdf: made })}`
  );
}

await main(process.argv[2] ?? '.');
