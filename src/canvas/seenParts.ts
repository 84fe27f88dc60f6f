/** What the canvas draws around the map when it is seen, fetched as one: the overview and the names of the curves. */
export { CurveLabels } from './CurveLabels.tsx';
export { SheetIndex } from './SheetIndex.tsx';
