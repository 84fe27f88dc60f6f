/**
 * Moves mounted cards on the screen without React: a drag (mine or another person's) and neighbours making room are
 * `translate` offsets on the card's own element, laid over the place React Flow gave it. Several owners may offset
 * cards at once; the first owner that has an offset for a card wins, in the order they came. An owner that hands in
 * an empty map leaves no trace.
 */
export interface Offset {
  readonly dx: number;
  readonly dy: number;
  /** Not shown at all: a ghost stands for it. */
  readonly hidden?: true;
}

const owners = new Map<string, ReadonlyMap<string, Offset>>();
const elements = new Map<string, HTMLElement>();
const listeners = new Set<() => void>();

/** A card's element came (or went, with null). */
export function registerCard(id: string, element: HTMLElement | null): void {
  if (element) {
    elements.set(id, element);
    apply(id);
  } else {
    elements.delete(id);
  }
  if (offsetOf(id)) for (const listener of listeners) listener();
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
  return undefined;
}

/** Tells when what is not mounted has to be drawn elsewhere. */
export function subscribeOffsets(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** All offsets of one owner; replaces what it asked for before. */
export function offsetCards(owner: string, offsets: ReadonlyMap<string, Offset>): void {
  const before = owners.get(owner);
  if (offsets.size === 0) {
    if (!before) return;
    owners.delete(owner);
  } else owners.set(owner, offsets);
  let isDrawn = false;
  for (const id of new Set([...(before?.keys() ?? []), ...offsets.keys()])) {
    apply(id);
    // A mounted card moves by itself; it is drawn anew only when it leaves its place or comes back.
    isDrawn ||= !elements.has(id) || before?.has(id) !== offsets.has(id);
  }
  if (isDrawn) for (const listener of listeners) listener();
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
  element.style.opacity = offset?.hidden ? '0' : '';
  element.style.translate = offset ? `${offset.dx}px ${offset.dy}px` : '';
  // React Flow's wrapper decides what lies on top; dragged cards lie over the others.
  const wrapper = element.parentElement;
  if (wrapper) wrapper.style.zIndex = lifted ? '1000' : '0';
}
