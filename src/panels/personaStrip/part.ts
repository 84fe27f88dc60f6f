/** What a chip shows besides the name of its persona: no map needs it for its first picture. */
import { createPart } from '../../ui/part.tsx';

/** What the popover says, fetched when the first of them opens. */
export const personaCard = createPart(() => import('./PersonaCard.tsx').then((part) => part.PersonaCard));

/** The picture, fetched when the map is live. */
export const personaPortrait = createPart(() =>
  import('../persona/PersonaPortrait.tsx').then((part) => part.PersonaPortrait),
);
