/** A layout in which some things are drawn as a filter leaves them out on the canvas. The same layout when there are none. */
import { filteredCard, filteredItems } from '../layout/drawFiltered.ts';
import type { MapLayout } from '../layout/mapLayout.ts';
import type { SceneGroup } from '../layout/scene.ts';
import { cardKindOf } from '../layout/sizes.ts';
import { emotionBand } from '../model/emotionBand.ts';
import type { JourneyMap } from '../model/journeyMap.ts';
import { effectiveScore } from '../model/sequence.ts';

export function drawDimmed(layout: MapLayout, map: JourneyMap, ids: ReadonlySet<string>): MapLayout {
  if (ids.size === 0) return layout;
  const touchpoints = new Map(map.touchpoints.map((one) => [one.id, one]));
  const kinds = new Map(map.lanes.map(({ id, kind }) => [id, cardKindOf(kind)]));
  const dimmed = ({ role, recordId = '', items }: SceneGroup): SceneGroup['items'] => {
    const touchpoint = role === 'touchpoint' ? touchpoints.get(recordId) : undefined;
    const kind = touchpoint && kinds.get(touchpoint.laneId);
    if (!kind) return filteredItems(items);
    const emotion = effectiveScore(touchpoint, 'emotion', map);
    const band = emotion === null ? null : emotionBand(emotion);
    return filteredCard(items, { kind, title: touchpoint.title, band }, 'full');
  };
  const groups = layout.groups.map((group) =>
    group.recordId !== undefined && ids.has(group.recordId) ? { ...group, items: dimmed(group) } : group,
  );
  return { ...layout, groups };
}
