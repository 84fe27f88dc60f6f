/**
 * Scene to SVG that other programs can edit: named groups, one `<text>` a line, plain attributes, no style sheet,
 * no `foreignObject`, no markers, no outside resource.
 *
 * In:  a scene, a theme, whether to paint its ground.
 * Out: the text of an SVG file; the same scene and options give the same bytes.
 * Fonts are named, not embedded: programs other than browsers ignore embedded ones. Texts lose the characters that
 * XML forbids. Images that are not raster data inside the file are left out.
 */
import type {
  ClipItem,
  EmojiItem,
  ImageItem,
  PathCommand,
  Scene,
  SceneGroup,
  SceneItem,
  Stroke,
  TextItem,
} from '../layout/scene.ts';
import { resolvePaint, type Paint, type Theme } from '../theme/colours.ts';
import { chineseText, emojiFamilies, fontFamilies, measuredTextStyle } from '../theme/fonts.ts';

export interface SvgOptions {
  readonly theme: Theme;
  /** Whether the scene's ground is painted (default) or left transparent. */
  readonly background?: boolean;
  /** The pictures that the server keeps, as `data:` addresses by their name in the scene; others are left out. */
  readonly images?: ReadonlyMap<string, string>;
}

/** The SVG file of a scene. */
export function toSvg(scene: Scene, { theme, background = true, images }: SvgOptions): string {
  const writer = new SvgWriter(theme, scene.language, images ?? new Map());
  const groups = scene.groups.map((group) => writer.group(group)).join('');
  const width = round(scene.width);
  const height = round(scene.height);
  const language = scene.language === 'zh' ? chineseText : 'en';
  const ground = background
    ? `<rect width="${width}" height="${height}" fill="${resolvePaint(scene.background, theme)}"/>\n`
    : '';
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" ` +
    `viewBox="0 0 ${width} ${height}" lang="${language}" xml:lang="${language}" style="${measuredTextStyle}">\n` +
    `<title>${escapeXml(scene.title)}</title>\n${writer.definitions()}${ground}${groups}</svg>\n`
  );
}

const rasterData = /^data:image\/(?:png|jpeg|webp|gif);base64,[A-Za-z0-9+/=\s]*$/;

/** Holds what must be unique or said once in a file: ids and images. */
class SvgWriter {
  private readonly theme: Theme;
  private readonly language: Scene['language'];
  private readonly ids = new Set<string>();
  private readonly images = new Map<string, string>();
  private readonly stored: ReadonlyMap<string, string>;
  private clips = 0;

  constructor(theme: Theme, language: Scene['language'], stored: ReadonlyMap<string, string>) {
    this.theme = theme;
    this.stored = stored;
    this.language = language;
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
    const items = group.items.map((item) => this.item(item)).join('');
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
        return `<path d="${pathData(item.commands)}"${this.paints(item.fill, item.stroke)}/>\n`;
      case 'text':
        return this.text(item);
      case 'emoji':
        return emoji(item);
      case 'image':
        return this.image(item);
      case 'clip':
        return this.clip(item);
    }
  }

  private text({ x, y, text, font, fill }: TextItem): string {
    const isForeign = font.script === 'cjk' && this.language !== 'zh';
    const language = isForeign ? ` lang="${chineseText}" xml:lang="${chineseText}"` : '';
    const spacing = font.spacing === 0 ? '' : ` letter-spacing="${round(font.spacing)}"`;
    return (
      `<text x="${round(x)}" y="${round(y)}" font-family="${fontFamilies[font.face][font.script]}" ` +
      `font-size="${round(font.size)}" font-weight="${font.weight}"${spacing}${language} ` +
      `fill="${resolvePaint(fill, this.theme)}">${escapeXml(text)}</text>\n`
    );
  }

  private image({ x, y, width, height, href: name, missing = [] }: ImageItem): string {
    const href = this.stored.get(name) ?? name;
    if (!rasterData.test(href)) return missing.map((item) => this.item(item)).join('');
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
    const filled = ` fill="${fill ? resolvePaint(fill, this.theme) : 'none'}"`;
    if (!stroke) return filled;
    const dash =
      stroke.dash && stroke.dash.length > 0 ? ` stroke-dasharray="${stroke.dash.map(round).join(' ')}"` : '';
    const cap = stroke.cap && stroke.cap !== 'butt' ? ` stroke-linecap="${stroke.cap}"` : '';
    const join = stroke.join && stroke.join !== 'miter' ? ` stroke-linejoin="${stroke.join}"` : '';
    const line = ` stroke="${resolvePaint(stroke.colour, this.theme)}" stroke-width="${round(stroke.width)}"`;
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

function escapeXml(text: string): string {
  return text.replaceAll(forbidden, '').replaceAll(/[&<>"']/g, (character) => escapes[character] ?? '');
}
