/** The menu of overlays, fetched when it is opened for the first time. */
import { createPart } from '../../ui/part.tsx';

export const overlayMenu = createPart(() => import('./OverlayMenu.tsx').then((part) => part.OverlayMenu));
