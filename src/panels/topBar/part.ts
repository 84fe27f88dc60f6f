/** What only somebody who may edit the map has in its top bar, fetched for itself. */
import { createPart } from '../../ui/part.tsx';

export const titleField = createPart(() => import('./TitleField.tsx').then((part) => part.TitleField));
