/** What can be laid over a map, one at a time. What each shows is in src/layout/overlays. */
export const overlayKinds = ['losses', 'pain', 'moments', 'owners', 'evidence', 'tiers'] as const;
export type OverlayKind = (typeof overlayKinds)[number];
