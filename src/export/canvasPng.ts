/**
 * A scene as PNG by the browser, in strips, so that a picture may be larger than any canvas. In a worker or in the page, and
 * where other threads are lent, they draw some of the strips. Who draws which changes nothing in the file.
 *
 * In:  a scene and how it looks; the faces that its text is lettered in are those of the thread (pageFaces.ts).
 * Out: the file, of exactly the size asked for; rejects when that is more than a gigapixel, or the canvas fails.
 */
import type { Scene, SceneItem } from '../layout/scene.ts';
import { scaleItems } from '../layout/scaleItems.ts';
import { emojiBox, type EmojiPictures } from './emojiPictures.ts';
import type { PaintPng, PictureLook } from './fileFormats.ts';
import type { PackedRows } from './packRows.ts';
import { joinPng, pictureSize } from './pngFile.ts';
import { openStripPainter, type Strip, type StripPainter } from './stripPainter.ts';

/** Another thread that draws strips of the same picture, laid out by itself from the same map. */
export interface StripThread {
  /** Rejects when the thread cannot draw, or found fewer emoji; it is not asked again. */
  draw(strip: Strip, emoji: number): Promise<PackedRows>;
  end(): void;
}

/** Pixels of a strip: few enough to spread them over threads, and for a canvas anywhere. */
const stripPixels = 4_000_000;
/** A thread is told its next strip while it draws one: it need not wait for this thread to look up. */
const stripsAhead = 2;

/** The painter; it ends the threads that it is lent. */
export function canvasPainter(threads: readonly StripThread[] = []): PaintPng {
  return async (scene, look) => {
    const { onProgress, signal, background = true, emoji } = look;
    const { width, height } = pictureSize(scene, look.size);
    const strips = planStrips(width, height);
    const packed = new Map<Strip, PackedRows>();
    let rows = 0;
    const keep = (strip: Strip, found: PackedRows) => {
      packed.set(strip, found);
      rows += strip.rows;
      onProgress?.(rows / height);
    };
    try {
      const left = [...strips];
      const helped =
        strips.length > 1 ? threads.map((thread) => drawThere(thread, emoji.size, left, keep)) : [];
      const painter = await openPicture(scene, look);
      // What a thread could not draw comes back when it ends, so this thread looks until all have.
      while (packed.size < strips.length) {
        signal?.throwIfAborted();
        const strip = left.shift();
        if (strip) keep(strip, painter.draw(strip));
        else await Promise.all(helped);
        // Lets the threads be heard.
        await turn();
      }
    } finally {
      for (const thread of threads) thread.end();
    }
    return joinPng(
      { width, height },
      !background,
      strips.flatMap((strip) => packed.get(strip) ?? []),
    );
  };
}

/** What draws the strips of a picture in this thread. */
export function openPicture(
  scene: Scene,
  { theme, background = true, size, images = new Map(), emoji }: PictureLook,
): Promise<StripPainter> {
  const { width, height } = pictureSize(scene, size);
  const drawn = withEmojiShapes(scene, emoji);
  return openStripPainter(
    { scene: drawn, theme, background, width, height, images },
    rowsOfStrip(width, height),
  );
}

/** Strips of whole rows, the same whoever draws them. */
function planStrips(width: number, height: number): readonly Strip[] {
  const rows = rowsOfStrip(width, height);
  return Array.from({ length: Math.ceil(height / rows) }, (_, index) => ({
    top: index * rows,
    rows: Math.min(rows, height - index * rows),
  }));
}

function rowsOfStrip(width: number, height: number): number {
  return Math.max(1, Math.min(height, Math.floor(stripPixels / width)));
}

/** Lets another thread draw strips until none are left. Those that it cannot draw are left again, and it is done. */
async function drawThere(
  thread: StripThread,
  emoji: number,
  left: Strip[],
  keep: (strip: Strip, rows: PackedRows) => void,
): Promise<void> {
  const drawNext = async (): Promise<void> => {
    for (let strip = left.pop(); strip; strip = left.pop()) {
      try {
        keep(strip, await thread.draw(strip, emoji));
      } catch {
        left.push(strip);
        return;
      }
    }
  };
  await Promise.all(Array.from({ length: stripsAhead }, drawNext));
}

/** A turn of this thread's loop, in which messages arrive. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}

/** Emoji as the shapes that every file has, in place of those of this machine's fonts. */
function withEmojiShapes(scene: Scene, pictures: EmojiPictures): Scene {
  if (pictures.size === 0) return scene;
  const shaped = (items: readonly SceneItem[]): readonly SceneItem[] =>
    items.some(({ kind }) => kind === 'emoji' || kind === 'clip') ? items.flatMap(shapes) : items;
  const shapes = (item: SceneItem): readonly SceneItem[] => {
    if (item.kind === 'clip') return [{ ...item, items: shaped(item.items) }];
    const picture = item.kind === 'emoji' ? pictures.get(item.cluster) : undefined;
    if (item.kind !== 'emoji' || !picture) return [item];
    const { x, y } = emojiBox(item);
    return scaleItems(picture, item.size, x, y);
  };
  return { ...scene, groups: scene.groups.map((group) => ({ ...group, items: shaped(group.items) })) };
}
