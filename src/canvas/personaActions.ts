/** Rows of the table of actions about personas. Each means the persona that is selected, else the one whose journey is shown. */
import type { MapSession } from '../state/mapSession.ts';
import { view, type Action } from './actionRow.ts';

/** The persona an action means: selected, else the map's own point of view. */
function personaMeant({ projection, screen }: MapSession): string | undefined {
  const { personas } = projection.getState().journey;
  const { selection } = screen.getState();
  const found =
    personas.find(({ id }) => selection.has(id)) ?? personas.find(({ primary }) => primary) ?? personas[0];
  return found?.id;
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
];
