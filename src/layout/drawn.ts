/** A drawing with its size, before anybody gave it a place. Items are relative to its corner. */
import type { SceneItem } from './scene.ts';

export interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly items: readonly SceneItem[];
}
