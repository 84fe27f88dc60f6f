/**
 * The entry of the page, small so that it runs before anything else has come: it asks for the map and for the parts
 * that the address needs, all at once, and then draws.
 */
import '../theme/layers.css';
import '../theme/tokens.css';
import '../theme/fontsLatin.css';
import './app.css';
import { askAhead } from './askForMap.ts';
import { fetchParts } from './fetchParts.ts';
import { showGlimpse } from './glimpse.ts';
import { narrowQuery } from './narrowQuery.ts';
import { isEmbedded, readRoute } from './route.ts';
import { safeStorage } from './safeStorage.ts';
import { rememberedMap } from '../state/deviceMaps.ts';
import { languageChoiceOf, languageKey } from '../state/languageChoice.ts';
import { themeChoiceOf, themeKey } from '../state/themeChoice.ts';
import { readView } from '../state/viewMemory.ts';
import { fetchWords } from '../words/fetchWords.ts';

const storage = safeStorage();
const choice = themeChoiceOf(storage.getItem(themeKey));
if (choice !== 'system') document.documentElement.dataset['theme'] = choice;

const dark = matchMedia('(prefers-color-scheme: dark)');

const words = fetchWords(languageChoiceOf(storage.getItem(languageKey), navigator.languages));
const route = readRoute(location);
if (route.page === 'map') {
  // Within another page a key that this device keeps would be the power of whoever looks at that page.
  const known = isEmbedded(location.search) ? null : rememberedMap(storage, route.mapId);
  const token = route.token ?? known?.token;
  if (token !== undefined) {
    // A device that knows the map has its own copy, which may hold more; and an address may ask for something else.
    const isPlain = location.search === '' && !matchMedia(narrowQuery).matches;
    if (isPlain && !known && readView(storage) === 'map')
      void showGlimpse(route.mapId, token, choice === 'system' ? (dark.matches ? 'dark' : 'light') : choice);
    askAhead(route.mapId, token);
  }
}
fetchParts(route);
await words;
const { start } = await import('./start.tsx');
start();
