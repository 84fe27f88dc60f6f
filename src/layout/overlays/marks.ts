/**
 * Marks of the checks on the cards they are about: a small triangle with a stroke on the lower edge, a ring where it is only
 * for information. Ink on the card's ground, in its own halo, so that it neither shouts nor hangs on a colour.
 *
 * In:  what the checks found (set aside or not; what is set aside has no mark), the map they looked at.
 * Out: something a layout can be drawn with; cards keep their drawing below the mark.
 */
import type { Finding } from '../../model/finding.ts';
import type { JourneyMap } from '../../model/journeyMap.ts';
import { checkWords } from '../../words/checks.ts';
import { inTurn } from '../../words/together.ts';
import type { CardBox, MapLayout } from '../mapLayout.ts';
import { derivedGroup } from '../movedGroup.ts';
import type { Overlay } from '../overlay.ts';
import { PatchedMap } from '../patchedMap.ts';
import type { Detail, SceneGroup } from '../scene.ts';
import { carryOver, type Laid } from './carryOver.ts';
import { markItems, type Sign } from './markItems.ts';

interface Marked {
  readonly sign: Sign;
  readonly group: SceneGroup;
}

/** From the card's right edge to the middle of its mark, and half of what the mark covers. */
const inset = 18;
const reach = 11;
const sizes: Readonly<Record<Detail, number>> = { full: 1, titles: 1.5, blocks: 3 };

/** What was found, by the touchpoint on whose card it is marked (its own, a moment's, where a link leaves); without what is set aside. */
function findingsByCard(
  findings: readonly Finding[],
  map: Pick<JourneyMap, 'moments' | 'links' | 'touchpoints'>,
): ReadonlyMap<string, readonly Finding[]> {
  const own = new Map(map.touchpoints.map(({ id }) => [id, id]));
  for (const { id, touchpointId } of map.moments) own.set(id, touchpointId);
  for (const { id, from } of map.links) own.set(id, from);
  const byCard = new Map<string, Finding[]>();
  for (const finding of findings) {
    const id = own.get(finding.targetId);
    if (id === undefined || finding.dismissed) continue;
    const before = byCard.get(id);
    if (before) before.push(finding);
    else byCard.set(id, [finding]);
  }
  return byCard;
}

export function makeMarks(
  findings: readonly Finding[],
  map: Pick<JourneyMap, 'moments' | 'links' | 'touchpoints'>,
  former?: Overlay | null,
): Overlay {
  const kept = former instanceof Marks ? former.marked : undefined;
  return new Marks(findingsByCard(findings, map), kept);
}

class Marks implements Overlay {
  readonly marked: WeakMap<SceneGroup, Marked>;
  readonly #findings: ReadonlyMap<string, readonly Finding[]>;
  #latest: Laid | null = null;

  constructor(findings: ReadonlyMap<string, readonly Finding[]>, marked = new WeakMap<SceneGroup, Marked>()) {
    this.#findings = findings;
    this.marked = marked;
  }

  spoken(id: string, language: 'en' | 'zh'): string {
    const found = this.#findings.get(id) ?? [];
    return inTurn(
      language,
      found.map(({ kind }) => checkWords[language][kind].name),
    );
  }

  over(below: MapLayout): MapLayout {
    const latest = this.#latest;
    if (latest?.below === below) return latest.layout;
    const layout =
      (latest && carryOver(latest, below, (group) => this.#over(group, below))) ?? this.#overAll(below);
    this.#latest = { below, layout };
    return layout;
  }

  #overAll(below: MapLayout): MapLayout {
    const patches = new Map<string, SceneGroup>();
    const groups = below.groups.map((group) => {
      const marked = this.#over(group, below);
      if (marked !== group) patches.set(group.recordId ?? '', marked);
      return marked;
    });
    return {
      ...below,
      groups,
      groupOf: PatchedMap.over(below.groupOf).with(patches),
      plain: below.plain ?? below,
    };
  }

  #over(group: SceneGroup, { cards }: MapLayout): SceneGroup {
    const id = group.role === 'touchpoint' ? (group.recordId ?? '') : '';
    const found = this.#findings.get(id);
    const box = found && cards.get(id);
    if (!box) return group;
    return this.#mark(group, box, found.some(({ severity }) => severity === 'warning') ? 'warning' : 'info');
  }

  #mark(group: SceneGroup, { width, height }: CardBox, sign: Sign): SceneGroup {
    const known = this.marked.get(group);
    if (known?.sign === sign) return known.group;
    const { origin, box } = group;
    // The largest mark reaches below the card.
    const bottom = Math.max(box.y + box.height, origin.y + height + reach * sizes.blocks);
    const area = { ...box, height: bottom - box.y };
    const marked = derivedGroup(group, origin, area, (items, detail) => [
      ...items,
      ...markItems(sign, width - inset * Math.min(2, sizes[detail]), height, sizes[detail]),
    ]);
    this.marked.set(group, { sign, group: marked });
    return marked;
  }
}
