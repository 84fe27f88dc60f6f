/** What this machine lends for drawing files (src/export/fileFormats.ts): the shipped fonts, the set of emoji, resvg. */
import type { DrawTools } from '../../src/export/fileFormats.ts';
import { toPng } from './drawPng.ts';
import { readEmojiPictures } from './emojiFiles.ts';
import { readFontFile } from './fontFiles.ts';

export const drawTools = {
  readCut: readFontFile,
  readEmoji: readEmojiPictures,
  paintPng: (scene, look) => toPng(scene, { ...look, readCut: readFontFile }),
} as const satisfies DrawTools;
