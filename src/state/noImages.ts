import type { MapImages } from './mapImages.ts';

/** What stands where no picture can be asked for. */
export const noImages: MapImages = {
  urlOf: () => null,
  subscribe: () => () => undefined,
  blobOf: () => Promise.resolve(null),
  add: () => Promise.resolve({ ok: false, failure: { kind: 'offline' } }),
  bring: () => Promise.resolve(false),
};
