/** The drawing of a card or cell at a detail. */
import type { Detail, SceneGroup, SceneItem } from '../layout/scene.ts';

export function cardItems(group: SceneGroup, _detail: Detail): readonly SceneItem[] {
  return group.items;
}
