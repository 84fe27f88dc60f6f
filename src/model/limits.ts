/**
 * The numbers of domain.md 1: how long, how many, how large. Every check and every message takes them from here.
 */
import type { Collection } from './journeyMap.ts';

/** Text lengths in UTF-16 units. */
export const SHORT_NAME = 40;
export const NAME = 120;
export const SHORT_TEXT = 400;
export const LONG_TEXT = 4000;
/** Not stated by the model; long enough for any real address, short enough to keep junk out. */
export const URL_LENGTH = 4000;
/** Characters of an inline image, its `data:` head included. */
export const IMAGE_LENGTH = 524_288;

/** A picture a person may give: bytes and pixels. */
export const IMAGE_IN = { bytes: 10 * 1024 * 1024, pixels: 50_000_000 } as const;
/** A picture as it is kept: bytes, the longer side in pixels, and how many and how much a map may have. */
export const STORED_IMAGE = {
  bytes: 2 * 1024 * 1024,
  side: 2048,
  perMap: 200,
  bytesPerMap: 64 * 1024 * 1024,
} as const;

/** Bytes of a file, as UTF-8. */
export const FILE_BYTES = 20 * 1024 * 1024;
/** Lists and objects inside each other; the file itself is the first. */
export const JSON_DEPTH = 32;
/** Items of a list inside a record (tags, goals, messages …): the model's "5000 of any other collection". */
export const LIST_LENGTH = 5000;
/** Reasons listed when a file is refused. */
export const REASONS = 50;

/** How many records each collection may hold. */
export const COLLECTION_LIMITS = {
  tiers: 12,
  personas: 12,
  stages: 40,
  lanes: 40,
  channels: 60,
  touchpoints: 5000,
  moments: 5000,
  links: 10_000,
  insights: 5000,
  opportunities: 5000,
  actions: 5000,
  evidence: 5000,
  readings: 5000,
  comments: 5000,
  votes: 5000,
  snapshots: 5000,
  dismissals: 5000,
  elements: 2000,
  views: 200,
} as const satisfies Record<Collection, number>;

export const STAGE_WIDTH = { min: 160, max: 2400, default: 320 } as const;
export const LANE_HEIGHT = { min: 60, max: 1200, default: 160 } as const;
/** A free element's distance from the grid, and its sides. */
export const ELEMENT_DISTANCE = { min: 0, max: 20_000, default: 0 } as const;
export const ELEMENT_WIDTH = { min: 40, max: 4000, default: 168 } as const;
export const ELEMENT_HEIGHT = { min: 24, max: 4000, default: 112 } as const;
/** A saved view's zoom (1 = 100 %), and how far from the map's corner it may look, in map units. */
export const VIEW_ZOOM = { min: 0.1, max: 4, default: 1 } as const;
export const VIEW_REACH = { min: -200_000, max: 200_000, default: 0 } as const;
export const EMOTION = { min: -2, max: 2, decimals: 1 } as const;
export const LAST_ROW = 20;
export const TRIAD_SUM = 100;
