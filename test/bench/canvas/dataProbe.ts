/**
 * The data side of the canvas without a browser, as a process of its own so that nothing is warm: `node dataProbe.ts
 * <touchpoints>` prints one JSON line. Applying the snapshot and hydrating (document and projection) is done once, cold, as a page
 * does it; the first layout likewise; then 200 remote changes of one title each, applied, projected and laid out.
 */
import * as Y from 'yjs';
import { applyUpdate } from '../../../src/document/applyUpdate.ts';
import { writeContent } from '../../../src/document/writeContent.ts';
import { layoutOptionsFor } from '../../../src/layout/defaultOptions.ts';
import { layoutMap } from '../../../src/layout/layoutMap.ts';
import type { MapLayout } from '../../../src/layout/mapLayout.ts';
import { emptyLayout } from '../../../src/layout/mapLayout.ts';
import type { JourneyMap } from '../../../src/model/journeyMap.ts';
import { parseMap } from '../../../src/model/parseMap.ts';
import { createProjection } from '../../../src/state/projection.ts';
import { largeMap } from '../../support/largeMap.ts';
import { median } from '../figures.ts';

export interface DataFigures {
  readonly hydrateMs: number;
  readonly layoutMs: number;
  /** Median of one remote change: apply, projection and layout. */
  readonly changeMs: number;
}

const changes = 200;

function probe(touchpoints: number): DataFigures {
  const parsed = parseMap(largeMap(touchpoints));
  if (!parsed.ok) throw new Error('the large map is not valid');
  const other = new Y.Doc();
  writeContent(other, parsed.map, 'bench');
  const snapshot = Y.encodeStateAsUpdate(other);
  const updates = titleChanges(other);

  const doc = new Y.Doc();
  let isLaidOut = false;
  const layout = (journey: JourneyMap, previous: MapLayout | null): MapLayout =>
    isLaidOut ? layoutMap(journey, layoutOptionsFor(journey), previous ?? undefined) : emptyLayout;
  const began = performance.now();
  applyUpdate(doc, snapshot);
  const projection = createProjection(doc, { layout, schedule: () => () => undefined });
  const hydrated = performance.now();
  isLaidOut = true;
  const shown = projection.getState();
  projection.setState({ layout: layout(shown.journey, null) });
  const laidOut = performance.now();
  if (shown.journey.touchpoints.length !== touchpoints) throw new Error('not all touchpoints were read');

  const times = updates.map((update) => {
    const start = performance.now();
    applyUpdate(doc, update);
    projection.flush();
    return performance.now() - start;
  });
  return { hydrateMs: hydrated - began, layoutMs: laidOut - hydrated, changeMs: median(times) };
}

/** Updates of somebody else, each one title. */
function titleChanges(doc: Y.Doc): readonly Uint8Array[] {
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const touchpoints = doc.getMap<Y.Map<unknown>>('touchpoints');
  const ids = [...touchpoints.keys()];
  for (let index = 0; index < changes; index += 1)
    touchpoints.get(ids[(index * 37) % ids.length] ?? '')?.set('title', `Changed ${index}`);
  return updates;
}

const touchpoints = Number(process.argv[2]);
if (touchpoints > 0) console.log(JSON.stringify(probe(touchpoints)));
