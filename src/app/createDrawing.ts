/**
 * The layout of an open map as this screen wants it: without the lanes and curves that are switched off. The code that
 * lays out comes beside the frame of the page, not before it; until it is there the layout is empty.
 */
import { allAtOnce, type Steps } from '../layout/steps.ts';
import { layoutOptionsFor } from '../layout/defaultOptions.ts';
import { seenOf, type LayoutOptions, type Seen } from '../layout/layoutOptions.ts';
import { sameInputs } from '../layout/same.ts';
import { emptyLayout, type MapLayout } from '../layout/mapLayout.ts';
import type { Box } from '../layout/scene.ts';
import type { JourneyMap } from '../model/journeyMap.ts';
import { localDay } from '../model/localDay.ts';
import type { Projection } from '../state/mapSession.ts';
import type { LiveProjection } from '../state/projection.ts';
import type { ScreenStore } from '../state/screen.ts';
import { isPresenting } from './route.ts';

type LayOut = (
  journey: JourneyMap,
  seen: Partial<LayoutOptions>,
  previous: MapLayout | null,
) => Steps<MapLayout>;

/** Null where it cannot. */
type QuickWay = (journey: JourneyMap, options: LayoutOptions, previous: MapLayout) => MapLayout | null;

export interface Drawing {
  readonly layout: (journey: JourneyMap, previous: MapLayout | null) => MapLayout;
  readonly layoutSteps: (journey: JourneyMap, previous: MapLayout | null) => Steps<MapLayout>;
  /** A live map changes bit by bit, and brings a way of its own to lay out what a bit changes. */
  quicken(way: QuickWay): void;
  /**
   * Lays out anew when the code has come and when something is hidden or shown; gives back its undoing. `linksNear`: the
   * rest of the links gets its ways with the next projection.
   */
  keepUp(projection: Projection & Partial<Pick<LiveProjection, 'flush'>>, linksNear?: Box): () => void;
}

const loadLayOut = async (): Promise<LayOut> => {
  // Each comes with what is drawn first.
  const { layOutSteps } = await (isPresenting(location.search)
    ? import('./presentParts.ts')
    : import('./wideParts.ts'));
  return (journey, seen, previous) =>
    layOutSteps(journey, { ...layoutOptionsFor(journey), ...seen }, previous ?? undefined);
};

/** `onMissing`: the code could not be fetched. */
export function createDrawing(
  screen: ScreenStore,
  onMissing: (error: unknown) => void,
  load: () => Promise<LayOut> = loadLayOut,
): Drawing {
  let layOut: LayOut | null = null;
  let quick: QuickWay | null = null;
  let latest: MapLayout | null = null;
  function* stepsOf(
    journey: JourneyMap,
    previous: MapLayout | null,
    near: Pick<LayoutOptions, 'linksNear'>,
  ): Steps<MapLayout> {
    if (!layOut) return emptyLayout;
    const state = screen.getState();
    const overlays = [state.overlaid, state.marked].filter((one) => one !== null);
    // The live session begins empty, with the map that the first picture has laid out.
    const former = previous && previous.stages.length > 0 ? previous : latest;
    const seen = { ...seenOf(state), ...near, today: localDay(new Date()), overlays };
    const made =
      (former && quick?.(journey, { ...layoutOptionsFor(journey), ...seen }, former)) ??
      (yield* layOut(journey, seen, former));
    if (made.stages.length > 0) latest = made;
    return made;
  }
  return {
    layout: (journey, previous) => allAtOnce(stepsOf(journey, previous, {})),
    layoutSteps: (journey, previous) => stepsOf(journey, previous, {}),
    quicken(way) {
      quick = way;
    },
    keepUp(projection, linksNear) {
      const near = linksNear ? { linksNear } : {};
      const again = () => {
        // What is being laid out for the screen as it was comes first.
        projection.flush?.();
        const shown = projection.getState();
        projection.setState({ layout: allAtOnce(stepsOf(shown.journey, shown.layout, near)) });
      };
      load()
        .then((loaded) => {
          layOut = loaded;
          again();
        })
        .catch(onMissing);
      return screen.subscribe((state, before) => {
        if (
          !isSeenAlike(state, before) ||
          state.overlaid !== before.overlaid ||
          state.marked !== before.marked
        )
          again();
      });
    },
  };
}

function isSeenAlike(a: Required<Seen>, b: Required<Seen>): boolean {
  return sameInputs(Object.values(seenOf(a)), Object.values(seenOf(b)));
}
