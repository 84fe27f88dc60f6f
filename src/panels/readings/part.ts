/** What was measured at a touchpoint, fetched with the first one that is read and has readings. */
import { createPart } from '../../ui/part.tsx';

export const measured = createPart(() => import('./Measured.tsx').then((part) => part.Measured));
