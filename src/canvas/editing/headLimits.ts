/** Sizes a stage and a lane may have (domain.md 2.5, 2.6), whole map units. */
const clamp = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, Math.round(value)));

export const limits = {
  stage: (width: number): number => clamp(width, 160, 2400),
  lane: (height: number): number => clamp(height, 60, 1200),
} as const;
