/**
 * Scene items as the operators of a PDF page. A pen writes one page, in points from the page's lower left corner turned
 * over (y grows downwards), and says a colour, line or font only when it differs from the one in use.
 *
 * Text is drawn by glyphs of subset fonts, each with its characters, so that it can be selected and searched; what no
 * font has, and emoji, which are drawn as shapes, carry their characters as ActualText.
 */
import type {
  Box,
  EmojiItem,
  ImageItem,
  PathCommand,
  Point,
  SceneGroup,
  SceneItem,
  Stroke,
  TextItem,
} from '../layout/scene.ts';
import { resolvePaint, type Paint, type Theme } from '../theme/colours.ts';
import { emojiBox, type EmojiPictures } from './emojiPictures.ts';
import { itemBox, overlaps } from './itemBox.ts';
import type { Lettering, LetterRun } from './lettering.ts';
import type { PdfFonts } from './pdfFonts.ts';
import { scaleItems } from '../layout/scaleItems.ts';

/** What a page is drawn from. */
export interface PdfLook {
  readonly theme: Theme;
  readonly lettering: Lettering;
  readonly emoji: EmojiPictures;
  readonly fonts: PdfFonts;
  /** Opens an image for this page; null when it is not one that a PDF can hold. */
  openImage(href: string): PdfImage | null;
}

export interface PdfImage {
  readonly label: string;
  readonly width: number;
  readonly height: number;
}

/** Points that an address is live on, in the pen's units. */
export interface PdfLink extends Box {
  readonly url: string;
}

const webAddress = /https?:\/\/[^\s<>"'（）()，。、]+/gu;
/** Handles of a quarter circle, in radii. */
const round = 0.5523;

export class PdfPen {
  readonly links: PdfLink[] = [];
  readonly #look: PdfLook;
  readonly #lines: string[] = [];
  #fill = '';
  #stroke = '';
  #font = '';
  #spacing = 0;

  constructor(look: PdfLook) {
    this.#look = look;
  }

  /** The operators so far. */
  content(): string {
    return this.#lines.join('\n');
  }

  /** Draws inside a box only, moved and scaled: a point p of the scene comes to p * scale + at. */
  within(clip: Box, at: Point, scale: number, draw: () => void): void {
    const { x, y, width, height } = clip;
    this.#save(`${n(x)} ${n(y)} ${n(width)} ${n(height)} re W n`);
    this.#lines.push(`${exact(scale)} 0 0 ${exact(scale)} ${n(at.x)} ${n(at.y)} cm`);
    const first = this.links.length;
    draw();
    this.#restore();
    this.links.splice(
      first,
      Infinity,
      ...this.links.slice(first).map((link) => ({
        url: link.url,
        x: link.x * scale + at.x,
        y: link.y * scale + at.y,
        width: link.width * scale,
        height: link.height * scale,
      })),
    );
  }

  /** A group's items, those that lie in view. */
  group({ origin, box, items }: SceneGroup, view: Box): void {
    if (!overlaps(box, view)) return;
    const isWhole =
      box.x >= view.x &&
      box.y >= view.y &&
      box.x + box.width <= view.x + view.width &&
      box.y + box.height <= view.y + view.height;
    const own = { ...view, x: view.x - origin.x, y: view.y - origin.y };
    for (const item of items) if (isWhole || overlaps(itemBox(item), own)) this.item(item, origin);
  }

  item(item: SceneItem, at: Point): void {
    switch (item.kind) {
      case 'rect':
        this.#shape(rectPath(item), item, at);
        return;
      case 'circle':
        this.#shape(ellipsePath(item.cx, item.cy, item.r), item, at);
        return;
      case 'path':
        this.#shape(item.commands, item, at);
        return;
      case 'text':
        this.#text(item, at);
        return;
      case 'emoji':
        this.#emoji(item, at);
        return;
      case 'image':
        this.#image(item, at);
        return;
      case 'clip': {
        const { x, y, width, height } = item.box;
        this.#save(`${n(x + at.x)} ${n(y + at.y)} ${n(width)} ${n(height)} re W n`);
        for (const inner of item.items) this.item(inner, at);
        this.#restore();
      }
    }
  }

  #save(line: string): void {
    this.#lines.push(`q ${line}`);
  }

  #restore(): void {
    this.#lines.push('Q');
    this.#fill = '';
    this.#stroke = '';
    this.#font = '';
    this.#spacing = 0;
  }

  #shape(
    commands: readonly PathCommand[],
    { fill, stroke, rule }: { readonly fill?: Paint; readonly stroke?: Stroke; readonly rule?: 'evenodd' },
    at: Point,
  ): void {
    if (!fill && !stroke) return;
    if (fill) this.#setFill(fill);
    if (stroke) this.#setStroke(stroke);
    const odd = rule ? '*' : '';
    const paint = fill && stroke ? `B${odd}` : fill ? `f${odd}` : 'S';
    this.#lines.push(`${pathOperators(commands, at)} ${paint}`);
  }

  #setFill(paint: Paint): void {
    const line = `${colour(paint, this.#look.theme)} rg`;
    if (line !== this.#fill) this.#lines.push(line);
    this.#fill = line;
  }

  #setStroke({ colour: paint, width, dash = [], cap = 'butt', join = 'miter' }: Stroke): void {
    const line = `${colour(paint, this.#look.theme)} RG ${n(width)} w [${dash.map(n).join(' ')}] 0 d ${cap === 'round' ? 1 : 0} J ${join === 'round' ? 1 : 0} j`;
    if (line !== this.#stroke) this.#lines.push(line);
    this.#stroke = line;
  }

  #text(item: TextItem, at: Point): void {
    this.#setFill(item.fill);
    for (const run of this.#look.lettering.runs(item)) this.#run(run, item, at);
    for (const { index, 0: url } of item.text.matchAll(webAddress)) {
      const share = item.width / item.text.length;
      this.links.push({
        url,
        x: at.x + item.x + index * share,
        y: at.y + item.y - item.font.size,
        width: url.length * share,
        height: item.font.size * 1.3,
      });
    }
  }

  #run(run: LetterRun, { font, x, y, turned }: TextItem, at: Point): void {
    const { id, hex, speaksFor } = this.#look.fonts.encode(run.cut, run.text);
    const name = `/${id} ${n(font.size)} Tf`;
    const spacing = font.spacing === this.#spacing ? '' : `${n(font.spacing)} Tc `;
    this.#spacing = font.spacing;
    const place = turned
      ? `0 1 1 0 ${n(at.x + x)} ${n(at.y + y + run.x - x)}`
      : `1 0 0 -1 ${n(at.x + run.x)} ${n(at.y + y)}`;
    const lettering = `BT ${name === this.#font ? '' : `${name} `}${spacing}${place} Tm <${hex}> Tj ET`;
    this.#font = name;
    this.#lines.push(run.known && speaksFor ? lettering : spoken(run.text, lettering));
  }

  /** Shapes, and a space: programs that search only report the words of a span that holds a letter. */
  #emoji(item: EmojiItem, at: Point): void {
    const picture = this.#look.emoji.get(item.cluster);
    const corner = emojiBox(item);
    const { id, hex } = this.#look.fonts.encodeSpace();
    this.#font = '';
    this.#lines.push(`/Span <</ActualText <${utf16(item.cluster)}>>> BDC`);
    this.#lines.push(
      `BT /${id} ${n(item.size)} Tf 1 0 0 -1 ${n(at.x + item.x)} ${n(at.y + item.y)} Tm <${hex}> Tj ET`,
    );
    const shapes = picture ?? unknownEmoji;
    for (const shape of scaleItems(shapes, item.size, corner.x, corner.y)) this.item(shape, at);
    this.#lines.push('EMC');
  }

  #image({ x, y, width, height, href, missing = [] }: ImageItem, at: Point): void {
    const image = this.#look.openImage(href);
    if (!image) {
      for (const item of missing) this.item(item, at);
      return;
    }
    // It fills the box and what hangs over is cut, as in SVG ("slice").
    const scale = Math.max(width / image.width, height / image.height);
    const [w, h] = [image.width * scale, image.height * scale];
    const left = at.x + x + (width - w) / 2;
    const top = at.y + y + (height - h) / 2;
    this.#save(`${n(at.x + x)} ${n(at.y + y)} ${n(width)} ${n(height)} re W n`);
    this.#lines.push(`${n(w)} 0 0 ${n(-h)} ${n(left)} ${n(top + h)} cm /${image.label} Do`);
    this.#restore();
  }
}

/** Stands where the set of pictures has none. */
const unknownEmoji: readonly SceneItem[] = [
  {
    kind: 'rect',
    x: 0.12,
    y: 0.12,
    width: 0.76,
    height: 0.76,
    radius: 0.1,
    stroke: { colour: 'line', width: 0.06 },
  },
];

function spoken(text: string, operators: string): string {
  return `/Span <</ActualText <${utf16(text)}>>> BDC\n${operators}\nEMC`;
}

function utf16(text: string): string {
  let hex = 'feff';
  for (let i = 0; i < text.length; i += 1) hex += text.charCodeAt(i).toString(16).padStart(4, '0');
  return hex;
}

function colour(paint: Paint, theme: Theme): string {
  const value = resolvePaint(paint, theme);
  return [1, 3, 5].map((at) => exact(Number.parseInt(value.slice(at, at + 2), 16) / 255)).join(' ');
}

function rectPath({ x, y, width, height, radius = 0 }: Box & { readonly radius?: number }): PathCommand[] {
  const r = Math.min(radius, width / 2, height / 2);
  const [right, bottom] = [x + width, y + height];
  if (r <= 0) return [['M', x, y], ['L', right, y], ['L', right, bottom], ['L', x, bottom], ['Z']];
  const k = r * (1 - round);
  return [
    ['M', x + r, y],
    ['L', right - r, y],
    ['C', right - k, y, right, y + k, right, y + r],
    ['L', right, bottom - r],
    ['C', right, bottom - k, right - k, bottom, right - r, bottom],
    ['L', x + r, bottom],
    ['C', x + k, bottom, x, bottom - k, x, bottom - r],
    ['L', x, y + r],
    ['C', x, y + k, x + k, y, x + r, y],
    ['Z'],
  ];
}

function ellipsePath(cx: number, cy: number, r: number): PathCommand[] {
  const k = r * round;
  return [
    ['M', cx - r, cy],
    ['C', cx - r, cy - k, cx - k, cy - r, cx, cy - r],
    ['C', cx + k, cy - r, cx + r, cy - k, cx + r, cy],
    ['C', cx + r, cy + k, cx + k, cy + r, cx, cy + r],
    ['C', cx - k, cy + r, cx - r, cy + k, cx - r, cy],
    ['Z'],
  ];
}

function pathOperators(commands: readonly PathCommand[], at: Point): string {
  const p = (x: number, y: number): string => `${n(x + at.x)} ${n(y + at.y)}`;
  let [px, py] = [0, 0];
  const parts = commands.map((command) => {
    switch (command[0]) {
      case 'M':
      case 'L':
        [, px, py] = command;
        return `${p(px, py)} ${command[0] === 'M' ? 'm' : 'l'}`;
      case 'C': {
        const [, a, b, c, d, e, f] = command;
        [px, py] = [e, f];
        return `${p(a, b)} ${p(c, d)} ${p(e, f)} c`;
      }
      case 'Q': {
        // The same curve with two handles, two thirds of the way to the one.
        const [, a, b, e, f] = command;
        const first = p(px + ((a - px) * 2) / 3, py + ((b - py) * 2) / 3);
        const second = p(e + ((a - e) * 2) / 3, f + ((b - f) * 2) / 3);
        [px, py] = [e, f];
        return `${first} ${second} ${p(e, f)} c`;
      }
      case 'Z':
        return 'h';
    }
  });
  return parts.join(' ');
}

/** Two decimals of a map unit are finer than any printer. */
function n(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return String(rounded === 0 ? 0 : rounded);
}

/** Colours and scales want more digits; never in the form 1e-7, which PDF does not read. */
function exact(value: number): string {
  return String(Number(value.toFixed(5)));
}
