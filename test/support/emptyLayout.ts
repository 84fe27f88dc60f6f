/** A layout with nothing in it, for tests of what stands before layout. */
import type { MapLayout } from '../../src/layout/mapLayout.ts';

export const emptyLayout: MapLayout = {
  width: 0,
  height: 0,
  stages: [],
  lanes: [],
  cards: new Map(),
  sequence: [],
  cells: new Map(),
  links: [],
  curves: [],
  groups: [],
  groupOf: new Map(),
};
