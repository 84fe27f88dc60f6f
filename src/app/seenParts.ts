/** What the wide page wants when its map is seen, fetched as one: the status line, and what the page can do by itself. */
export { StatusLine } from '../panels/statusLine/StatusLine.tsx';
export { PageServices } from './PageServices.tsx';
