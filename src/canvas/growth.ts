/** How much larger marks are drawn when the map is seen from afar, so that they can still be seen. */
import type { Detail } from '../layout/scene.ts';

export const growth: Record<Detail, number> = { full: 1, titles: 1.7, blocks: 4 };
