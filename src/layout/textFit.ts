/** How layout asks for the width of a text: the same answer in browser, worker and Node. */
import type { Font } from './scene.ts';

/** Width of one line of text in map units. */
export type Measure = (text: string, font: Font) => number;
