/**
 * A scene in greys, as a printer without colours would print it: each paint becomes the grey of its own lightness
 * (CIE luminance, so that no colour turns darker or lighter than it looks). Signs never depend on colour alone, so
 * nothing is lost. Raster images are made grey by whoever knows their bytes (greyPictures.ts).
 */
import type { Scene, SceneGroup, SceneItem, Stroke } from '../layout/scene.ts';
import { resolvePaint, type Paint, type Theme } from '../theme/colours.ts';
import type { EmojiPictures } from './emojiPictures.ts';

export interface GreyLook {
  readonly theme: Theme;
  /** The grey of a raster image by its address. */
  readonly greyPicture: (address: string) => string;
}

export function greyScene(scene: Scene, look: GreyLook): Scene {
  return {
    ...scene,
    background: greyOf(scene.background, look.theme),
    groups: greyGroups(scene.groups, look),
    ...(scene.foot ? { foot: greyScene(scene.foot, look) } : {}),
  };
}

export function greyGroups(groups: readonly SceneGroup[], look: GreyLook): readonly SceneGroup[] {
  return groups.map((group) => ({ ...group, items: group.items.map((item) => greyItem(item, look)) }));
}

export function greyEmoji(pictures: EmojiPictures, look: GreyLook): EmojiPictures {
  return new Map(
    [...pictures].map(([cluster, items]) => [cluster, items.map((item) => greyItem(item, look))]),
  );
}

function greyItem(item: SceneItem, look: GreyLook): SceneItem {
  const { theme } = look;
  switch (item.kind) {
    case 'rect':
    case 'circle':
    case 'path':
      return {
        ...item,
        ...(item.fill === undefined ? {} : { fill: greyOf(item.fill, theme) }),
        ...(item.stroke === undefined ? {} : { stroke: greyStroke(item.stroke, theme) }),
      };
    case 'text':
      return { ...item, fill: greyOf(item.fill, theme) };
    case 'emoji':
      return item;
    case 'image':
      return {
        ...item,
        href: look.greyPicture(item.href),
        ...(item.missing ? { missing: item.missing.map((inner) => greyItem(inner, look)) } : {}),
      };
    case 'clip':
      return { ...item, items: item.items.map((inner) => greyItem(inner, look)) };
  }
}

function greyStroke(stroke: Stroke, theme: Theme): Stroke {
  return { ...stroke, colour: greyOf(stroke.colour, theme) };
}

/** What a paint comes to in a file. */
export type PaintOf = (paint: Paint) => string;

export function paintsOf({ theme, grey }: { readonly theme: Theme; readonly grey: boolean }): PaintOf {
  return (paint) => (grey ? greyOf(paint, theme) : resolvePaint(paint, theme));
}

/** The grey of a paint, as light as it looks. */
function greyOf(paint: Paint, theme: Theme): `#${string}` {
  const colour = resolvePaint(paint, theme);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  );
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  const value = Math.round(255 * encoded(luminance))
    .toString(16)
    .padStart(2, '0');
  return `#${value}${value}${value}`;
}

// sRGB's transfer function (IEC 61966-2-1), there and back.
function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function encoded(value: number): number {
  return value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
}
