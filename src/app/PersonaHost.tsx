/** The open card of a persona over the page, on every screen: it is drawn by the canvas' writer of scene items. */
import { SceneItems } from '../canvas/SceneItems.tsx';
import { PersonaSheet } from '../panels/persona/PersonaSheet.tsx';
import { useLanguage } from '../state/interfaceStore.ts';
import { useMapSession, useScreen } from '../state/mapSession.ts';
import { useToast } from '../ui/Toast.tsx';
import { personaWords } from '../words/persona.ts';

export function PersonaHost() {
  const session = useMapSession();
  const id = useScreen((state) => state.card);
  const words = personaWords[useLanguage()];
  const toast = useToast();
  if (id === null) return null;
  const handleSave = () => {
    import('../panels/takeAway/takeAway.ts')
      .then((takeAway) => takeAway.takePersonaCard(session, id, new Date()))
      .then((name) => toast({ text: words.saved(name) }))
      .catch((error: unknown) => toast({ text: words.notSaved, details: String(error), stays: true }));
  };
  return (
    <PersonaSheet
      key={id}
      id={id}
      Drawing={SceneItems}
      onSave={handleSave}
      onClose={() => session.screen.setState({ card: null })}
    />
  );
}
