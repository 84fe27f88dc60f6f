/**
 * The quick way for the commonest change: a few touchpoints got other words (title, owner, description …) and nothing
 * else of the map is another object. Places, ways and curves do not depend on words, so only those cards are drawn
 * anew, and the work is the same on a map of 200 and of 3,000.
 */
import type { JourneyMap, Touchpoint } from '../model/journeyMap.ts';
import { replacedSince } from '../model/replaced.ts';
import { cardContext } from './cardContext.ts';
import { memoryOf, overlaid, remember } from './layOut.ts';
import type { LayoutOptions } from './layoutOptions.ts';
import type { MapLayout } from './mapLayout.ts';
import { cardPart, cardPartInputs } from './paintGroups.ts';
import { placePart, type Patch } from './part.ts';
import type { Change } from './patchedList.ts';
import { PatchedMap } from './patchedMap.ts';
import { patchLayout } from './patchLayout.ts';
import { isAlike, isSameBut, sameInputs } from './same.ts';
import { keepWholeNumbers } from './wholeNumbers.ts';

/**
 * Then the ordinary way takes them over, and the lists of patches begin anew. It costs what the map is large, so it comes
 * the more seldom the larger the map.
 */
const mostPatches = (touchpoints: number): number => Math.max(200, touchpoints / 2);

/** The former layout with the cards of touchpoints that only got other words; null when more than that changed. */
export function layoutWords(
  journey: JourneyMap,
  { overlays, ...options }: LayoutOptions,
  previous: MapLayout,
): MapLayout | null {
  const plain = withNewWords(journey, options, previous.plain ?? previous);
  return plain && overlaid(plain, journey, options, overlays);
}

function withNewWords(journey: JourneyMap, options: LayoutOptions, previous: MapLayout): MapLayout | null {
  const memory = memoryOf(previous);
  if (!memory) return null;
  keepWholeNumbers();
  if (memory.patches.size > mostPatches(journey.touchpoints.length)) return null;
  if (!sameInputs(Object.values(options), Object.values(memory.options))) return null;
  const changed = onlyWordsChanged(memory.journey, journey);
  if (!changed) return null;
  if (changed.length === 0) {
    remember(previous, { ...memory, journey });
    return previous;
  }
  const hasFunnel = journey.lanes.some(({ kind }) => kind === 'funnel');
  const detail = options.detail ?? 'full';
  const patches: [string, Patch][] = [];
  const drawn: Change[] = [];
  for (const touchpoint of changed) {
    const box = previous.cards.get(touchpoint.id);
    const former = previous.groupOf.get(touchpoint.id);
    // Without a card its words may stand elsewhere (folded lanes); in a funnel they do.
    if (!box || !former || hasFunnel) return null;
    const context = cardContext(touchpoint, box.kind, journey, options);
    const part = cardPart(touchpoint, context, detail, box);
    const group = placePart(part, { x: box.x, y: box.y });
    drawn.push({ before: former, after: group });
    patches.push([part.id, { inputs: cardPartInputs(touchpoint, context, detail), part, group }]);
  }
  const layout = patchLayout(previous, drawn);
  remember(layout, { ...memory, journey, patches: PatchedMap.over(memory.patches).with(patches) });
  return layout;
}

/** Fields of a touchpoint that no place, way, curve, sieve or count depends on. */
const words: ReadonlySet<string> = new Set<keyof Touchpoint>([
  'title',
  'description',
  'owner',
  'key',
  'evidenceLevel',
  'importance',
  'performance',
]);
/** With more of them the ordinary way is as quick. */
const mostPatched = 40;

/** The touchpoints that only got other words, when that is all that changed; else null. */
function onlyWordsChanged(before: JourneyMap, now: JourneyMap): readonly Touchpoint[] | null {
  if (!isSameBut('touchpoints', before, now)) return null;
  const replaced = replacedSince(now.touchpoints, before.touchpoints);
  if (!replaced || replaced.length > mostPatched) return null;
  const changed: Touchpoint[] = [];
  for (const index of replaced) {
    const touchpoint = now.touchpoints[index];
    const former = before.touchpoints[index];
    if (!touchpoint || !former || !differInWords(former, touchpoint)) return null;
    changed.push(touchpoint);
  }
  return changed;
}

function differInWords(before: Touchpoint, now: Touchpoint): boolean {
  const keys = Object.keys(now);
  // A record is read anew as a whole, so lists in it are other objects with the same values.
  return (
    keys.length === Object.keys(before).length &&
    keys.every((key) => words.has(key) || isAlike(Reflect.get(before, key), Reflect.get(now, key)))
  );
}
