/**
 * How each persona's line is told apart without colour: ink, dash and marker in a fixed order.
 * Personas 6 to 12 repeat the five inks and dashes with a double line; the two last of them have other markers.
 */
import type { ColourRole } from './colours.ts';

export type Marker = 'circle' | 'square' | 'diamond' | 'triangle' | 'cross' | 'ring';

export interface LineSign {
  readonly ink: ColourRole;
  readonly dash: readonly number[];
  readonly marker: Marker;
  readonly double: boolean;
}

/** The base curve ("Everyone"): ink, solid, circles. */
export const baseSign: LineSign = { ink: 'ink', dash: [], marker: 'circle', double: false };

const five: readonly LineSign[] = [
  { ink: 'persona-1', dash: [9, 4], marker: 'square', double: false },
  { ink: 'persona-2', dash: [2.5, 3.5], marker: 'diamond', double: false },
  { ink: 'persona-3', dash: [12, 3, 2, 3], marker: 'triangle', double: false },
  { ink: 'persona-4', dash: [5, 3], marker: 'cross', double: false },
  { ink: 'persona-5', dash: [1, 3], marker: 'ring', double: false },
];

/** The sign of the persona at a position (from 0) in the map's order. */
export function personaSign(index: number): LineSign {
  const round = Math.floor(index / five.length);
  const signAt = (at: number): LineSign => five[at % five.length] ?? baseSign;
  return { ...signAt(index), marker: signAt(index + Math.max(0, round - 1)).marker, double: round > 0 };
}

/** The ink of a person (cursor, avatar) from the number the server gave them. */
export function peopleInk(number: number): ColourRole {
  const inks = ['people-1', 'people-2', 'people-3', 'people-4'] as const;
  return inks[Math.abs(number) % inks.length] ?? 'people-1';
}

const namedInks = {
  ink: 'ink',
  sienna: 'persona-1',
  plum: 'persona-2',
  petrol: 'persona-3',
  slate: 'persona-4',
  bronze: 'persona-5',
} as const satisfies { readonly [name: string]: ColourRole };

/** The ink of a free element by its name in the model. */
export function inkOf(name: keyof typeof namedInks): ColourRole {
  return namedInks[name];
}
