/**
 * The projection: a read-only copy of the document for React, kept up by one listener. Arrays are copied and only
 * changed records replaced, so that identity means "unchanged"; remote changes are shown when they come, but once in a
 * frame's time at most, a person's own at once. What merging broke is repaired in the copy, never in the document (R62).
 *
 * In:  a Y.Doc and the layout function. Out: a zustand store without actions, look-ups by id, and `dispose`.
 * Costs: one edit reads one record and looks up its references; a deletion looks over the whole map once.
 * Much at once (an import, somebody else's too), and what is in no hurry (a drop, whose cards are seen where they fell), is
 * laid out step by step while the page goes on answering; until then all of it is shown as it was, and a person's own
 * edit in between hurries it.
 */
import { createStore } from 'zustand/vanilla';
import { bindDocument, type DocumentChanges } from '../document/bindDocument.ts';
import { readBrand, readExtra, readMapInfo } from '../document/readMap.ts';
import { isNewer, mapCollections, schemaOf } from '../document/roots.ts';
import type { MapLayout } from '../layout/mapLayout.ts';
import { allAtOnce, type Steps } from '../layout/steps.ts';
import type { Collection, JourneyMap, Records } from '../model/journeyMap.ts';
import { repairMap } from '../model/repair.ts';
import { isSameJson } from '../model/sameJson.ts';
import { createDirtyList, type Dirty } from './dirty.ts';
import { createMoments, nextTask, type Schedule } from './frame.ts';
import type { Projection, ProjectionState } from './mapSession.ts';
import { createOrderedRecords, type OrderedRecords } from './orderedRecords.ts';
import { createRecordIndex } from './recordIndex.ts';
import { mayBreak, type Lookup } from './soundness.ts';

type Doc = Parameters<typeof bindDocument>[0];

export interface ProjectionOptions {
  /** The layout of a journey; `previous` is what it gave last time, to reuse what has not changed. */
  readonly layout: (journey: JourneyMap, previous: MapLayout | null) => MapLayout;
  /** The same step by step. */
  readonly layoutSteps?: (journey: JourneyMap, previous: MapLayout | null) => Steps<MapLayout>;
  /** When remote changes are shown. */
  readonly schedule?: Schedule;
  /** When much that is laid out step by step goes on. */
  readonly pause?: Schedule;
  /** ms, for how long a piece of that takes. */
  readonly now?: () => number;
  /**
   * What the page shows of the map while the document is still empty: whatever the first content says alike stays the
   * same object, so that nothing is laid out and drawn again.
   */
  readonly shown?: () => JourneyMap | null;
  /** Told of each change before it is shown. */
  readonly onChanges?: (changes: DocumentChanges) => void;
}

/** A change with more records than this is laid out step by step. */
const mostAtOnce = 150;
/** ms of laying out in one go. */
const sliceMs = 12;

/** What is to be shown next. */
interface Next {
  readonly journey: JourneyMap;
  readonly isSound: boolean;
  readonly changed: ReadonlyMap<Collection, ReadonlyMap<string, Records[Collection] | undefined>>;
}

export interface LiveProjection extends Projection {
  /** Shows what has been collected now, not with the next frame. */
  flush(): void;
  dispose(): void;
}

export function createProjection(
  doc: Doc,
  {
    layout,
    layoutSteps,
    schedule = createMoments(),
    pause = nextTask,
    now = () => performance.now(),
    shown = () => null,
    onChanges,
  }: ProjectionOptions,
): LiveProjection {
  const collections = new Map<Collection, OrderedRecords<Collection>>(
    mapCollections.map((name) => [name, createOrderedRecords(doc, name)]),
  );
  const dirty = createDirtyList();
  let raw = readWhole();
  const start = repairMap(raw);
  const index = createRecordIndex(start);
  const store = createStore<ProjectionState>(() => ({
    journey: start,
    layout: layout(start, null),
    loaded: hasContent(),
    newer: isNewer(doc),
  }));
  let cancel: (() => void) | null = null;
  let isUnhurried = false;
  /** To be told of what is shown next. */
  let waiting: (() => void)[] = [];
  /** What is being laid out step by step. */
  let work: { readonly next: Next; readonly steps: Steps<MapLayout>; readonly stop: () => void } | null =
    null;

  function hasContent(): boolean {
    return schemaOf(doc) > 0 || raw.stages.length > 0;
  }

  function readWhole(): JourneyMap {
    const lists = Object.fromEntries([...collections].map(([name, records]) => [name, records.records()]));
    const extra = readExtra(doc);
    const whole = { map: readMapInfo(doc), brand: readBrand(doc), ...lists, comments: [], votes: [] };
    return (extra ? { ...whole, extra } : whole) as unknown as JourneyMap;
  }

  function flush(): void {
    cancel?.();
    cancel = null;
    finish();
    const changes = dirty.take();
    if (!changes) return;
    const next = read(changes);
    show(next, layout(next.journey, store.getState().layout));
  }

  /** As `flush` shows it, but what takes long is done piece by piece; what is under way goes first. */
  function flushWithPauses(): void {
    cancel = null;
    const { loaded } = store.getState();
    if (work) return;
    const isDrawn = loaded || shown() !== null;
    if (!isDrawn || !layoutSteps || dirty.count() <= mostAtOnce) return flush();
    begin(layoutSteps);
  }

  function begin(steps: NonNullable<ProjectionOptions['layoutSteps']>): void {
    const changes = dirty.take();
    if (!changes) return;
    const next = read(changes);
    work = { next, steps: steps(next.journey, store.getState().layout), stop: pause(goOn) };
  }

  function unhurried(act: () => void, shown: () => void): () => void {
    isUnhurried = true;
    try {
      act();
    } finally {
      isUnhurried = false;
    }
    if (work) waiting.push(shown);
    else shown();
    return () => {
      if (waiting.includes(shown)) flush();
    };
  }

  function goOn(): void {
    if (!work) return;
    const mine = work;
    // Put aside first: a fault in a piece must not stand in the way of what comes after it.
    work = null;
    const until = now() + sliceMs;
    do {
      const { done, value } = orTell(() => mine.steps.next());
      if (done) {
        show(mine.next, value);
        if (dirty.count() > 0) cancel ??= schedule(flushWithPauses);
        return;
      }
    } while (now() < until);
    work = { ...mine, stop: pause(goOn) };
  }

  function finish(): void {
    if (!work) return;
    const { next, steps, stop } = work;
    work = null;
    stop();
    show(
      next,
      orTell(() => allAtOnce(steps)),
    );
  }

  /** Nobody waits for what cannot be shown. */
  function orTell<T>(make: () => T): T {
    try {
      return make();
    } catch (fault) {
      tellShown();
      throw fault;
    }
  }

  function read(changes: Dirty): Next {
    const before = store.getState();
    const wasSound = before.journey === raw;
    const former = before.loaded ? null : shown();
    const { changed, next: fresh } = refresh(changes, former);
    const next = former ? keptOf(former, fresh) : fresh;
    raw = next;
    const after: Lookup = { find: (name, id) => rawRecord(name, id), collectionOf: index.collectionOf };
    const isSound =
      wasSound &&
      !changes.brand &&
      next.map.id === before.journey.map.id &&
      [...changed].every(([name, records]) => !mayBreak(next, name, records, index, after));
    const repaired = isSound ? next : repairMap(next);
    const journey = repaired === next ? next : index.settle(repaired);
    return { journey, isSound, changed };
  }

  function show({ journey, isSound, changed }: Next, made: MapLayout): void {
    const before = store.getState();
    if (isSound) index.patch(changed);
    else index.rebuild(before.journey, journey);
    store.setState(
      {
        journey,
        layout: made,
        loaded: before.loaded || hasContent(),
        newer: isNewer(doc),
      },
      true,
    );
    tellShown();
  }

  function tellShown(): void {
    const told = waiting;
    waiting = [];
    for (const tell of told) tell();
  }

  function rawRecord<C extends Collection>(name: C, id: string): Records[C] | undefined {
    return collections.get(name)?.get(id) as Records[C] | undefined;
  }

  function refresh(changes: Dirty, former: JourneyMap | null) {
    const changed = new Map<Collection, ReadonlyMap<string, Records[Collection] | undefined>>();
    const parts: { [part: string]: unknown } = {};
    for (const [name, ids] of changes.ids) {
      const records = collections.get(name);
      if (!records) continue;
      changed.set(name, records.refresh(ids, former?.[name]));
      parts[name] = records.records();
    }
    if (changes.map) parts['map'] = readMapInfo(doc);
    if (changes.brand) parts['brand'] = readBrand(doc);
    if (changes.extra) parts['extra'] = readExtra(doc);
    const next = { ...raw, ...parts };
    if (changes.extra && !parts['extra']) delete next.extra;
    return { changed, next };
  }

  const unbind = bindDocument(doc, (changes) => {
    onChanges?.(changes);
    dirty.add(changes);
    if (isUnhurried && layoutSteps) {
      finish();
      begin(layoutSteps);
    } else if (changes.local && !changes.large) flush();
    // A first content comes as one: nothing else is waited for.
    else cancel ??= (store.getState().loaded ? schedule : pause)(flushWithPauses);
  });

  // Said at once, and also when nothing else has changed: from here on nothing may be written.
  const meta = doc.getMap('meta');
  const lookAtSchema = (): void => {
    if (isNewer(doc) !== store.getState().newer) store.setState({ newer: isNewer(doc) });
  };
  meta.observe(lookAtSchema);

  return {
    ...store,
    find: index.find,
    collectionOf: index.collectionOf,
    unhurried,
    flush,
    dispose() {
      unbind();
      meta.unobserve(lookAtSchema);
      cancel?.();
      cancel = null;
      work?.stop();
      work = null;
      tellShown();
    },
  };
}

/** A map read anew with every list and field of the former one that says the same. */
function keptOf(former: JourneyMap, read: JourneyMap): JourneyMap {
  const kept = Object.entries(read).map(([key, value]) => {
    const before: unknown = Reflect.get(former, key);
    const isKept =
      Array.isArray(value) && Array.isArray(before)
        ? value.length === before.length && value.every((record, index) => record === before[index])
        : isSameJson(value, before);
    return [key, isKept ? before : value];
  });
  return Object.fromEntries(kept) as JourneyMap;
}
