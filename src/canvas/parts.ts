/** The parts of the canvas that are fetched for themselves; asked for ahead by whoever knows that they will be wanted. */
import { createPart } from '../ui/part.tsx';

/** The overview in the corner; wanted when the map is seen. */
export const sheetIndex = createPart(() => import('./seenParts.ts').then((part) => part.SheetIndex));
/** The names of the curves at the edge of the view; wanted when the map is seen. */
export const curveLabels = createPart(() => import('./seenParts.ts').then((part) => part.CurveLabels));
/** What moves, selects and follows other people. */
export const liveCanvas = createPart(() => import('./LiveCanvas.tsx').then((part) => part.LiveCanvas));
/** What edits. */
export const editingLayer = createPart(() =>
  import('./editing/EditingLayer.tsx').then((part) => part.default),
);
