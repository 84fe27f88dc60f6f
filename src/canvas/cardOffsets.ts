/**
 * Moves mounted cards on the screen without React: a drag (mine or another person's) and neighbours making room are
 * `translate` offsets on the card's own element, laid over the place React Flow gave it. Several owners may offset
 * cards at once; the first owner that has an offset for a card wins, in the order they came. An owner that hands in
 * an empty map leaves no trace. What nobody offsets goes with the ground, which a drop that needs room moves down.
 *
 * Costs only what is another than before: a card whose offset is the same is left alone.
 */
import { canvasCamera } from './camera.ts';
import type { Glide } from './glide.ts';

export interface Offset {
  readonly dx: number;
  readonly dy: number;
  /** Not shown at all: a ghost stands for it. */
  readonly hidden?: true;
  /** In this person's hand: framed, and a layer of its own that is moved so. */
  readonly held?: (element: HTMLElement) => Glide;
}

/** Something that has to be drawn elsewhere, or no longer, as nothing mounted stands for it or did. */
export interface Redrawn {
  readonly id: string;
  readonly before: Offset | undefined;
  readonly after: Offset | undefined;
}

type Offsets = ReadonlyMap<string, Offset>;
/** How far the ground has moved below something. */
export type Ground = (id: string) => Offset | undefined;

const owners = new Map<string, Offsets>();
let ground: Ground | null = null;
const elements = new Map<string, HTMLElement>();
/** Of what is held. */
const glides = new Map<string, Glide>();
const listeners = new Set<(redrawn: readonly Redrawn[]) => void>();
const leavers = new Set<(id: string) => void>();

/** A card's element came (or went, with null). */
export function registerCard(id: string, element: HTMLElement | null): void {
  letDown(id);
  if (element) {
    elements.set(id, element);
    apply(id);
  } else {
    elements.delete(id);
    for (const listener of leavers) listener(id);
  }
  const offset = offsetOf(id);
  if (offset) tell([{ id, before: offset, after: offset }]);
}

/** The mounted element of a card or cell. */
export function cardElement(id: string): HTMLElement | undefined {
  return elements.get(id);
}

/** How far a card or cell is from its place, whether it is mounted or drawn; undefined when it lies there. */
export function offsetOf(id: string): Offset | undefined {
  for (const offsets of owners.values()) {
    const offset = offsets.get(id);
    if (offset) return offset;
  }
  return ground?.(id);
}

/** Tells what has to be drawn elsewhere. */
export function subscribeOffsets(listener: (redrawn: readonly Redrawn[]) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells whose element went: its drawing is seen from now on. */
export function subscribeUnmounted(listener: (id: string) => void): () => void {
  leavers.add(listener);
  return () => leavers.delete(listener);
}

/** All offsets of one owner; replaces what it asked for before. */
export function offsetCards(owner: string, offsets: Offsets): void {
  const former = owners.get(owner) ?? nobody;
  if (former.size === 0 && offsets.size === 0) return;
  const changed = [...new Set([...former.keys(), ...offsets.keys()])].filter(
    (id) => !isSame(former.get(id), offsets.get(id)),
  );
  const before = changed.map(offsetOf);
  if (offsets.size === 0) owners.delete(owner);
  else owners.set(owner, offsets);
  const redrawn: Redrawn[] = [];
  for (const [index, id] of changed.entries()) {
    apply(id);
    const was = before[index];
    const after = offsetOf(id);
    // A mounted card moves by itself; it is drawn anew only when it leaves its place or comes back.
    if (!elements.has(id) || (was === undefined) !== (after === undefined))
      redrawn.push({ id, before: was, after });
  }
  if (redrawn.length > 0) tell(redrawn);
}

/** What is drawn away from its place, as no element stands for it, without what went with the ground. */
export function drawnAway(): ReadonlyMap<string, Offset> {
  const away = new Map<string, Offset>();
  for (const offsets of owners.values())
    for (const [id, offset] of offsets)
      if (!away.has(id) && !offset.hidden && !elements.has(id)) away.set(id, offset);
  return away;
}

/** Moves everything mounted that has no offset of its own; null puts it back. The drawn ground is the one of the room. */
export function moveGround(next: Ground | null): void {
  if (next === ground) return;
  ground = next;
  for (const id of elements.keys()) apply(id);
}

const nobody: Offsets = new Map();

function isSame(a: Offset | undefined, b: Offset | undefined): boolean {
  return a === b || (a?.dx === b?.dx && a?.dy === b?.dy && a?.hidden === b?.hidden && a?.held === b?.held);
}

function tell(redrawn: readonly Redrawn[]): void {
  for (const listener of listeners) listener(redrawn);
}

function apply(id: string): void {
  const element = elements.get(id);
  if (!element) return;
  let offset: Offset | undefined;
  let lifted = false;
  for (const [owner, offsets] of owners) {
    const one = offsets.get(id);
    if (!one) continue;
    offset ??= one;
    lifted ||= owner !== 'neighbours';
  }
  offset ??= ground?.(id);
  const { style, dataset } = element;
  write(style, 'opacity', offset?.hidden ? '0' : '');
  if (offset?.held) {
    const glide = glides.get(id) ?? offset.held(element);
    glides.set(id, glide);
    glide.to(offset.dx, offset.dy);
  } else {
    letDown(id);
    write(style, 'translate', offset ? `${offset.dx}px ${offset.dy}px` : '');
  }
  if ((dataset['held'] === 'true') !== (offset?.held !== undefined)) {
    if (offset?.held) dataset['held'] = 'true';
    else delete dataset['held'];
    if (offset?.held) showZoom(canvasCamera.view().zoom);
    else style.removeProperty('--px');
  }
  // React Flow's wrapper decides what lies on top; dragged cards lie over the others.
  const wrapper = element.parentElement;
  if (wrapper) write(wrapper.style, 'zIndex', lifted ? '1000' : '0');
}

/** Of all cards only those in hand have a line that is as wide at every zoom (MapCanvas.module.css). */
export function showZoom(zoom: number): void {
  for (const id of glides.keys()) elements.get(id)?.style.setProperty('--px', `${1 / zoom}px`);
}

/** It moves with its offsets again, not with the hand. */
function letDown(id: string): void {
  glides.get(id)?.end();
  glides.delete(id);
}

function write(style: CSSStyleDeclaration, name: 'opacity' | 'translate' | 'zIndex', value: string): void {
  if (style[name] !== value) style[name] = value;
}
