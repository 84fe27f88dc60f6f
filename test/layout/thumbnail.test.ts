import { describe, expect, it } from 'vitest';
import { layoutOptionsFor } from '../../src/layout/defaultOptions.ts';
import { layoutMap } from '../../src/layout/layoutMap.ts';
import type { Scene, SceneItem } from '../../src/layout/scene.ts';
import { layoutThumbnail } from '../../src/layout/thumbnail.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { templates } from '../support/templates.ts';

const size = { width: 426, height: 169 } as const;

function thumbnailOf(map: JourneyMap, kind: 'map' | 'profile' = 'map'): Scene {
  return layoutThumbnail(map, layoutMap(map, layoutOptionsFor(map)), kind, size.width, size.height);
}

function itemsOf(scene: Scene): readonly SceneItem[] {
  return scene.groups.flatMap((group) => group.items);
}

function isOutside(item: SceneItem): boolean {
  if (item.kind === 'circle')
    return item.cx < 0 || item.cx > size.width || item.cy < 0 || item.cy > size.height;
  if (item.kind === 'rect') {
    return (
      item.x < -0.01 ||
      item.x + item.width > size.width + 0.01 ||
      item.y < 0 ||
      item.y + item.height > size.height
    );
  }
  if (item.kind !== 'path') return false;
  return item.commands.some((command) =>
    command.some(
      (value, i) =>
        typeof value === 'number' && (value < -1 || value > (i % 2 === 1 ? size.width : size.height) + 1),
    ),
  );
}

const dots = (scene: Scene) =>
  itemsOf(scene).filter((item) => item.kind === 'circle' && item.fill === 'signal');

describe.each(templates)('the thumbnail of $name', ({ map }) => {
  it('lies inside its size and holds no text', () => {
    for (const kind of ['map', 'profile'] as const) {
      const items = itemsOf(thumbnailOf(map, kind));
      expect(items.filter(isOutside)).toEqual([]);
      expect(items.filter((item) => item.kind === 'text')).toEqual([]);
    }
  });

  it('has a red dot for each rated moment of truth and a profile with land and water', () => {
    const scene = thumbnailOf(map);
    const rated = map.moments.filter(
      (moment) => map.touchpoints.find(({ id }) => id === moment.touchpointId)?.emotion != null,
    );
    expect(dots(scene)).toHaveLength(new Set(rated.map((moment) => moment.touchpointId)).size);
    const fills = itemsOf(scene).map((item) => ('fill' in item ? item.fill : undefined));
    expect(fills).toEqual(expect.arrayContaining(['emotion-positive', 'emotion-negative']));
  });

  it('of a template shows the profile alone, of a map its touchpoints too', () => {
    expect(
      itemsOf(thumbnailOf(map)).length - itemsOf(thumbnailOf(map, 'profile')).length,
    ).toBeGreaterThanOrEqual(map.touchpoints.length);
  });
});

it('a map without stages, touchpoints or curve has a picture too', () => {
  const [first] = templates;
  if (!first) throw new Error('no template');
  const bare: JourneyMap = {
    ...first.map,
    stages: [],
    lanes: [],
    touchpoints: [],
    moments: [],
    links: [],
    insights: [],
    opportunities: [],
    actions: [],
  };
  expect(itemsOf(thumbnailOf(bare)).filter(isOutside)).toEqual([]);
  expect(JSON.stringify(thumbnailOf(bare))).not.toContain('null');
});
