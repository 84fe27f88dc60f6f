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
import { endGlimpse, showGlimpse } from './showGlimpse.ts';
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
const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
const theme = choice === 'system' ? (isDark ? 'dark' : 'light') : choice;
document.documentElement.dataset['theme'] = theme;

const words = fetchWords(languageChoiceOf(storage.getItem(languageKey), navigator.languages));
const route = readRoute(location);
if (route.page === 'map') {
  // Within another page a key that this device keeps would be the power of whoever looks at that page.
  const known = isEmbedded(location.search) ? null : rememberedMap(storage, route.mapId);
  const token = route.token ?? known?.token;
  if (token !== undefined) {
    // A device that knows the map has its own copy, which may hold more; and an address may ask for something else.
    const isPlain = location.search === '' && !matchMedia(narrowQuery).matches;
    if (isPlain && !known && readView(storage) === 'map') void showGlimpse(route.mapId, token, theme);
    askAhead(route.mapId, token);
  }
}
fetchParts(route);
try {
  await words;
  const { start } = await import('./start.tsx');
  start();
} catch {
  endGlimpse();
  tellMissing();
}

/** What a page says (index.html) when nothing has come that could say more (U42). */
function tellMissing(): void {
  const note = document.getElementById('missing');
  if (!note) return;
  note.hidden = false;
  note.querySelector('button')?.addEventListener('click', () => location.reload());
}
