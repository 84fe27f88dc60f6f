/** What a chip's popover says, fetched when the first of them opens: no map needs it for its first picture. */
import { createPart } from '../../ui/part.tsx';

export const personaCard = createPart(() => import('./PersonaCard.tsx').then((part) => part.PersonaCard));
