/** What did not move, moved the wrong way, is overdue, or cannot be seen. */
import { isKnown, type Cell } from '#lib/domain/cell.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import {
  stalledText,
  unjudgedText,
  unseenText,
  withheldText,
  worseText
} from '#lib/words/annual/progress.ts';
import { milestoneName, MOVED, NO_SIGN } from '#lib/words/strategy/verdict.ts';
import { slotAt, type Desk, type SlotOf } from './desk.ts';
import { besideOthers } from './from-slots.ts';
import { overdue } from './from-log.ts';
import type { AnnualDraft, DraftSentence, Found, Rest } from './model.ts';
import { oneMark, restsOfStatement } from './rests.ts';

type Row = Readonly<Record<string, string | Cell>>;

const wordOf = (row: Row, key: string): string => {
  const value = row[key];
  return typeof value === 'string' ? value : '';
};
const numberOf = (row: Row, key: string): number | undefined => {
  const value = row[key];
  return typeof value === 'object' && isKnown(value) ? value.value : undefined;
};

/** Whether a change goes against the direction that is wanted; never of a volume, which has none. */
function isWorse(indicator: PlacedIndicator | undefined, change: number | undefined): boolean {
  const good = indicator?.direction.good;
  return change !== undefined && ((good === 'up' && change < 0) || (good === 'down' && change > 0));
}

/** Whose figure a row tells of, where its name says that it is not the area’s own. */
function whoseOf(figure: string, { name }: PlacedIndicator, { beyond }: Desk): Pick<Rest, 'area'> {
  const area = beyond.find(
    (each) => figure.startsWith(name) && figure.slice(name.length).includes(each.name)
  );
  return area === undefined ? {} : { area: area.name };
}

/** A milestone as the table of verdicts has it, and as a sentence names it: `1 April 2022 (Front door strategy launched)`. */
function sinceOf(row: Row): { readonly since: string; readonly milestone: string } {
  const [since = '', ...what] = wordOf(row, 'since').split(': ');
  return { since, milestone: `${since} (${milestoneName(what.join(': '))})` };
}

/** Figures after a milestone, from the table of verdicts. */
async function afterMilestones(desk: Desk): Promise<readonly DraftSentence[]> {
  const found = await slotAt(desk, 'strategy/outcomes');
  const verdicts = found?.slot.tables?.find(({ id }) => id === 'verdicts');
  if (!found || !verdicts) return [];
  const { rows, columns, indicators = [] } = verdicts.table;
  const whose = columns.find(({ key }) => key === 'others')?.label;
  const lines = rows.map((row, at) => {
    const indicator = desk.indicators.find(({ id }) => id === indicators[at]);
    const [before, after] = [numberOf(row, 'before'), numberOf(row, 'after')];
    const others = wordOf(row, 'others');
    return {
      verdict: wordOf(row, 'verdict'),
      figure: wordOf(row, 'figure'),
      change: wordOf(row, 'change'),
      ...sinceOf(row),
      others:
        others === '–' || others === ''
          ? ''
          : whose === undefined
            ? `; ${others}`
            : `; ${whose.toLowerCase()} ${others}`,
      indicator,
      moved: before === undefined || after === undefined ? undefined : after - before
    };
  });
  const saidOf = (text: string, behind: readonly (typeof lines)[number][]): DraftSentence => {
    const judged = behind.flatMap(({ indicator, ...line }) =>
      indicator === undefined ? [] : [{ ...line, indicator }]
    );
    const [first, ...others] = judged;
    if (first === undefined) return { said: { text }, from: found.model, figures: [] };
    const { indicator, figure, since } = first;
    const mark = oneMark(judged.map(({ indicator }) => indicator));
    const alone = others.length === 0;
    return {
      said: { text, mark },
      from: found.model,
      figures: [
        {
          ...(alone ? { indicator: indicator.id, ...whoseOf(figure, indicator, desk) } : {}),
          what: alone ? indicator.name : found.slot.heading,
          shown: text,
          when: alone ? `since ${since}` : found.model.period.label,
          mark
        }
      ]
    };
  };
  const told = (line: (typeof lines)[number]) => ({ ...line, since: line.milestone });
  /** With its milestone, where it has another verdict after another. */
  const nameOf = ({ figure, verdict, milestone }: (typeof lines)[number]): string =>
    lines.some((other) => other.figure === figure && other.verdict !== verdict)
      ? `${figure}, since ${milestone}`
      : figure;
  const noVerdict = [...new Set(lines.map(({ verdict }) => verdict))].filter(
    (verdict) => verdict !== NO_SIGN && !verdict.startsWith(MOVED)
  );
  return [
    ...lines
      .filter(({ verdict }) => verdict === NO_SIGN)
      .map((line) => saidOf(stalledText(told(line)), [line])),
    ...lines
      .filter(({ verdict, indicator, moved }) => verdict.startsWith(MOVED) && isWorse(indicator, moved))
      .map((line) => saidOf(worseText(line.figure, line.change, line.milestone), [line])),
    ...noVerdict.map((verdict) => {
      const alike = lines.filter((line) => line.verdict === verdict);
      return saidOf(unjudgedText(verdict, alike.map(nameOf)), alike);
    })
  ];
}

/** Standards that got clearly worse between two rounds that can be compared. */
function worseStandards(desk: Desk, { model, slot }: SlotOf): readonly DraftSentence[] {
  const rows = slot.charts.flatMap(({ table }) => table.rows);
  return rows.flatMap((row): DraftSentence[] => {
    const indicator = desk.indicators.find(({ name }) => name === wordOf(row, 'standard'));
    const clear = [numberOf(row, 'least'), numberOf(row, 'most')];
    const said = slot.statements.find((each) => each.indicator === indicator?.id);
    return indicator && said && clear.every((bound) => isWorse(indicator, bound))
      ? [{ said, from: model, figures: restsOfStatement(said, slot, model, desk) }]
      : [];
  });
}

async function auditsOf(desk: Desk): Promise<readonly DraftSentence[]> {
  const areas = desk.model.area.kind === 'partnership' ? desk.beyond : [undefined];
  const found = await Promise.all(
    areas.map(async (area) => {
      const at = await slotAt(desk, 'audits/audit-change', area);
      const worse = at === undefined ? [] : worseStandards(desk, at);
      return area === undefined ? worse : worse.map((each) => besideOthers(desk, each, area));
    })
  );
  return found.flat();
}

/** The action that a sentence about an audit ends with. */
const ACTION = ' Action: “';

/** A sentence about an audit without its action, where that is told of by itself as well. */
function withoutAction(each: DraftSentence, actions: readonly DraftSentence[]): DraftSentence {
  const { text, reckonedOn: _, lasting: _lasting, ...said } = each.said;
  const at = text.indexOf(ACTION);
  const action = at < 0 ? '' : (text.slice(at + 1).split('”')[0] ?? '').toLowerCase();
  if (action === '' || !actions.some((one) => one.said.text.toLowerCase().startsWith(action))) return each;
  const cut = (words: string) => words.slice(0, words.indexOf(ACTION));
  return {
    ...each,
    said: { ...said, text: cut(text) },
    figures: each.figures.map((rest) => ({ ...rest, shown: cut(rest.shown) }))
  };
}

const plain = (desk: Desk, text: string): DraftSentence => ({
  said: { text },
  from: desk.model,
  figures: []
});

/** What is lacking, under the first heading that asks for it. */
function lackingUnder(others: readonly AnnualDraft[]) {
  const told = new Set<string>();
  return others.flatMap(({ heading, lacking }) => {
    const abouts = lacking.map(({ about }) => about).filter((about) => !told.has(about) && told.add(about));
    return abouts.length === 0 ? [] : [{ heading, abouts }];
  });
}

/** @param others what the other headings in force were drafted to */
export async function noProgress(desk: Desk, others: readonly AnnualDraft[]): Promise<Found> {
  const names = [...new Set(others.flatMap(({ withheld }) => withheld))];
  const unseen = lackingUnder(others);
  const actions = await overdue(desk);
  return {
    sentences: [
      ...(await afterMilestones(desk)),
      ...(await auditsOf(desk)).map((each) => withoutAction(each, actions)),
      ...actions,
      ...(names.length === 0 ? [] : [plain(desk, withheldText(names))]),
      ...(unseen.length === 0 ? [] : [plain(desk, unseenText(unseen))])
    ],
    withheld: []
  };
}
