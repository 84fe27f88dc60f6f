/**
 * The scene: the one drawing list that canvas, thumbnails and every export draw.
 *
 * A scene is groups in paint order; a group is one thing a person can name (a stage, a lane, a card,
 * a link, a curve) and holds primitives in map units relative to the group's own origin, so that
 * moving a thing redraws nothing. Rules: text is a finished line that never starts or ends with a
 * space; emoji are a primitive of their own; paths are commands, never strings; colours are roles
 * (resolved by the writer) or `#rrggbb`; no opacity, filter, gradient or shadow.
 */
import type { Paint } from '../theme/colours.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Weight = 400 | 500 | 600 | 700;

/** `latin` text is set in Source Sans 3 / Source Serif 4, `cjk` text in Noto Sans SC / Noto Serif SC. */
export interface Font {
  readonly face: 'sans' | 'serif';
  readonly script: 'latin' | 'cjk';
  readonly size: number;
  readonly weight: Weight;
  /** Letter spacing in map units, added after every character; 0 except in caps labels. */
  readonly spacing: number;
}

export interface Stroke {
  readonly colour: Paint;
  readonly width: number;
  readonly dash?: readonly number[];
  readonly cap?: 'butt' | 'round';
  readonly join?: 'miter' | 'round';
}

export type PathCommand =
  | readonly ['M', number, number]
  | readonly ['L', number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Q', number, number, number, number]
  | readonly ['Z'];

export interface RectItem {
  readonly kind: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius?: number;
  readonly fill?: Paint;
  readonly stroke?: Stroke;
}
export interface CircleItem {
  readonly kind: 'circle';
  readonly cx: number;
  readonly cy: number;
  readonly r: number;
  readonly fill?: Paint;
  readonly stroke?: Stroke;
}
export interface PathItem {
  readonly kind: 'path';
  readonly commands: readonly PathCommand[];
  /** Which parts of a path that crosses itself are inside; `nonzero` when absent. */
  readonly rule?: 'evenodd';
  readonly fill?: Paint;
  readonly stroke?: Stroke;
}
export interface TextItem {
  readonly kind: 'text';
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly text: string;
  readonly width: number;
  readonly font: Font;
  readonly fill: Paint;
  /** What stays where it is when another typeface makes the text wider; the start unless it is said. */
  readonly align?: 'middle' | 'end';
  /** Turned a quarter clockwise about (x, y): it reads downwards and its letters stand to the right. */
  readonly turned?: true;
}
export interface EmojiItem {
  readonly kind: 'emoji';
  readonly x: number;
  /** Baseline of the text it stands in; the picture is a box of 1 em. */
  readonly y: number;
  readonly size: number;
  readonly cluster: string;
}
export interface ImageItem {
  readonly kind: 'image';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** A `data:` address of a raster image, or the name of one the server keeps (storedImages.ts). */
  readonly href: string;
  /** Drawn in its place where the image is not at hand. */
  readonly missing?: readonly SceneItem[];
}
export interface ClipItem {
  readonly kind: 'clip';
  readonly box: Box;
  readonly items: readonly SceneItem[];
}
export type SceneItem = RectItem | CircleItem | PathItem | TextItem | EmojiItem | ImageItem | ClipItem;

export type GroupRole =
  | 'sheet'
  | 'lane'
  | 'stage'
  | 'stage-head'
  | 'heading'
  | 'lane-head'
  | 'blueprint-line'
  | 'touchpoint'
  | 'link'
  | 'emotion-curve'
  | 'moment'
  | 'sieve'
  | 'metric'
  | 'channel-row'
  | 'media-row'
  | 'insight'
  | 'opportunity'
  | 'action'
  | 'element'
  | 'legend';

export interface SceneGroup {
  /** Unique in the scene and safe as an XML id. */
  readonly id: string;
  readonly role: GroupRole;
  /** The record it draws, when it is one. */
  readonly recordId?: string;
  /** What a person would call it. */
  readonly title: string;
  /** Where the items' (0, 0) lies in the scene. */
  readonly origin: Point;
  /** What it may cover, in scene units, for culling. */
  readonly box: Box;
  readonly items: readonly SceneItem[];
  /** Parts of it that a cut between pages should leave whole, in the items' units. */
  readonly wholes?: readonly Box[];
  /** The same thing at another detail; null when it has to be asked of a layout at that detail. Cards and links. */
  itemsAt?(detail: Detail): readonly SceneItem[] | null;
  /** Links only: the touchpoints it joins. */
  readonly from?: string;
  readonly to?: string;
}

export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly language: 'en' | 'zh';
  readonly background: Paint;
  readonly groups: readonly SceneGroup[];
  /** Legend and sheet line once more, in the width of a page, where pages are to show the scene in parts. */
  readonly foot?: Scene;
}

/** How much a card tells: 100 to 61 %, 60 to 31 %, 30 % and less. */
export type Detail = 'full' | 'titles' | 'blocks';
