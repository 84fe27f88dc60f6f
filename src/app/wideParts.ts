/** What the wide page's first picture is made of: its view and what lays the map out for it, fetched as one. */
export { WideMap } from './WideMap.tsx';
export { layOutSteps } from '../layout/layOut.ts';
