/** The pictures of a map, decoded once each, for the painter; tells when one more is ready. */
import { storedHash } from '../layout/storedImages.ts';
import type { SceneGroup, SceneItem } from '../layout/scene.ts';

export interface Images {
  readonly ready: ReadonlyMap<string, HTMLImageElement>;
  /** Begins to decode what these groups show. */
  want(groups: Iterable<SceneGroup>): void;
}

const withImages: ReadonlySet<SceneGroup['role']> = new Set(['media-row', 'stage', 'element']);

export function createImages(onReady: () => void): Images {
  const ready = new Map<string, HTMLImageElement>();
  const asked = new Set<string>();
  const look = (items: readonly SceneItem[]): void => {
    for (const item of items) {
      if (item.kind === 'clip') look(item.items);
      if (item.kind !== 'image' || asked.has(item.href) || storedHash(item.href) !== null) continue;
      asked.add(item.href);
      const image = new Image();
      image.src = item.href;
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
    ready,
    want(groups) {
      for (const group of groups) if (withImages.has(group.role)) look(group.items);
    },
  };
}
