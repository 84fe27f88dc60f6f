/** The entry of the page: what the browser gives (storage, language, dark or light) meets the React tree here. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../theme/layers.css';
import '../theme/tokens.css';
import '../theme/fontsLatin.css';
import '../theme/fontsLatin.css';
import './app.css';
import { createInterface } from '../state/interfaceStore.ts';
import { App } from './App.tsx';
import { takeCreateToken } from './createToken.ts';
import { fetchParts } from './fetchParts.ts';
import { keepPageOnDevice } from './keepOnDevice.ts';
import { safeStorage } from './safeStorage.ts';
import { wearInterface } from './wearInterface.ts';

fetchParts();
const storage = safeStorage();
takeCreateToken(storage);
const dark = matchMedia('(prefers-color-scheme: dark)');
const look = createInterface(storage, navigator.languages, dark.matches);
dark.addEventListener('change', () => look.systemChanged(dark.matches));
wearInterface(look, document.documentElement);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App look={look} storage={storage} />
  </StrictMode>,
);
// Beside the first paint, not before it (see the file).
void import('../theme/fontsChinese.css');
keepPageOnDevice();
// Half a megabyte of rules for slices of Chinese: beside the first paint, not before it.
import('../theme/fontsChinese.css').catch(() => undefined);
