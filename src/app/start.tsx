/**
 * What the browser gives (storage, language, dark or light) meets the React tree here. Nothing happens until `start` is
 * called: the file of this module has much that the pages stand on, and may be run for their sake before the words are here.
 */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createInterface } from '../state/interfaceStore.ts';
import { followFocus } from '../ui/focusBack.ts';
import { App } from './App.tsx';
import { fetchChineseFaces } from './chineseFaces.ts';
import { takeCreateToken } from './createToken.ts';
import { keepPageLater } from './keepLater.ts';
import { homePage, mapPage } from './parts.ts';
import { readRoute } from './route.ts';
import { safeStorage } from './safeStorage.ts';
import { wearInterface } from './wearInterface.ts';

const patienceMs = 400;

/** Draws the page of the address; once, when the words of the first picture are here. */
export function start(): void {
  const storage = safeStorage();
  takeCreateToken(storage);
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const look = createInterface(storage, navigator.languages, dark.matches);
  dark.addEventListener('change', () => look.systemChanged(dark.matches));
  wearInterface(look, document.documentElement);

  followFocus();
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  // What is here within a moment is drawn without a word; for the rest the frame says that it is on its way.
  const isMap = readRoute(location).page === 'map';
  const page = isMap ? mapPage : homePage;
  void Promise.race([
    page.fetch().catch(() => undefined),
    new Promise((resolve) => setTimeout(resolve, patienceMs)),
  ]).then(() =>
    createRoot(root).render(
      <StrictMode>
        <App look={look} storage={storage} />
      </StrictMode>,
    ),
  );
  // A map's page begins with it when the map is live.
  if (!isMap) keepPageLater();
  // Whoever reads Chinese words sees them at once; a map's own Chinese is looked for where maps are opened.
  const readsChinese = () => {
    if (look.getState().language === 'zh') fetchChineseFaces();
  };
  readsChinese();
  look.subscribe(readsChinese);
}
