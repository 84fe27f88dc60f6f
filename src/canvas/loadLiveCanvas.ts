/** Fetches the part of the canvas that lives; asked for ahead of the canvas by whoever knows that it will be wanted. */
export const loadLiveCanvas = () => import('./LiveCanvas.tsx');
