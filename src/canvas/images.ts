/** The pictures of a map, decoded once each, for the painter; tells when one more is ready. */
import { storedHash } from '../layout/storedImages.ts';
import type { Box, ImageItem, SceneGroup, SceneItem } from '../layout/scene.ts';
import type { MapImages } from '../state/mapImages.ts';
import { boxesMeet } from './boxes.ts';

export interface Images {
  readonly stop: () => void;
  readonly ready: ReadonlyMap<string, HTMLImageElement>;
  /** Begins to decode what these groups show. */
  want(groups: Iterable<SceneGroup>): void;
}

const withImages: ReadonlySet<SceneGroup['role']> = new Set(['media-row', 'stage', 'element']);

const found = new WeakMap<readonly SceneGroup[], readonly SceneGroup[]>();

/** The groups in a view that may hold images. Asked with every frame of a moving camera, so the few are known by their list. */
export function picturedIn(groups: readonly SceneGroup[], view: Box): readonly SceneGroup[] {
  const known = found.get(groups) ?? groups.filter(({ role }) => withImages.has(role));
  found.set(groups, known);
  return known.filter(({ box }) => boxesMeet(box, view));
}

export function createImages(onReady: () => void, stored: MapImages): Images {
  const ready = new Map<string, HTMLImageElement>();
  const asked = new Set<string>();
  /** Pictures the server keeps that are not here yet. */
  const awaited = new Set<ImageItem>();
  const look = (items: readonly SceneItem[]): void => {
    for (const item of items) {
      if (item.kind === 'clip') look(item.items);
      if (item.kind !== 'image' || asked.has(item.href)) continue;
      const hash = storedHash(item.href);
      const address = hash === null ? item.href : stored.urlOf(hash);
      if (address === null) {
        awaited.add(item);
        continue;
      }
      awaited.delete(item);
      asked.add(item.href);
      const image = new Image();
      image.src = address;
      image
        .decode()
        .then(() => {
          ready.set(item.href, image);
          onReady();
        })
        // A picture that cannot be decoded stays out, as in every other drawing.
        .catch(() => undefined);
    }
  };
  return {
    stop: stored.subscribe(() => look([...awaited])),
    ready,
    want(groups) {
      for (const group of groups) if (withImages.has(group.role)) look(group.items);
    },
  };
}
