/**
 * Draws scene groups on a slide as native shapes: rectangles, ellipses, freeforms, text boxes, pictures. A card is a group
 * whose body is a text box with the whole title; a link is a connector glued to the bodies of its two cards.
 *
 * In:  groups in scene units and how they are put on the slide; a layout, for cards and routes.
 * Out: the shapes' XML, one by one in paint order, with ids unique on the slide.
 */
import { breakLines } from '../../layout/breakLines.ts';
import { headLength, lineItems } from '../../layout/drawLinks.ts';
import { fontOf } from '../../layout/lettering.ts';
import type { LinkShape, MapLayout } from '../../layout/mapLayout.ts';
import type { Box, Point, RectItem, SceneGroup, SceneItem, Stroke } from '../../layout/scene.ts';
import type { JourneyMap, Link, Touchpoint } from '../../model/journeyMap.ts';
import type { PaintOf } from '../grey.ts';
import { boundsOf } from '../../layout/bounds.ts';
import { connectorOf } from './connector.ts';
import { px } from './geometry.ts';
import {
  ascent,
  emuPerPoint,
  frame,
  inGroup,
  ItemShapes,
  namedXml,
  offset,
  partsOf,
  shrink,
  type PictureStore,
} from './itemShapes.ts';
import { joinShapes, type Joined } from './joinedShapes.ts';
import { paragraphXml, runXml } from './paragraphs.ts';
import { xmlText } from '../xml.ts';

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

export class SlideDrawing {
  readonly #write: (shape: string) => void;
  readonly #items: ItemShapes;
  /** 1 is the slide's own tree. */
  #lastId = 1;

  /** `write`: takes the shapes as they are drawn. */
  constructor(paintOf: PaintOf, pictures: PictureStore, write: (shape: string) => void) {
    this.#write = write;
    this.#items = new ItemShapes(paintOf, pictures, () => this.newId());
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

  #card(group: SceneGroup, { id, touchpoint, rect }: Body, fitting: Fitting): void {
    const isJourney = group.items.length > 1 && rect.stroke === undefined;
    // The title is the body's own text; the scene's lines of it are left out.
    const isTitle = (item: SceneItem) =>
      item.kind === 'text' && item.fill === 'ink' && item.y < (isJourney ? 48 : rect.height);
    const isTitleEmoji = (item: SceneItem) => item.kind === 'emoji';
    // The border that is drawn over a card is the body's own: it stays around it when the card is made larger.
    const border = group.items.slice(1).find((item): item is RectItem => isBorder(item, rect));
    const rest = group.items
      .slice(1)
      .filter((item) => item !== border && !isTitle(item) && !isTitleEmoji(item));
    const bordered = border?.stroke ? { ...rect, stroke: border.stroke } : rect;
    const body = this.#body(id, bordered, touchpoint, fitting.scale, isJourney);
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

  #body(id: number, rect: RectItem, { title, key }: Touchpoint, pen: number, isJourney: boolean): string {
    const font = fontOf(isJourney ? 'card-title' : 'delivery-title', title);
    const left = isJourney ? 46 : 10;
    const room = rect.width - left - (isJourney && key ? 26 : 10);
    const size = font.size * shrink(font.script) * fittingSize(title, font.size, room);
    const top = (isJourney ? 22 : 19) - size * ascent[font.script];
    const inset = (units: number) => Math.max(0, Math.round(units * pen));
    const run = runXml(title, {
      size: (size * pen) / emuPerPoint,
      bold: font.weight >= 600,
    });
    return (
      `<p:sp>${namedXml(title, id)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${frame(inGroup(rect))}` +
      `<a:prstGeom prst="rect"/>${this.#items.paints(rect, pen)}</p:spPr>` +
      `<p:txBody><a:bodyPr wrap="square" lIns="${inset(left)}" tIns="${inset(top)}" rIns="${inset(rect.width - left - room)}" ` +
      `bIns="0"/>${paragraphXml(run)}</p:txBody></p:sp>`
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
    const heads = headsOf(link, (stroke.width * fitting.scale) / emuPerPoint, fitting.scale / emuPerPoint);
    const { turned, flipH, flipV, preset, adjustments } = connector;
    const turn = `${turned ? ' rot="5400000"' : ''}${flipH ? ' flipH="1"' : ''}${flipV ? ' flipV="1"' : ''}`;
    const guides = adjustments
      .map((value, index) => `<a:gd name="adj${index + 1}" fmla="val ${value}"/>`)
      .join('');
    const name = title === '' ? link.kind : title;
    this.#write(
      `<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="${this.newId()}" name="${xmlText(name)}"` +
        ` descr="${xmlText(`${from.touchpoint.title} → ${to.touchpoint.title}`)}"${isShown ? '' : ' hidden="1"'}/>` +
        `<p:cNvCxnSpPr><a:stCxn id="${from.id}" idx="${siteOf(from.box, way[0] ?? fromMiddle)}"/>` +
        `<a:endCxn id="${to.id}" idx="${siteOf(to.box, way.at(-1) ?? toMiddle)}"/></p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr>` +
        `<p:spPr>${frame(onGrid(connector), turn)}<a:prstGeom prst="${preset}"><a:avLst>${guides}</a:avLst></a:prstGeom>` +
        `${this.#items.line(stroke, fitting.scale, heads)}</p:spPr></p:cxnSp>`,
    );
  }

  /** `body`: a shape that is drawn first. */
  #group(
    group: Pick<SceneGroup, 'id' | 'title' | 'origin'>,
    items: readonly Joined[],
    fitting: Fitting,
    body: string,
    descr = '',
    bodyBox?: RectItem,
  ): void {
    const plain = items.flatMap(partsOf);
    const bounds = boundsOf(bodyBox ? [bodyBox, ...plain] : plain);
    if (!bounds) return;
    const id = this.newId();
    const inner = items.map((item) => this.#items.item(item, fitting.scale)).join('');
    if (body === '' && inner === '') return;
    const { x, y, width, height } = inGroup(bounds);
    const child = `<a:chOff x="${px(x)}" y="${px(y)}"/><a:chExt cx="${px(width)}" cy="${px(height)}"/>`;
    const alternative = descr === '' ? '' : ` descr="${xmlText(descr)}"`;
    const name = group.title === '' ? group.id : group.title;
    this.#write(
      `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="${id}" name="${xmlText(name)}"${alternative}/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>` +
        `<p:grpSpPr><a:xfrm>${offset(onGrid(fit(bounds, placed(fitting, group.origin))))}${child}</a:xfrm></p:grpSpPr>${body}${inner}</p:grpSp>`,
    );
  }
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

/** Whether an item is nothing but a line all round a box. */
function isBorder(item: SceneItem, { x, y, width, height }: RectItem): item is RectItem {
  if (item.kind !== 'rect' || item.fill !== undefined || item.stroke === undefined) return false;
  return item.x === x && item.y === y && item.width === width && item.height === height;
}

/** `width`: of the line, in points. `pen`: points a scene unit. */
function headsOf({ kind, mutual }: Link, width: number, pen: number): string {
  if (kind === 'dependency' && !mutual)
    return '<a:headEnd type="oval" w="sm" len="sm"/><a:tailEnd type="oval" w="sm" len="sm"/>';
  const start = mutual ? 'triangle' : kind === 'handoff' ? 'oval' : null;
  const size = headSize(pen, width);
  return `${start ? `<a:headEnd type="${start}" ${size}/>` : ''}<a:tailEnd type="triangle" ${size}/>`;
}

/** The one of Office's sizes that comes nearest to the head on the map: 2, 3 or 5 times the line, thin ones counted as two points. */
function headSize(pen: number, width: number): string {
  const wished = (headLength * pen) / Math.max(2, width);
  const size = wished < 2.5 ? 'sm' : wished < 4 ? 'med' : 'lg';
  return `w="${size}" len="${size}"`;
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

/** Lines of a title that a card has room for. */
const most = 2;

/** 1, or less where a title needs more lines than the card has room for. */
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

function placed({ scale, x, y }: Fitting, origin: Point): Fitting {
  return { scale, x: x + origin.x * scale, y: y + origin.y * scale };
}

function fitPoint({ x, y }: Point, fitting: Fitting): Point {
  return { x: x * fitting.scale + fitting.x, y: y * fitting.scale + fitting.y };
}

/** EMU of a grid of 1/127 point, far below what is seen: places on a slide are most of what a deck cannot repeat. */
const gridStep = 100;

function onGrid({ x, y, width, height }: Box): Box {
  const near = (value: number) => Math.round(value / gridStep) * gridStep;
  return { x: near(x), y: near(y), width: near(width), height: near(height) };
}

function fit({ x, y, width, height }: Box, fitting: Fitting): Box {
  return { ...fitPoint({ x, y }, fitting), width: width * fitting.scale, height: height * fitting.scale };
}
