/**
 * Rows of the table of actions about personas: their card, whose journey the map shows, and curves compared as ribbons.
 * All of it is a choice of this screen; nothing is written to the map.
 */
import type { MapSession } from '../state/mapSession.ts';
import { compareCurves, showJourney } from '../state/screen.ts';
import { view, type Action } from './actionRow.ts';
import { canvasCamera } from './camera.ts';

type Shown = Pick<MapSession, 'projection' | 'screen'>;

/** The persona an action means: selected, else whose journey is shown, else the map's own point of view. */
function personaMeant({ projection, screen }: Shown): string | undefined {
  const { personas } = projection.getState().journey;
  const { selection, lead } = screen.getState();
  const found =
    personas.find(({ id }) => selection.has(id)) ??
    personas.find(({ id }) => id === lead) ??
    personas.find(({ primary }) => primary) ??
    personas[0];
  return found?.id;
}

/** Everybody, then the personas in the map's order, then everybody again; a selected persona comes first. */
function turnJourney(session: Shown, step: 1 | -1): void {
  const { projection, screen } = session;
  const { lead, selection } = screen.getState();
  const ids = projection.getState().journey.personas.map(({ id }) => id);
  const selected = ids.find((id) => selection.has(id));
  const turns = [null, ...ids];
  const at = Math.max(0, turns.indexOf(lead));
  const next = turns[(at + step + turns.length) % turns.length] ?? null;
  showJourney(screen, selected !== undefined && selected !== lead ? selected : next);
}

/** Ribbons, or lines again; a curve that is out of view is brought in, or nothing would seem to happen. */
async function turnRibbons({ projection, screen }: Shown): Promise<void> {
  const isCompared = screen.getState().ribbons === null;
  await compareCurves(screen, isCompared);
  if (!isCompared || !canvasCamera.isAttached()) return;
  const seen = canvasCamera.visible();
  const middleOf = (lane: { readonly y: number; readonly height: number }) => lane.y + lane.height / 2;
  const lanes = projection.getState().layout.lanes.filter(({ kind }) => kind === 'emotion');
  const [first] = lanes;
  if (!first || lanes.some((lane) => middleOf(lane) > seen.y && middleOf(lane) < seen.y + seen.height))
    return;
  canvasCamera.reveal({ x: seen.x + seen.width / 2, y: first.y, width: 0, height: first.height });
}

const hasPersona: Action['enabled'] = (session) => personaMeant(session) !== undefined;

export const personaActions: readonly Action[] = [
  view(
    'personaCard',
    [],
    'map',
    (session) => session.screen.setState({ card: personaMeant(session) ?? null }),
    { icon: 'person', enabled: hasPersona },
  ),
  view('nextJourney', ['J'], 'map', (session) => turnJourney(session, 1), { enabled: hasPersona }),
  view('previousJourney', ['Shift+J'], 'map', (session) => turnJourney(session, -1), { enabled: hasPersona }),
  view('everyonesJourney', [], 'map', ({ screen }) => showJourney(screen, null), {
    enabled: ({ screen }) => screen.getState().lead !== null,
  }),
  view('compareCurves', ['R'], 'map', (session) => void turnRibbons(session), { enabled: hasPersona }),
];
