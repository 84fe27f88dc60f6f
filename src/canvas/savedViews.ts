/**
 * Saved views: what this screen shows as the fields of a view, and a view shown on this screen. Showing one writes
 * nothing to the map, so everybody may.
 */
import { filterOf, isEmptyFilter, noFilter } from '../analysis/filterMap.ts';
import type { JourneyMap, MapFilter, SavedView } from '../model/journeyMap.ts';
import type { MapSession } from '../state/mapSession.ts';
import { compareCurves } from '../state/screen.ts';
import { canvasCamera } from './camera.ts';

export type ViewFields = Omit<SavedView, 'id' | 'name' | 'extra'>;
type Shown = Pick<MapSession, 'projection' | 'screen'>;

/** Everyone's curve, among the hidden curves. */
const everyoneCurve = 'base';

/** What is shown now. Ids of what is gone from the map are left out. */
export function viewNow({ projection, screen }: Shown): ViewFields {
  const { journey } = projection.getState();
  const { hiddenLanes, hiddenCurves, lead, ribbons, overlay, filter, view } = screen.getState();
  const camera = canvasCamera.view();
  return {
    hiddenLaneIds: idsIn(journey.lanes, hiddenLanes),
    hiddenPersonaIds: idsIn(journey.personas, hiddenCurves),
    everyone: !hiddenCurves.has(everyoneCurve),
    leadPersonaId: journey.personas.some(({ id }) => id === lead) ? lead : null,
    ribbons: ribbons !== null,
    overlay,
    camera:
      view === 'map' && camera.width > 0
        ? {
            zoom: camera.zoom,
            x: (camera.width / 2 - camera.x) / camera.zoom,
            y: (camera.height / 2 - camera.y) / camera.zoom,
          }
        : null,
    ...present(journey, filter ?? noFilter),
  };
}

/** Shows lanes, curves, overlay and filter of a view, and looks where it looks. */
export function applyView({ screen }: Pick<MapSession, 'screen'>, view: SavedView): void {
  const filter = filterOf(view);
  screen.setState({
    hiddenLanes: new Set(view.hiddenLaneIds),
    hiddenCurves: new Set([...view.hiddenPersonaIds, ...(view.everyone ? [] : [everyoneCurve])]),
    lead: view.leadPersonaId,
    overlay: view.overlay,
    filter: isEmptyFilter(filter) ? null : filter,
    match: null,
  });
  void compareCurves(screen, view.ribbons);
  lookAs(view);
}

/** Moves the camera as a view wants it; nothing while no canvas is there. */
export function lookAs({ camera }: SavedView): void {
  const { width, height } = canvasCamera.view();
  if (!camera) canvasCamera.fitAll();
  else
    canvasCamera.putBack({
      zoom: camera.zoom,
      x: width / 2 - camera.x * camera.zoom,
      y: height / 2 - camera.y * camera.zoom,
    });
}

function idsIn(records: readonly { readonly id: string }[], ids: ReadonlySet<string>): readonly string[] {
  return records.flatMap(({ id }) => (ids.has(id) ? [id] : []));
}

function present(journey: JourneyMap, filter: MapFilter): MapFilter {
  const { personaIds, tierIds, channelIds } = filter;
  return {
    ...filter,
    personaIds: idsIn(journey.personas, new Set(personaIds)),
    tierIds: idsIn(journey.tiers, new Set(tierIds)),
    channelIds: idsIn(journey.channels, new Set(channelIds)),
  };
}
