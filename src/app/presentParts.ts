/** What a presentation is made of: its slides and what lays the map out under them, fetched as one. */
export { PresentHost } from './PresentHost.tsx';
export { layOutSteps } from '../layout/layOut.ts';
