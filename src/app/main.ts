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
import { isEmbedded, readRoute } from './route.ts';
import { safeStorage } from './safeStorage.ts';
import { rememberedMap } from '../state/deviceMaps.ts';
import { languageChoiceOf, languageKey } from '../state/languageChoice.ts';
import { themeChoiceOf, themeKey } from '../state/themeChoice.ts';
import { fetchWords } from '../words/fetchWords.ts';

const storage = safeStorage();
const choice = themeChoiceOf(storage.getItem(themeKey));
if (choice !== 'system') document.documentElement.dataset['theme'] = choice;

const words = fetchWords(languageChoiceOf(storage.getItem(languageKey), navigator.languages));
const route = readRoute(location);
if (route.page === 'map') {
  // Within another page a key that this device keeps would be the power of whoever looks at that page.
  const token =
    route.token ?? (isEmbedded(location.search) ? undefined : rememberedMap(storage, route.mapId)?.token);
  if (token !== undefined) askAhead(route.mapId, token);
}
fetchParts(route);
await words;
const { start } = await import('./start.tsx');
start();
