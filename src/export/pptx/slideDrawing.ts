/**
 * Draws scene groups on a slide as native shapes: rectangles, ellipses, freeforms, text boxes, pictures. A card is a group
 * whose body is a text box with the whole title; a link is a connector glued to the bodies of its two cards.
 *
 * In:  groups in scene units and how they are put on the slide; a layout, for cards and routes.
 * Out: the shapes' XML, in paint order, with ids unique on the slide.
 */
import { breakLines } from '../../layout/breakLines.ts';
import { lineItems } from '../../layout/drawLinks.ts';
import { fontOf } from '../../layout/lettering.ts';
import type { LinkShape, MapLayout } from '../../layout/mapLayout.ts';
import type {
  Box,
  ImageItem,
  PathItem,
  Point,
  RectItem,
  SceneGroup,
  SceneItem,
  Stroke,
  TextItem,
} from '../../layout/scene.ts';
import type { JourneyMap, Link, Touchpoint } from '../../model/journeyMap.ts';
import type { Paint } from '../../theme/colours.ts';
import type { PaintOf } from '../grey.ts';
import { boundsOf, pathBounds } from './bounds.ts';
import { connectorOf } from './connector.ts';
import { geometryXml, px, rectCommands, type GeometryPart } from './geometry.ts';
import type { RasterImage } from './imageSize.ts';
import { joinShapes, type JoinedShape, type JoinedText } from './joinedShapes.ts';
import { colourXml, paragraphXml, runXml } from './paragraphs.ts';
import { xmlText } from './xml.ts';

/** English Metric Units: 12,700 a point. */
export const emuPerPoint = 12_700;

/** A scene point p comes to p * scale + (x, y), in EMU. */
export interface Fitting {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export interface Drawn {
  readonly journey: Pick<JourneyMap, 'touchpoints' | 'links'>;
  readonly layout: Pick<MapLayout, 'links'>;
  readonly fitting: Fitting;
}

/** The typefaces of Office are wider than the ones texts were measured in. */
const latinShrink = 0.9;
/** From the top of a line to its baseline, in em: Arial, Microsoft YaHei. */
const ascent = { latin: 0.91, cjk: 1.06 } as const;

export interface PictureStore {
  /** A picture by its address; null for what a slide cannot hold. */
  imageOf(href: string): RasterImage | null;
  /** The id of a relationship to a picture; the same picture has the same one. */
  relationOf(image: RasterImage): string;
  /** The pictures that the server keeps, by their name in the scene. */
  readonly stored: ReadonlyMap<string, string>;
}

export class SlideDrawing {
  readonly shapes: string[] = [];
  readonly #paintOf: PaintOf;
  readonly #pictures: PictureStore;
  /** 1 is the slide's own tree. */
  #lastId = 1;

  constructor(paintOf: PaintOf, pictures: PictureStore) {
    this.#paintOf = paintOf;
    this.#pictures = pictures;
  }

  newId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  /** Draws groups in their order. */
  draw(groups: readonly SceneGroup[], drawn: Drawn): void {
    const touchpoints = new Map(drawn.journey.touchpoints.map((one) => [one.id, one]));
    const links = new Map(drawn.journey.links.map((one) => [one.id, one]));
    const routes = new Map(drawn.layout.links.map((one) => [one.id, one]));
    // Links are painted before the cards they are glued to.
    const bodies = new Map<string, Body>();
    for (const group of groups) {
      const touchpoint = group.role === 'touchpoint' ? touchpoints.get(group.recordId ?? '') : undefined;
      const [rect] = group.items;
      if (touchpoint && rect?.kind === 'rect')
        bodies.set(touchpoint.id, { id: this.newId(), box: moved(rect, group.origin), touchpoint, rect });
    }
    for (const group of groups) {
      const body = group.role === 'touchpoint' ? bodies.get(group.recordId ?? '') : undefined;
      const link = group.role === 'link' ? links.get(group.recordId ?? '') : undefined;
      if (body) this.#card(group, body, drawn.fitting);
      else if (link) this.#link(group, link, routes.get(link.id), bodies, drawn.fitting);
      else this.#group(group, group.items, drawn.fitting, '');
    }
  }

  /** A plain text box. `box` in EMU. */
  textBox(name: string, box: Box, paragraphs: string): void {
    this.shapes.push(
      `<p:sp>${this.#named(name)}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>${frame(box)}` +
        '<a:prstGeom prst="rect"/></p:spPr>' +
        '<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0"><a:normAutofit/></a:bodyPr><a:lstStyle/>' +
        `${paragraphs}</p:txBody></p:sp>`,
    );
  }

  #named(name: string, id = this.newId(), more = ''): string {
    return `<p:nvSpPr><p:cNvPr id="${id}" name="${xmlText(name)}"${more}/>`;
  }

  #card(group: SceneGroup, { id, touchpoint, rect }: Body, fitting: Fitting): void {
    const isJourney = group.items.length > 1 && rect.stroke === undefined;
    // The title is the body's own text; the scene's lines of it are left out.
    const isTitle = (item: SceneItem) =>
      item.kind === 'text' && item.fill === 'ink' && item.y < (isJourney ? 48 : rect.height);
    const isTitleEmoji = (item: SceneItem) => item.kind === 'emoji';
    const rest = group.items.slice(1).filter((item) => !isTitle(item) && !isTitleEmoji(item));
    const body = this.#body(id, rect, touchpoint, local(fitting), isJourney);
    const { emotion, importance, performance } = touchpoint;
    const told = [
      touchpoint.title,
      emotion === null ? '' : `emotion ${emotion}`,
      importance === null ? '' : `importance ${importance}`,
      performance === null ? '' : `performance ${performance}`,
    ];
    const descr = told.filter((part) => part !== '').join('; ');
    this.#group({ ...facts(group), title: touchpoint.title }, joinShapes(rest), fitting, body, descr, rect);
  }

  #body(
    id: number,
    rect: RectItem,
    { title, key }: Touchpoint,
    fitting: Fitting,
    isJourney: boolean,
  ): string {
    const { scale } = fitting;
    const font = fontOf(isJourney ? 'card-title' : 'delivery-title', title);
    const left = isJourney ? 46 : 10;
    const room = rect.width - left - (isJourney && key ? 26 : 10);
    const size = font.size * shrink(font.script) * fittingSize(title, font.size, room);
    const top = (isJourney ? 22 : 19) - size * ascent[font.script];
    const inset = (units: number) => Math.max(0, Math.round(units * scale));
    const run = runXml(title, {
      size: (size * scale) / emuPerPoint,
      colour: this.#paintOf('ink'),
      bold: font.weight >= 600,
    });
    return (
      `<p:sp>${this.#named(title, id)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${frame(fit(rect, fitting))}` +
      `<a:prstGeom prst="rect"/>${this.#paints(rect.fill, rect.stroke, scale)}</p:spPr>` +
      `<p:txBody><a:bodyPr wrap="square" lIns="${inset(left)}" tIns="${inset(top)}" rIns="${inset(rect.width - left - room)}" ` +
      `bIns="0" anchor="t"><a:noAutofit/></a:bodyPr><a:lstStyle/>${paragraphXml(run)}</p:txBody></p:sp>`
    );
  }

  #link(
    group: SceneGroup,
    link: Link,
    shape: LinkShape | undefined,
    bodies: ReadonlyMap<string, Body>,
    fitting: Fitting,
  ): void {
    const from = bodies.get(link.from);
    const to = bodies.get(link.to);
    const route = shape?.route ?? [];
    const [start] = route;
    const points = start
      ? route.map(({ x, y }) => ({ x: x - start.x + group.origin.x, y: y - start.y + group.origin.y }))
      : [];
    if (from && to) this.#connector(group, link, { from, to }, points, fitting);
    const relative = start ? route.map(({ x, y }) => ({ x: x - start.x, y: y - start.y })) : [];
    const isDrawnByConnector = from && to ? lineItems(link, relative).length : 0;
    const rest = group.items.slice(isDrawnByConnector);
    if (rest.length > 0) this.#group(group, rest, fitting, '');
  }

  #connector(
    { title, items }: SceneGroup,
    link: Link,
    { from, to }: Ends,
    points: readonly Point[],
    fitting: Fitting,
  ): void {
    const [fromMiddle, toMiddle] = [middle(from.box), middle(to.box)];
    // A link that is only told by signs at both ends is there all the same, but not shown.
    const isShown = points.length > 1;
    const way = isShown ? points : [fromMiddle, toMiddle];
    const connector = connectorOf(way.map((point) => fitPoint(point, fitting)));
    if (!connector) return;
    const line = items.find((item) => item.kind === 'path' && item.stroke !== undefined);
    const stroke: Stroke =
      line?.kind === 'path' && line.stroke ? line.stroke : { colour: 'ink-2', width: 1.5 };
    const heads = headsOf(link);
    const { turned, flipH, flipV, preset, adjustments } = connector;
    const turn = `${turned ? ' rot="5400000"' : ''}${flipH ? ' flipH="1"' : ''}${flipV ? ' flipV="1"' : ''}`;
    const guides = adjustments
      .map((value, index) => `<a:gd name="adj${index + 1}" fmla="val ${value}"/>`)
      .join('');
    const name = title === '' ? link.kind : title;
    this.shapes.push(
      `<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="${this.newId()}" name="${xmlText(name)}"` +
        ` descr="${xmlText(`${from.touchpoint.title} → ${to.touchpoint.title}`)}"${isShown ? '' : ' hidden="1"'}/>` +
        `<p:cNvCxnSpPr><a:stCxn id="${from.id}" idx="${siteOf(from.box, way[0] ?? fromMiddle)}"/>` +
        `<a:endCxn id="${to.id}" idx="${siteOf(to.box, way.at(-1) ?? toMiddle)}"/></p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr>` +
        `<p:spPr>${frame(connector, turn)}<a:prstGeom prst="${preset}"><a:avLst>${guides}</a:avLst></a:prstGeom>` +
        `${this.#line(stroke, fitting.scale, heads)}</p:spPr></p:cxnSp>`,
    );
  }

  /** `body`: a shape that is drawn first. */
  #group(
    group: Pick<SceneGroup, 'id' | 'title' | 'origin'>,
    items: readonly SlideItem[],
    fitting: Fitting,
    body: string,
    descr = '',
    bodyBox?: RectItem,
  ): void {
    const plain = items.flatMap(partsOf);
    const bounds = boundsOf(bodyBox ? [bodyBox, ...plain] : plain);
    if (!bounds) return;
    // Inside, places are counted from the group's own origin: cards that are alike are written alike, which zips well.
    const own = local(fitting);
    const id = this.newId();
    const inner = items.map((item) => this.#item(item, own)).join('');
    if (body === '' && inner === '') return;
    const box = fit(bounds, own);
    const child = `<a:chOff x="${px(box.x)}" y="${px(box.y)}"/><a:chExt cx="${px(box.width)}" cy="${px(box.height)}"/>`;
    const alternative = descr === '' ? '' : ` descr="${xmlText(descr)}"`;
    const name = group.title === '' ? group.id : group.title;
    this.shapes.push(
      `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="${id}" name="${xmlText(name)}"${alternative}/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>` +
        `<p:grpSpPr><a:xfrm>${offset(fit(bounds, placed(fitting, group.origin)))}${child}</a:xfrm></p:grpSpPr>${body}${inner}</p:grpSp>`,
    );
  }

  #item(item: SlideItem, fitting: Fitting): string {
    switch (item.kind) {
      case 'joined':
        return this.#joined(item, fitting);
      case 'texts':
        return this.#text(item.runs, fitting);
      case 'rect': {
        const { radius = 0 } = item;
        const least = Math.min(item.width, item.height);
        const round = Math.round((Math.min(radius, least / 2) / Math.max(least, 0.01)) * 100_000);
        const geometry =
          radius > 0
            ? `<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val ${round}"/></a:avLst></a:prstGeom>`
            : '<a:prstGeom prst="rect"/>';
        return this.#shape('Box', fit(item, fitting), geometry, item, fitting.scale);
      }
      case 'circle': {
        const box = { x: item.cx - item.r, y: item.cy - item.r, width: 2 * item.r, height: 2 * item.r };
        const geometry = '<a:prstGeom prst="ellipse"/>';
        return this.#shape('Dot', fit(box, fitting), geometry, item, fitting.scale);
      }
      case 'path':
        return this.#path(item, fitting);
      case 'text':
        return this.#text([item], fitting);
      case 'emoji': {
        const { x, y, size, cluster } = item;
        const font = { face: 'sans', script: 'cjk', size: size * 0.9, weight: 400, spacing: 0 } as const;
        return this.#text([{ kind: 'text', x, y, text: cluster, width: size, font, fill: 'ink' }], fitting);
      }
      case 'image':
        return this.#image(item, fitting);
      case 'clip':
        // Office cannot cut a group; only pictures are ever cut, and those are by their own frame.
        return item.items.map((inner) => this.#item(inner, fitting)).join('');
    }
  }

  #shape(
    name: string,
    box: Box,
    geometry: string,
    { fill, stroke }: { readonly fill?: Paint; readonly stroke?: Stroke },
    scale: number,
  ): string {
    return (
      `<p:sp>${this.#named(name)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${frame(box)}${geometry}` +
      `${this.#paints(fill, stroke, scale)}</p:spPr></p:sp>`
    );
  }

  #path({ commands, fill, stroke }: PathItem, fitting: Fitting): string {
    const bounds = pathBounds(commands);
    if (!bounds || commands.length < 2) return '';
    const box = fit(bounds, fitting);
    const { scale } = fitting;
    const part: GeometryPart = { commands, isFilled: fill !== undefined, isStroked: stroke !== undefined };
    const geometry = geometryXml([part], bounds, scale);
    const paints = { ...(fill !== undefined && { fill }), ...(stroke !== undefined && { stroke }) };
    return this.#shape('Line', box, geometry, paints, scale);
  }

  #joined({ parts, colour, stroke }: JoinedShape, fitting: Fitting): string {
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
    const geometry = geometryXml(pieces, bounds, fitting.scale);
    return this.#shape('Drawing', fit(bounds, fitting), geometry, paints, fitting.scale);
  }

  /** Words on one line, the next ones a space further. */
  #text(words: readonly TextItem[], fitting: Fitting): string {
    const [first] = words;
    if (!first) return '';
    const { x, y, font } = first;
    const width = (words.at(-1) ?? first).x + (words.at(-1) ?? first).width - x;
    const text = words.map((word) => word.text).join('');
    const size = font.size * shrink(font.script);
    const script = /[\u2E80-\uFFEF]/u.test(text) ? 'cjk' : font.script;
    const box = fit({ x, y: y - size * ascent[script], width, height: font.size * 1.35 }, fitting);
    const runs = words.flatMap((word, index) => {
      const look = {
        size: (word.font.size * shrink(word.font.script) * fitting.scale) / emuPerPoint,
        colour: this.#paintOf(word.fill),
        bold: word.font.weight >= 600,
        serif: word.font.face === 'serif',
        spacing: (word.font.spacing * fitting.scale) / emuPerPoint,
      };
      // A small space: Office's typefaces are wider, and what follows the words stays where it is.
      const space = index === 0 ? [] : [runXml(' ', { ...look, size: look.size / 2 })];
      return [...space, runXml(word.text, look)];
    });
    return (
      `<p:sp>${this.#named('Text')}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>${frame(box)}` +
      '<a:prstGeom prst="rect"/></p:spPr>' +
      '<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0"/>' +
      `<a:p>${runs.join('')}</a:p></p:txBody></p:sp>`
    );
  }

  /** Fills its frame; what is too wide or too high is cut off on both sides. */
  #image(item: ImageItem, fitting: Fitting): string {
    const image = this.#pictures.imageOf(this.#pictures.stored.get(item.href) ?? item.href);
    if (!image) return (item.missing ?? []).map((inner) => this.#item(inner, fitting)).join('');
    const wanted = item.width / item.height;
    const is = image.width / image.height;
    const cut = (surplus: number) => Math.max(0, Math.round(((1 - surplus) / 2) * 100_000));
    const [sides, ends] = is > wanted ? [cut(wanted / is), 0] : [0, cut(is / wanted)];
    return (
      `<p:pic><p:nvPicPr><p:cNvPr id="${this.newId()}" name="Picture"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>` +
      `<p:blipFill><a:blip r:embed="${this.#pictures.relationOf(image)}"/>` +
      `<a:srcRect l="${sides}" t="${ends}" r="${sides}" b="${ends}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>` +
      `<p:spPr>${frame(fit(item, fitting))}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`
    );
  }

  #paints(fill: Paint | undefined, stroke: Stroke | undefined, scale: number): string {
    // A shape without a style has neither unless it is said.
    const filled = fill === undefined ? '' : colourXml(this.#paintOf(fill));
    return filled + (stroke ? this.#line(stroke, scale, '') : '');
  }

  #line({ colour, width, dash = [], cap = 'butt' }: Stroke, scale: number, heads: string): string {
    const percent = (length: number) => Math.max(1, Math.round((length / width) * 100_000));
    const pairs = Array.from({ length: Math.ceil(dash.length / 2) }, (_, index) => {
      const length = dash[2 * index] ?? 0;
      return `<a:ds d="${percent(length)}" sp="${percent(dash[2 * index + 1] ?? length)}"/>`;
    });
    const dashes = pairs.length === 0 ? '' : `<a:custDash>${pairs.join('')}</a:custDash>`;
    return (
      `<a:ln w="${Math.max(1, px(width * scale))}" cap="${cap === 'round' ? 'rnd' : 'flat'}">` +
      `${colourXml(this.#paintOf(colour))}${dashes}<a:miter lim="800000"/>${heads}</a:ln>`
    );
  }
}

type SlideItem = SceneItem | JoinedShape | JoinedText;

function partsOf(item: SlideItem): readonly SceneItem[] {
  if (item.kind === 'joined') return item.parts;
  return item.kind === 'texts' ? item.runs : [item];
}

interface Body {
  readonly id: number;
  /** Scene units. */
  readonly box: Box;
  readonly touchpoint: Touchpoint;
  readonly rect: RectItem;
}
interface Ends {
  readonly from: Body;
  readonly to: Body;
}

function facts({ id, origin }: SceneGroup): Pick<SceneGroup, 'id' | 'origin'> {
  return { id, origin };
}

function headsOf({ kind, mutual }: Link): string {
  if (kind === 'dependency' && !mutual)
    return '<a:headEnd type="oval" w="sm" len="sm"/><a:tailEnd type="oval" w="sm" len="sm"/>';
  const start = mutual ? 'triangle' : kind === 'handoff' ? 'oval' : 'none';
  return `<a:headEnd type="${start}"/><a:tailEnd type="triangle" w="lg" len="lg"/>`;
}

/** The site of a rectangle nearest to a point: 0 top, 1 left, 2 bottom, 3 right. */
function siteOf(box: Box, { x, y }: Point): number {
  const ways = [y - box.y, x - box.x, box.y + box.height - y, box.x + box.width - x].map(Math.abs);
  return ways.indexOf(Math.min(...ways));
}

function middle({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

function moved({ x, y, width, height }: RectItem, by: Point): Box {
  return { x: x + by.x, y: y + by.y, width, height };
}

function shrink(script: 'latin' | 'cjk'): number {
  return script === 'latin' ? latinShrink : 1;
}

/** 1, or less where a title needs more lines than the card has room for. */
/** Lines of a title that a card has room for. */
const most = 2;

function fittingSize(title: string, size: number, room: number): number {
  const font = fontOf('card-title', title);
  for (const share of [1, 0.9, 0.8, 0.7, 0.6]) {
    const lines = breakLines(
      title,
      font,
      (room / share) * (font.size / size),
      Number.POSITIVE_INFINITY,
    ).length;
    if (lines <= Math.floor(most / share)) return share;
  }
  return 0.5;
}

/** The same scale, from (0, 0). */
function local({ scale }: Fitting): Fitting {
  return { scale, x: 0, y: 0 };
}

function placed({ scale, x, y }: Fitting, origin: Point): Fitting {
  return { scale, x: x + origin.x * scale, y: y + origin.y * scale };
}

function fitPoint({ x, y }: Point, fitting: Fitting): Point {
  return { x: x * fitting.scale + fitting.x, y: y * fitting.scale + fitting.y };
}

function fit({ x, y, width, height }: Box, fitting: Fitting): Box {
  return { ...fitPoint({ x, y }, fitting), width: width * fitting.scale, height: height * fitting.scale };
}

function offset({ x, y, width, height }: Box): string {
  return `<a:off x="${px(x)}" y="${px(y)}"/><a:ext cx="${px(width)}" cy="${px(height)}"/>`;
}

function frame(box: Box, attributes = ''): string {
  return `<a:xfrm${attributes}>${offset(box)}</a:xfrm>`;
}
