/**
 * The colours of the printed map (light and dark), by role.
 *
 * One source for CSS custom properties (`--paper` …), the painter and every export. The scene names
 * roles, not values, so a change of theme costs no layout; each writer resolves roles here to `#rrggbb`.
 * Contrast of every pair is stated in the look's document and checked by test/theme/colours.test.ts.
 */

export type Theme = 'light' | 'dark';

const light = {
  paper: '#faf8f3',
  'paper-2': '#f2eee4',
  desk: '#ece8dd',
  card: '#fffefb',
  ink: '#17212b',
  'ink-2': '#4b5560',
  'ink-3': '#656d75',
  line: '#7d848b',
  hair: '#d6d1c5',
  signal: '#c4301a',
  'signal-tint': '#f8e4dc',
  'on-signal': '#ffffff',
  flow: '#ddd7c9',
  land: '#e3ebc9',
  water: '#d5e4f0',
  'water-line': '#5b8ab8',
  'emotion-very-negative': '#1d4f86',
  'emotion-negative': '#bad3e8',
  'emotion-neutral': '#e9e4d8',
  'emotion-positive': '#cfdea4',
  'emotion-very-positive': '#4f7720',
  'on-very-negative': '#ffffff',
  'on-negative': '#17212b',
  'on-neutral': '#17212b',
  'on-positive': '#17212b',
  'on-very-positive': '#ffffff',
  'persona-1': '#a34a14',
  'persona-2': '#7a3b7f',
  'persona-3': '#0b686d',
  'persona-4': '#4a5568',
  'persona-5': '#856000',
  'people-1': '#0b686d',
  'people-2': '#7a3b7f',
  'people-3': '#8a4b0f',
  'people-4': '#3e5a1e',
} as const;

export type ColourRole = keyof typeof light;

const dark: Record<ColourRole, string> = {
  paper: '#0e1821',
  'paper-2': '#13202b',
  desk: '#080e14',
  card: '#1a2936',
  ink: '#efe8d8',
  'ink-2': '#b7bdbc',
  'ink-3': '#909b9f',
  line: '#6c7a85',
  hair: '#263541',
  signal: '#ff7e5f',
  'signal-tint': '#3a2420',
  'on-signal': '#1a0b06',
  flow: '#2f3c47',
  land: '#2a3722',
  water: '#1b3550',
  'water-line': '#4f86b8',
  'emotion-very-negative': '#93c6f3',
  'emotion-negative': '#2b5275',
  'emotion-neutral': '#2c3943',
  'emotion-positive': '#47592c',
  'emotion-very-positive': '#bcd478',
  'on-very-negative': '#0e1821',
  'on-negative': '#efe8d8',
  'on-neutral': '#efe8d8',
  'on-positive': '#efe8d8',
  'on-very-positive': '#0e1821',
  'persona-1': '#f0a573',
  'persona-2': '#d9a3de',
  'persona-3': '#74d2d0',
  'persona-4': '#b9c5d7',
  'persona-5': '#e2c168',
  'people-1': '#74d2d0',
  'people-2': '#d9a3de',
  'people-3': '#f0a573',
  'people-4': '#bcd478',
};

export const palettes: Record<Theme, Readonly<Record<ColourRole, string>>> = { light, dark };

/** A colour in the scene: a role of the palette, or a fixed `#rrggbb` taken from the map's own data. */
export type Paint = ColourRole | `#${string}`;

/** The `#rrggbb` of a paint in a theme. */
export function resolvePaint(paint: Paint, theme: Theme): string {
  return paint.startsWith('#') ? paint : palettes[theme][paint as ColourRole];
}
