/** What the browser gives (storage, language, dark or light) meets the React tree here. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createInterface } from '../state/interfaceStore.ts';
import { App } from './App.tsx';
import { takeCreateToken } from './createToken.ts';
import { keepPageOnDevice } from './keepOnDevice.ts';
import { safeStorage } from './safeStorage.ts';
import { wearInterface } from './wearInterface.ts';

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
keepPageOnDevice();
// Half a megabyte of rules for slices of Chinese: beside the first paint, not before it.
import('../theme/fontsChinese.css').catch(() => undefined);
