/**
 * Scene items inside a group of a slide, as native shapes: rectangles, ellipses, freeforms, text boxes, pictures.
 *
 * In:  items in scene units, relative to the group's origin; `pen`, EMU a scene unit, for what Office does not scale with a
 *      group: letters, lines, margins.
 * Out: the shapes' XML. Places are in tenths of a scene unit from the group's own origin, whatever its scale: short, and cards
 *      that are alike are written alike, which zips well.
 */
import type { Box, ImageItem, PathItem, RectItem, SceneItem, Stroke, TextItem } from '../../layout/scene.ts';
import type { Paint } from '../../theme/colours.ts';
import type { PaintOf } from '../grey.ts';
import { boundsOf, circleBox, pathBounds } from '../../layout/bounds.ts';
import { geometryXml, px, rectCommands, type GeometryPart } from './geometry.ts';
import type { RasterImage } from './imageSize.ts';
import type { Joined, JoinedShape } from './joinedShapes.ts';
import { colourXml, paragraphXml, runXml, type RunLook } from './paragraphs.ts';
import { xmlText } from '../xml.ts';

/** English Metric Units: 12,700 a point. */
export const emuPerPoint = 12_700;
/** Of a group, a scene unit. */
const groupUnits = 10;

const rectangle = '<a:prstGeom prst="rect"/>';
/** Corners of thinner lines look alike, sharp or round as Office draws them. */
const leastSharp = 2;
/** The typefaces of Office are wider than the ones texts were measured in. */
const latinShrink = 0.9;
/** From the top of a line to its baseline, in em: Arial, Microsoft YaHei. */
export const ascent = { latin: 0.91, cjk: 1.06 } as const;

export interface PictureStore {
  /** A picture by its address; null for what a slide cannot hold. */
  imageOf(href: string): RasterImage | null;
  /** The id of a relationship to a picture; the same picture has the same one. */
  relationOf(image: RasterImage): string;
  /** The pictures that the server keeps, by their name in the scene. */
  readonly stored: ReadonlyMap<string, string>;
}

export class ItemShapes {
  readonly #paintOf: PaintOf;
  readonly #pictures: PictureStore;
  readonly #newId: () => number;

  constructor(paintOf: PaintOf, pictures: PictureStore, newId: () => number) {
    this.#paintOf = paintOf;
    this.#pictures = pictures;
    this.#newId = newId;
  }

  /** `pen`: EMU a scene unit. */
  item(item: Joined, pen: number): string {
    switch (item.kind) {
      case 'joined':
        return this.#joined(item, pen);
      case 'texts':
        return this.#text(item.runs, pen);
      case 'rect':
        return this.#box(item, [], pen);
      case 'labelled':
        return this.#box(item.box, item.runs, pen);
      case 'circle': {
        const geometry = '<a:prstGeom prst="ellipse"/>';
        return this.#shape('Dot', inGroup(circleBox(item)), geometry, item, pen);
      }
      case 'path':
        return this.#path(item, pen);
      case 'text':
        return this.#text([item], pen);
      case 'emoji': {
        const { x, y, size, cluster } = item;
        const font = { face: 'sans', script: 'cjk', size: size * 0.9, weight: 400, spacing: 0 } as const;
        return this.#text([{ kind: 'text', x, y, text: cluster, width: size, font, fill: 'ink' }], pen);
      }
      case 'image':
        return this.#image(item, pen);
      case 'clip':
        // Office cannot cut a group; only pictures are ever cut, and those are by their own frame.
        return item.items.map((inner) => this.item(inner, pen)).join('');
    }
  }

  /** A rectangle, and the words in it. */
  #box(item: RectItem, words: readonly TextItem[], pen: number): string {
    const { radius = 0 } = item;
    const least = Math.min(item.width, item.height);
    const round = Math.round((Math.min(radius, least / 2) / Math.max(least, 0.01)) * 100_000);
    const geometry =
      radius > 0
        ? `<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val ${round}"/></a:avLst></a:prstGeom>`
        : rectangle;
    const [first] = words;
    if (!first) return this.#shape('Box', inGroup(item), geometry, item, pen);
    const inset = (units: number) => Math.max(0, px(units * pen));
    const align = words.length === 1 ? first.align : undefined;
    const left = align === 'end' ? 0 : inset(first.x - item.x);
    const right = align ? inset(item.x + item.width - first.x - first.width) : 0;
    const room = `lIns="${left}" tIns="${inset(topOf(words) - item.y)}" rIns="${right}"`;
    return this.#shape('Box', inGroup(item), geometry, item, pen, this.#words(words, room, pen));
  }

  #shape(
    name: string,
    box: Box,
    geometry: string,
    look: Pick<RectItem, 'fill' | 'stroke'>,
    pen: number,
    text = '',
  ): string {
    return (
      `<p:sp>${namedXml(name, this.#newId())}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${frame(box)}${geometry}` +
      `${this.paints(look, pen)}</p:spPr>${text}</p:sp>`
    );
  }

  #path({ commands, fill, stroke }: PathItem, pen: number): string {
    const bounds = pathBounds(commands);
    if (!bounds || commands.length < 2) return '';
    const part: GeometryPart = { commands, isFilled: fill !== undefined, isStroked: stroke !== undefined };
    const geometry = geometryXml([part], bounds, groupUnits);
    const paints = { ...(fill !== undefined && { fill }), ...(stroke !== undefined && { stroke }) };
    return this.#shape('Line', inGroup(bounds), geometry, paints, pen);
  }

  #joined({ parts, colour, stroke }: JoinedShape, pen: number): string {
    const bounds = boundsOf(parts);
    if (!bounds) return '';
    const pieces = parts.map((part): GeometryPart => ({
      commands: part.kind === 'path' ? part.commands : part.kind === 'circle' ? part : rectCommands(part),
      isFilled: part.fill !== undefined,
      isStroked: part.stroke !== undefined,
    }));
    const paints = {
      ...(pieces.some(({ isFilled }) => isFilled) ? { fill: colour } : {}),
      ...(stroke ? { stroke } : {}),
    };
    const geometry = geometryXml(pieces, bounds, groupUnits);
    return this.#shape('Drawing', inGroup(bounds), geometry, paints, pen);
  }

  #text(words: readonly TextItem[], pen: number): string {
    const [first] = words;
    if (!first) return '';
    const { x, font } = first;
    const width = (words.at(-1) ?? first).x + (words.at(-1) ?? first).width - x;
    const height = font.size * 1.35;
    // Office turns a frame about its middle.
    const box = inGroup(
      first.turned
        ? {
            x: x + first.y - topOf(words) - (height + width) / 2,
            y: first.y + (width - height) / 2,
            width,
            height,
          }
        : { x, y: topOf(words), width, height },
    );
    return (
      `<p:sp>${namedXml('Text', this.#newId())}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>` +
      `${frame(box, first.turned ? ' rot="5400000"' : '')}${rectangle}</p:spPr>${this.#words(words, 'lIns="0" tIns="0" rIns="0"', pen)}</p:sp>`
    );
  }

  /** Words on one line, the next ones a space further; `room`: the insets but that below. */
  #words(words: readonly TextItem[], room: string, pen: number): string {
    const runs = words.map((word, index) => {
      const look: RunLook = {
        size: (word.font.size * shrink(word.font.script) * pen) / emuPerPoint,
        ...(word.fill === 'ink' ? {} : { colour: this.#paintOf(word.fill) }),
        bold: word.font.weight >= 600,
        serif: word.font.face === 'serif',
        spacing: (word.font.spacing * pen) / emuPerPoint,
      };
      // A small space: Office's typefaces are wider, and what follows the words stays where it is.
      const space = index === 0 ? '' : runXml(' ', { ...look, size: look.size / 2 });
      return space + runXml(word.text, look);
    });
    const align = words.length === 1 ? words[0]?.align : undefined;
    return `<p:txBody><a:bodyPr wrap="none" ${room} bIns="0"/>${paragraphXml(runs.join(''), align)}</p:txBody>`;
  }

  /** Fills its frame; what is too wide or too high is cut off on both sides. */
  #image(item: ImageItem, pen: number): string {
    const image = this.#pictures.imageOf(this.#pictures.stored.get(item.href) ?? item.href);
    if (!image) return (item.missing ?? []).map((inner) => this.item(inner, pen)).join('');
    const wanted = item.width / item.height;
    const is = image.width / image.height;
    const cut = (surplus: number) => Math.max(0, Math.round(((1 - surplus) / 2) * 100_000));
    const [sides, ends] = is > wanted ? [cut(wanted / is), 0] : [0, cut(is / wanted)];
    return (
      `<p:pic><p:nvPicPr><p:cNvPr id="${this.#newId()}" name="Picture"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>` +
      `<p:blipFill><a:blip r:embed="${this.#pictures.relationOf(image)}"/>` +
      `${sides + ends > 0 ? `<a:srcRect l="${sides}" t="${ends}" r="${sides}" b="${ends}"/>` : ''}<a:stretch><a:fillRect/></a:stretch></p:blipFill>` +
      `<p:spPr>${frame(inGroup(item))}<a:prstGeom prst="rect"/></p:spPr></p:pic>`
    );
  }

  /** A shape without a style has neither filling nor line unless it is said. */
  paints({ fill, stroke }: Pick<RectItem, 'fill' | 'stroke'>, pen: number): string {
    return (fill === undefined ? '' : this.#fill(fill)) + (stroke ? this.line(stroke, pen) : '');
  }

  #fill(paint: Paint): string {
    return colourXml(this.#paintOf(paint));
  }

  /** `heads`: of an arrow. */
  line({ colour, width, dash = [], cap = 'butt', join = 'miter' }: Stroke, pen: number, heads = ''): string {
    const percent = (length: number) => Math.max(1, Math.round((length / width) * 100_000));
    const pairs = Array.from({ length: Math.ceil(dash.length / 2) }, (_, index) => {
      const length = dash[2 * index] ?? 0;
      return `<a:ds d="${percent(length)}" sp="${percent(dash[2 * index + 1] ?? length)}"/>`;
    });
    const dashes = pairs.length === 0 ? '' : `<a:custDash>${pairs.join('')}</a:custDash>`;
    const corners = join === 'miter' && width >= leastSharp ? '<a:miter lim="800000"/>' : '';
    return (
      `<a:ln w="${Math.max(1, px(width * pen))}"${cap === 'round' ? ' cap="rnd"' : ''}>` +
      `${this.#fill(colour)}${dashes}${corners}${heads}</a:ln>`
    );
  }
}

export function partsOf(item: Joined): readonly SceneItem[] {
  if (item.kind === 'joined') return item.parts;
  if (item.kind === 'labelled') return [item.box];
  return item.kind === 'texts' ? item.runs : [item];
}

/** Where Office's line of these words begins, for their baseline to be where it is measured. */
function topOf(words: readonly TextItem[]): number {
  const [first] = words;
  if (!first) return 0;
  const { y, font } = first;
  const script = words.some(({ text }) => /[\u2E80-\uFFEF]/u.test(text)) ? 'cjk' : font.script;
  return y - font.size * shrink(font.script) * ascent[script];
}

export function shrink(script: 'latin' | 'cjk'): number {
  return script === 'latin' ? latinShrink : 1;
}

/** In the units of a group. */
export function inGroup({ x, y, width, height }: Box): Box {
  return {
    x: x * groupUnits,
    y: y * groupUnits,
    width: width * groupUnits,
    height: height * groupUnits,
  };
}

export function offset({ x, y, width, height }: Box): string {
  return `<a:off x="${px(x)}" y="${px(y)}"/><a:ext cx="${px(width)}" cy="${px(height)}"/>`;
}

export function frame(box: Box, attributes = ''): string {
  return `<a:xfrm${attributes}>${offset(box)}</a:xfrm>`;
}

/** How every shape begins. */
export function namedXml(name: string, id: number): string {
  return `<p:nvSpPr><p:cNvPr id="${id}" name="${xmlText(name)}"/>`;
}
