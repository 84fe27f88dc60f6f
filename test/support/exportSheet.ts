/** What exports are made from in tests: a map's sheet, and the fonts and emoji of the server. */
import { readEmojiPictures } from '../../server/exports/emojiFiles.ts';
import { readFontFile } from '../../server/exports/fontFiles.ts';
import { emojiOf } from '../../src/export/emojiPictures.ts';
import { layoutOptionsFor } from '../../src/layout/defaultOptions.ts';
import { layoutMap } from '../../src/layout/layoutMap.ts';
import type { Scene, SceneItem } from '../../src/layout/scene.ts';
import { layoutSheet } from '../../src/layout/sheet.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { sceneWordsFor } from '../../src/words/scene.ts';
import { sheetWordsFor } from '../../src/words/sheet.ts';

export function sheetOf(map: JourneyMap): Scene {
  const { language } = map.map;
  const words = { words: sheetWordsFor(language), sceneWords: sceneWordsFor(language) };
  return layoutSheet(map, layoutMap(map, layoutOptionsFor(map)), words);
}

/** A small sheet of these items. */
export function sheetWith(...items: readonly SceneItem[]): Scene {
  const box = { x: 0, y: 0, width: 200, height: 100 };
  return {
    width: box.width,
    height: box.height,
    title: 'A map 旅程',
    language: 'en',
    background: 'paper',
    groups: [{ id: 'g', role: 'touchpoint', title: 'Pays', origin: { x: 0, y: 0 }, box, items }],
  };
}

export async function lookOf(scene: Scene) {
  return { readCut: readFontFile, emoji: await readEmojiPictures(emojiOf(scene)) };
}

/** Every line of text of a scene. */
export function linesOf(items: readonly SceneItem[]): string[] {
  return items.flatMap((item) => {
    if (item.kind === 'text') return [item.text];
    if (item.kind === 'clip') return linesOf(item.items);
    return item.kind === 'image' ? linesOf(item.missing ?? []) : [];
  });
}
