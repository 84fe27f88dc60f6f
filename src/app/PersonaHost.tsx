/** The open card of a persona over the page, on every screen: it is drawn by the canvas' writer of scene items. */
import { useState } from 'react';
import { SceneItems } from '../canvas/SceneItems.tsx';
import { PersonaSheet } from '../panels/persona/PersonaSheet.tsx';
import { useLanguage } from '../state/interfaceStore.ts';
import { useMapSession, useScreen } from '../state/mapSession.ts';
import { MenuButton } from '../ui/MenuButton.tsx';
import type { MenuEntry } from '../ui/menuEntries.ts';
import { useToast } from '../ui/Toast.tsx';
import { personaWords } from '../words/persona.ts';
import { carryPersona, mapsToCarryTo } from './carryPersona.ts';

export function PersonaHost() {
  const session = useMapSession();
  const id = useScreen((state) => state.card);
  // Within another page, the maps of this device are not offered.
  const isAlone = useScreen((state) => state.isAlone);
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
      more={!isAlone && <CopyTo personaId={id} />}
      onClose={() => session.screen.setState({ card: null })}
    />
  );
}

/** The other maps of this device that may be edited. */
function CopyTo({ personaId }: { readonly personaId: string }) {
  const session = useMapSession();
  const words = personaWords[useLanguage()];
  const [maps] = useState(() => mapsToCarryTo(localStorage, session.mapId));
  const entries: MenuEntry[] = maps.map((map) => ({
    id: map.id,
    label: map.title || words.untitledMap,
    onSelect: () => {
      session.screen.setState({ card: null });
      carryPersona(session, personaId, map);
    },
  }));
  if (entries.length === 0)
    entries.push({ id: 'none', label: words.noMaps, disabled: true, onSelect: () => undefined });
  return (
    <MenuButton label={words.copyTo} entries={entries} icon="copy" kind="text" testId="copy-persona">
      {words.copyTo}
    </MenuButton>
  );
}
