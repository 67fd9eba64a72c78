/** What a draft is written from: pages of the area and of those its figures can be of, and the partnership’s registers. */
import { partnershipAbove, type Area } from '#lib/domain/area.ts';
import { VIEWS, indicatorPlace, type AreaView, type ViewPlace } from '#lib/selection/place.ts';
import { writePage } from '#lib/selection/agenda.ts';
import type { Catalogue } from '#lib/db/catalogue.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import type { Slot, ViewModel } from '../model.ts';
import { readPage } from '../pack/page-text.ts';
import type { Unanswerable } from '../setting.ts';

export type DraftCatalogue = Pick<Catalogue, 'manifest' | 'registers' | 'own' | 'indicators'>;

export interface Desk {
  /** The page that the report stands on. */
  readonly model: ViewModel;
  /** ISO date on which the report is put together. */
  readonly made: string;
  readonly catalogue?: DraftCatalogue;
  readonly indicators: readonly PlacedIndicator[];
  /** Where a figure is looked for when the area has none of its own: its partnership, or the authorities within it. */
  readonly beyond: readonly Area[];
  readonly view: (view: AreaView, area?: Area) => Promise<ViewModel | undefined>;
  readonly indicator: (id: string, area?: Area) => Promise<ViewModel | undefined>;
}

/** What a desk is set up from. */
export interface DraftAt {
  readonly page: string;
  readonly model: ViewModel;
  readonly made: string;
  readonly pages: (page: string) => Promise<ViewModel | Unanswerable>;
  readonly catalogue: DraftCatalogue | undefined;
}

/** Of an area with own figures, as those allow indicators to be worked out. */
function indicatorsAt(catalogue: DraftCatalogue, { area, period }: ViewModel): readonly PlacedIndicator[] {
  const { own } = catalogue;
  if (own?.areas.includes(area.id) !== true) return catalogue.indicators;
  return period.end > own.after ? own.later : own.indicators;
}

function areasBeyond({ manifest: { areas } }: DraftCatalogue, { area }: ViewModel): readonly Area[] {
  const here = areas.find(({ id }) => id === area.id);
  if (here === undefined) return [];
  if (here.kind === 'partnership')
    return areas.filter(({ kind, parent }) => kind === 'authority' && parent === here.id);
  const above = partnershipAbove(here, areas);
  return above === undefined ? [] : [above];
}

export function deskAt({ page, model, made, pages, catalogue }: DraftAt): Desk {
  const read = readPage(page);
  const open = async (place: ViewPlace): Promise<ViewModel | undefined> => {
    const made = await pages(writePage({ own: read?.own === true, place }));
    return 'unanswerable' in made ? undefined : made;
  };
  /** Beside whom the page of the report stands, an authority’s figure stands too. */
  const placed = (area: Area | undefined): ViewPlace | undefined =>
    read && {
      ...read.place,
      ...(area === undefined ? {} : { area: area.slug, compare: read.place.compare ?? model.compare.id })
    };
  return {
    model,
    made,
    ...(catalogue === undefined ? {} : { catalogue }),
    indicators: catalogue === undefined ? [] : indicatorsAt(catalogue, model),
    beyond: catalogue === undefined ? [] : areasBeyond(catalogue, model),
    view: (view, area) => {
      const place = placed(area);
      return place === undefined ? Promise.resolve(undefined) : open({ ...place, view });
    },
    indicator: (id, area) => {
      const place = placed(area);
      return place === undefined ? Promise.resolve(undefined) : open(indicatorPlace(id, place));
    }
  };
}

export interface SlotOf {
  readonly model: ViewModel;
  readonly slot: Slot;
}

/** `audits/audit-change`, of the area or another; undefined where that page has no such slot. */
export async function slotAt(desk: Desk, named: string, area?: Area): Promise<SlotOf | undefined> {
  const [page = '', id] = named.split('/');
  const view = VIEWS.find((each) => each === page);
  const model = view === undefined ? undefined : await desk.view(view, area);
  const slot = model?.slots.find((each) => each.id === id);
  return model === undefined || slot === undefined ? undefined : { model, slot };
}
