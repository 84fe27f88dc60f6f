/**
 * Scene to SVG that other programs can edit: named groups, one `<text>` a line, plain attributes, no style sheet,
 * no `foreignObject`, no markers, no outside resource.
 *
 * In:  a scene, a theme, whether to paint its ground.
 * Out: the text of an SVG file; the same scene and options give the same bytes.
 * Fonts are named, and embedded only on request: programs other than browsers ignore embedded ones, and are served
 * by text as outlines. Texts lose the characters that
 * XML forbids. Images that are not raster data inside the file are left out.
 */
import type {
  Box,
  ClipItem,
  EmojiItem,
  ImageItem,
  PathCommand,
  PathItem,
  Scene,
  SceneGroup,
  SceneItem,
  Stroke,
  TextItem,
} from '../layout/scene.ts';
import { scaleItems } from '../layout/scaleItems.ts';
import { resolvePaint, type Paint, type Theme } from '../theme/colours.ts';
import { chineseText, emojiFamilies, fontFamilies, measuredTextStyle } from '../theme/fonts.ts';
import { emojiBox, type EmojiPictures } from './emojiPictures.ts';
import { cssOf, type CutName } from './fontCuts.ts';
import { itemBox, overlaps } from './itemBox.ts';
import type { OutlineText } from './outlines.ts';

export interface SvgOptions {
  readonly theme: Theme;
  /** Whether the scene's ground is painted (default) or left transparent. */
  readonly background?: boolean;
  /** The pictures that the server keeps, as `data:` addresses by their name in the scene; others are left out. */
  readonly images?: ReadonlyMap<string, string>;
  /** Whether the program that draws it knows WebP (default: browsers and most others do); else what stands in is drawn. */
  readonly knowsWebp?: boolean;
  /** Emoji as shapes; those without stay text in the reader's own pictures. */
  readonly emoji?: EmojiPictures;
  /** Draws lines of text as shapes, for programs without the fonts. */
  readonly outlineText?: OutlineText;
  /** How paints are written; by default as colours of the theme. */
  readonly paintOf?: (paint: Paint) => string;
  /** Fonts to put into the file, by cut; only browsers read them. */
  readonly fonts?: ReadonlyMap<CutName, Uint8Array>;
  /** Only a part of the scene, drawn at this size. */
  readonly part?: { readonly view: Box; readonly width: number; readonly height: number };
}

/** The SVG file of a scene. */
export function toSvg(scene: Scene, options: SvgOptions): string {
  const { background = true, fonts } = options;
  const whole = { x: 0, y: 0, width: scene.width, height: scene.height };
  const { view, ...size } = options.part ?? { view: whole, width: scene.width, height: scene.height };
  const writer = new SvgWriter(scene.language, options);
  const seen = options.part ? scene.groups.filter(({ box }) => overlaps(box, view)) : scene.groups;
  const groups = seen.map((group) => writer.group(group)).join('');
  const [width, height] = [round(size.width), round(size.height)];
  const viewBox = [view.x, view.y, view.width, view.height].map(options.part ? exact : round);
  const language = scene.language === 'zh' ? chineseText : 'en';
  const corner = view.x === 0 && view.y === 0 ? '' : ` x="${viewBox[0]}" y="${viewBox[1]}"`;
  const ground = background
    ? `<rect${corner} width="${viewBox[2]}" height="${viewBox[3]}" fill="${writer.paint(scene.background)}"/>\n`
    : '';
  const stretch = options.part ? ' preserveAspectRatio="none"' : '';
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" ` +
    `viewBox="${viewBox.join(' ')}"${stretch} lang="${language}" xml:lang="${language}" style="${measuredTextStyle}">\n` +
    `<title>${escapeXml(scene.title)}</title>\n${fonts ? `<style>${fontFaceRules(fonts)}</style>\n` : ''}${writer.definitions()}${ground}${groups}</svg>\n`
  );
}

/** The fonts as rules of a style sheet. */
export function fontFaceRules(fonts: ReadonlyMap<CutName, Uint8Array>): string {
  const rules = [...fonts].map(([cut, bytes]) => {
    const { family, weight } = cssOf(cut);
    return `@font-face{font-family:'${family}';font-weight:${weight};src:url(data:font/ttf;base64,${base64(bytes)})}`;
  });
  return rules.join('');
}

/** In pieces: a call takes no more than some thousand arguments. */
function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

const rasterData = /^data:image\/(?:png|jpeg|webp|gif);base64,[A-Za-z0-9+/=\s]*$/;

/** Holds what must be unique or said once in a file: ids and images. */
class SvgWriter {
  private readonly language: Scene['language'];
  private readonly outlineText: OutlineText | null;
  private readonly emoji: EmojiPictures;
  private readonly view: Box | null;
  private readonly ids = new Set<string>();
  private readonly images = new Map<string, string>();
  private readonly stored: ReadonlyMap<string, string>;
  private readonly knowsWebp: boolean;
  private clips = 0;

  readonly paint: (paint: Paint) => string;

  constructor(language: Scene['language'], options: SvgOptions) {
    this.paint = options.paintOf ?? ((paint) => resolvePaint(paint, options.theme));
    this.stored = options.images ?? new Map();
    this.language = language;
    this.knowsWebp = options.knowsWebp ?? true;
    this.outlineText = options.outlineText ?? null;
    this.emoji = options.emoji ?? new Map();
    this.view = options.part?.view ?? null;
  }

  group(group: SceneGroup): string {
    const { x, y } = group.origin;
    const attributes = [
      `id="${this.uniqueId(group.id)}"`,
      `data-role="${group.role}"`,
      group.recordId === undefined ? '' : `data-id="${escapeXml(group.recordId)}"`,
      group.from === undefined ? '' : `data-from="${escapeXml(group.from)}"`,
      group.to === undefined ? '' : `data-to="${escapeXml(group.to)}"`,
      x === 0 && y === 0 ? '' : `transform="translate(${round(x)} ${round(y)})"`,
    ];
    const title = group.title === '' ? '' : `<title>${escapeXml(group.title)}</title>\n`;
    const { view } = this;
    const own = view && { ...view, x: view.x - x, y: view.y - y };
    const seen = own ? group.items.filter((item) => overlaps(itemBox(item), own)) : group.items;
    const items = seen.map((item) => this.item(item)).join('');
    return `<g ${attributes.filter((attribute) => attribute !== '').join(' ')}>\n${title}${items}</g>\n`;
  }

  /** The images of the file, each once. Call it after the groups were written. */
  definitions(): string {
    if (this.images.size === 0) return '';
    return `<defs>\n${[...this.images.values()].join('')}</defs>\n`;
  }

  private item(item: SceneItem): string {
    switch (item.kind) {
      case 'rect': {
        const radius = item.radius ? ` rx="${round(item.radius)}"` : '';
        const box = `x="${round(item.x)}" y="${round(item.y)}" width="${round(item.width)}" height="${round(item.height)}"`;
        return `<rect ${box}${radius}${this.paints(item.fill, item.stroke)}/>\n`;
      }
      case 'circle':
        return `<circle cx="${round(item.cx)}" cy="${round(item.cy)}" r="${round(item.r)}"${this.paints(item.fill, item.stroke)}/>\n`;
      case 'path':
        return this.path(item);
      case 'text':
        return this.text(item);
      case 'emoji':
        return this.emojiPicture(item);
      case 'image':
        return this.image(item);
      case 'clip':
        return this.clip(item);
    }
  }

  private path({ commands, rule, fill, stroke }: PathItem): string {
    const inside = rule ? ` fill-rule="${rule}"` : '';
    return `<path d="${pathData(commands)}"${inside}${this.paints(fill, stroke)}/>\n`;
  }

  private text(item: TextItem): string {
    const { x, y, text, font, fill } = item;
    const turn = item.turned ? ` transform="rotate(90 ${round(x)} ${round(y)})"` : '';
    if (this.outlineText) {
      const shape = this.path({ kind: 'path', commands: this.outlineText(item), fill });
      return shape.replace('<path', () => `<path data-text="${escapeXml(text)}"${turn}`);
    }
    const isForeign = font.script === 'cjk' && this.language !== 'zh';
    const language = isForeign ? ` lang="${chineseText}" xml:lang="${chineseText}"` : '';
    const spacing = font.spacing === 0 ? '' : ` letter-spacing="${round(font.spacing)}"`;
    return (
      `<text x="${round(x)}" y="${round(y)}"${turn} font-family="${fontFamilies[font.face][font.script]}" ` +
      `font-size="${round(font.size)}" font-weight="${font.weight}"${spacing}${language} ` +
      `fill="${this.paint(fill)}">${escapeXml(text)}</text>\n`
    );
  }

  private emojiPicture(item: EmojiItem): string {
    const picture = this.emoji.get(item.cluster);
    if (!picture) return emoji(item);
    const { x, y } = emojiBox(item);
    const shapes = scaleItems(picture, item.size, x, y);
    const title = `<title>${escapeXml(item.cluster)}</title>`;
    return `<g data-emoji="${escapeXml(item.cluster)}">${title}\n${shapes.map((one) => this.item(one)).join('')}</g>\n`;
  }

  private image({ x, y, width, height, href: name, missing = [] }: ImageItem): string {
    const href = this.stored.get(name) ?? name;
    const isKnown = rasterData.test(href) && (this.knowsWebp || !href.startsWith('data:image/webp'));
    if (!isKnown) return missing.map((item) => this.item(item)).join('');
    const size = `width="${round(width)}" height="${round(height)}"`;
    const key = `${size} ${href}`;
    let definition = this.images.get(key);
    const id = definition
      ? (/id="([^"]*)"/.exec(definition)?.[1] ?? '')
      : this.uniqueId(`image-${this.images.size + 1}`);
    if (!definition) {
      definition = `<image id="${id}" ${size} preserveAspectRatio="xMidYMid slice" xlink:href="${href.replaceAll(/\s/g, '')}"/>\n`;
      this.images.set(key, definition);
    }
    return `<use x="${round(x)}" y="${round(y)}" xlink:href="#${id}"/>\n`;
  }

  private clip({ box, items }: ClipItem): string {
    this.clips += 1;
    const id = this.uniqueId(`clip-${this.clips}`);
    const rect = `<rect x="${round(box.x)}" y="${round(box.y)}" width="${round(box.width)}" height="${round(box.height)}"/>`;
    const inner = items.map((item) => this.item(item)).join('');
    return `<clipPath id="${id}">${rect}</clipPath>\n<g clip-path="url(#${id})">\n${inner}</g>\n`;
  }

  private paints(fill: Paint | undefined, stroke: Stroke | undefined): string {
    const filled = ` fill="${fill ? this.paint(fill) : 'none'}"`;
    if (!stroke) return filled;
    const dash =
      stroke.dash && stroke.dash.length > 0 ? ` stroke-dasharray="${stroke.dash.map(round).join(' ')}"` : '';
    const cap = stroke.cap && stroke.cap !== 'butt' ? ` stroke-linecap="${stroke.cap}"` : '';
    const join = stroke.join && stroke.join !== 'miter' ? ` stroke-linejoin="${stroke.join}"` : '';
    const line = ` stroke="${this.paint(stroke.colour)}" stroke-width="${round(stroke.width)}"`;
    return filled + line + dash + cap + join;
  }

  /** An id that XML allows and that this file does not have yet. */
  private uniqueId(wanted: string): string {
    const safe = wanted.replaceAll(/[^A-Za-z0-9_.-]/g, '_');
    const named = /^[A-Za-z_]/.test(safe) ? safe : `_${safe}`;
    let id = named;
    for (let n = 2; this.ids.has(id); n += 1) id = `${named}-${n}`;
    this.ids.add(id);
    return id;
  }
}

function emoji({ x, y, size, cluster }: EmojiItem): string {
  return `<text x="${round(x)}" y="${round(y)}" font-family="${emojiFamilies}" font-size="${round(size)}">${escapeXml(cluster)}</text>\n`;
}

function pathData(commands: readonly PathCommand[]): string {
  return commands.map(([letter, ...numbers]) => letter + numbers.map(round).join(' ')).join('');
}

/** Parts of a scene meet without a seam. */
function exact(value: number): string {
  return String(Number(value.toFixed(6)));
}

/** Two decimals are finer than any printer; "-0" is written as 0. */
function round(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return String(rounded === 0 ? 0 : rounded);
}

// What XML 1.0 cannot hold even escaped: control characters, half surrogate pairs, two noncharacters.
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;
const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text for an element or a quoted attribute, without what XML cannot hold. */
export function escapeXml(text: string): string {
  return text.replaceAll(forbidden, '').replaceAll(/[&<>"']/g, (character) => escapes[character] ?? '');
}
