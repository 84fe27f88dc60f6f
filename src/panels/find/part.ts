/** What finds, fetched when somebody looks for something. */
import { createPart } from '../../ui/part.tsx';

export const findBox = createPart(() => import('./FindBox.tsx').then((part) => part.FindBox));
