/**
 * Lays an overlay over a layout: cards get its blocks, and what it draws below them lies under links and cards.
 *
 * In:  the kind, and a map to work its figures out from, which is what costs; the former overlay, whose cards are kept
 *      where they say the same. Out: something a layout can be drawn with (LayoutOptions.overlays), and its legend.
 * Laying it over a layout costs a look at each group, and where only words changed at those cards (carryOver.ts); a card
 * is drawn anew when it or its block is another. Layouts may be newer than the figures: a card they do not know yet has
 * an empty block.
 */
import type { JourneyMap, Touchpoint } from '../../model/journeyMap.ts';
import type { OverlayKind } from '../../model/overlayKinds.ts';
import { emotionBand } from '../../model/emotionBand.ts';
import { overlayWords, type OverlayWords } from '../../words/overlays.ts';
import { cardContext } from '../cardContext.ts';
import { drawCard } from '../drawCard.ts';
import { filteredCard } from '../drawFiltered.ts';
import type { LayoutOptions } from '../layoutOptions.ts';
import type { CardBox, MapLayout } from '../mapLayout.ts';
import type { Overlay } from '../overlay.ts';
import { PatchedMap } from '../patchedMap.ts';
import { LazyPart, placePart } from '../part.ts';
import type { Detail, SceneGroup, SceneItem } from '../scene.ts';
import { emptyBlock } from './blocks.ts';
import { carryOver, type Laid } from './carryOver.ts';
import { evidenceFigures } from './evidence.ts';
import type { Block, Figures, Legend } from './figures.ts';
import { lossFigures } from './losses.ts';
import { momentFigures } from './moments.ts';
import { ownerFigures } from './owners.ts';
import { painFigures } from './pain.ts';
import { tierFigures } from './tiers.ts';

const figuresOf: Readonly<Record<OverlayKind, (map: JourneyMap, personaId: string | null) => Figures>> = {
  losses: lossFigures,
  pain: painFigures,
  moments: momentFigures,
  owners: ownerFigures,
  evidence: evidenceFigures,
  tiers: tierFigures,
};

export interface MadeOverlay extends Overlay {
  readonly kind: OverlayKind;
  readonly figures: Figures;
  legend(words: OverlayWords): Legend;
}

/** Whether what lies over a layout was made here, and so has a legend. */
export function isMadeOverlay(overlay: Overlay | null): overlay is MadeOverlay {
  return overlay instanceof LaidOverlay;
}

type Drawn = Pick<LayoutOptions, 'words' | 'lead'>;

interface Covered {
  readonly block: Block | null;
  readonly group: SceneGroup;
}

/** `personaId`: whose pain, whose moments; null: everybody's. */
export function makeOverlay(
  kind: OverlayKind,
  map: JourneyMap,
  personaId: string | null = null,
  former: MadeOverlay | null = null,
): MadeOverlay {
  const figures = figuresOf[kind](map, personaId);
  const covered = former instanceof LaidOverlay && former.kind === kind ? former.covered : undefined;
  return new LaidOverlay(kind, figures, covered);
}

const nothing = emptyBlock();

class LaidOverlay implements MadeOverlay {
  readonly kind: OverlayKind;
  readonly figures: Figures;
  /** What each card of a plain layout became. */
  readonly covered: WeakMap<SceneGroup, Covered>;
  #latest: (Laid & { readonly options: Drawn }) | null = null;

  #under: Pick<MapLayout, 'cards' | 'lanes' | 'stages' | 'groups'> | null = null;

  constructor(kind: OverlayKind, figures: Figures, covered = new WeakMap<SceneGroup, Covered>()) {
    this.kind = kind;
    this.figures = figures;
    this.covered = covered;
  }

  legend(words: OverlayWords): Legend {
    return this.figures.legend(words);
  }

  spoken(id: string, language: 'en' | 'zh'): string {
    return this.figures.blocks.get(id)?.says(overlayWords[language]) ?? '';
  }

  over(below: MapLayout, journey: JourneyMap, options: Drawn): MapLayout {
    const { words, lead } = options;
    const { options: before } = this.#latest ?? {};
    const latest = before?.words === words && before.lead === lead ? this.#latest : null;
    if (latest?.below === below) return latest.layout;
    const touchpoints = lookUp(journey);
    const cover = (group: SceneGroup): SceneGroup => {
      const box = group.role === 'touchpoint' ? below.cards.get(group.recordId ?? '') : undefined;
      return box ? this.#cover(group, box, touchpoints, journey, options) : group;
    };
    const layout = (latest && carryOver(latest, below, cover)) ?? this.#overAll(below, journey, cover);
    this.#latest = { below, options: { words, ...(lead === undefined ? {} : { lead }) }, layout };
    return layout;
  }

  #overAll(below: MapLayout, journey: JourneyMap, coverOf: (group: SceneGroup) => SceneGroup): MapLayout {
    const patches = new Map<string, SceneGroup>();
    const groups: SceneGroup[] = below.groups.map((group) => {
      const cover = coverOf(group);
      if (cover !== group) patches.set(group.recordId ?? '', cover);
      return cover;
    });
    const ground = groups.findIndex(({ role }) => role !== 'lane' && role !== 'stage');
    groups.splice(ground < 0 ? groups.length : ground, 0, ...this.#underOf(below, journey));
    return {
      ...below,
      groups,
      groupOf: PatchedMap.over(below.groupOf).with(patches),
      plain: below.plain ?? below,
    };
  }

  /** The same groups as long as cards, lanes and stages are where they were. */
  #underOf(plain: MapLayout, journey: JourneyMap): readonly SceneGroup[] {
    const { cards, lanes, stages } = plain;
    const before = this.#under;
    if (before?.cards === cards && before.lanes === lanes && before.stages === stages) return before.groups;
    const groups = this.figures.under?.(plain, journey) ?? [];
    this.#under = { cards, lanes, stages, groups };
    return groups;
  }

  #cover(
    group: SceneGroup,
    box: CardBox,
    touchpoints: (id: string) => Touchpoint | undefined,
    journey: JourneyMap,
    options: Drawn,
  ): SceneGroup {
    const isQuiet = this.figures.others === 'quiet';
    const own = this.figures.blocks.get(box.id);
    // A delivery card has no emotion whose place would have to be taken.
    if (!own && !isQuiet && box.kind === 'delivery') return group;
    const block = own ?? (isQuiet ? null : nothing);
    const known = this.covered.get(group);
    if (known && known.block?.key === block?.key) return known.group;
    const touchpoint = touchpoints(box.id);
    if (!touchpoint) return group;
    const context = cardContext(touchpoint, box.kind, journey, options);
    const draw = block
      ? (detail: Detail) => drawCard(touchpoint, context, detail, block.draw)
      : quiet(group, touchpoint, box.kind, context.emotion);
    const { id, role, title, origin } = group;
    const area = { ...group.box, x: group.box.x - origin.x, y: group.box.y - origin.y };
    const part = new LazyPart({ id, role, recordId: box.id, title, box: area }, 'full', draw);
    const placed = placePart(part, origin);
    this.covered.set(group, { block, group: placed });
    return placed;
  }
}

/** Drawn as what a filter leaves out. */
function quiet(
  group: SceneGroup,
  { title }: Touchpoint,
  kind: CardBox['kind'],
  emotion: number | null,
): (detail: Detail) => readonly SceneItem[] {
  const band = emotion === null ? null : emotionBand(emotion);
  return (detail) => filteredCard(group.itemsAt?.(detail) ?? group.items, { kind, title, band }, detail);
}

/** Made when the first one is asked for: mostly none or a few are. */
function lookUp({ touchpoints }: JourneyMap): (id: string) => Touchpoint | undefined {
  let byId: ReadonlyMap<string, Touchpoint> | null = null;
  return (id) => (byId ??= new Map(touchpoints.map((one) => [one.id, one]))).get(id);
}
