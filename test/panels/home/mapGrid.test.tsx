// @vitest-environment happy-dom
/** The list of maps on home: what a screen shows comes first, the rest when the browser has nothing else to do. */
import { act, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { memoryStorage } from '../../../src/app/safeStorage.ts';
import { MapGrid } from '../../../src/panels/home/MapGrid.tsx';
import { rememberedMaps, rememberMap } from '../../../src/state/deviceMaps.ts';
import { createInterface, InterfaceContext } from '../../../src/state/interfaceStore.ts';

afterEach(() => vi.unstubAllGlobals());

it('lists the maps of the first screen at once, and all 200 in a spare moment', async () => {
  let spare: (() => void) | null = null;
  vi.stubGlobal('requestIdleCallback', (act: () => void) => {
    spare = act;
    return 1;
  });
  vi.stubGlobal('cancelIdleCallback', () => undefined);
  const storage = memoryStorage();
  for (let index = 0; index < 200; index += 1)
    rememberMap(storage, {
      id: `map${index}`,
      title: `Journey ${index}`,
      role: 'owner',
      token: 'a-token-of-22-letters.',
      generation: 1,
      openedAt: 200 - index,
    });
  const nothing = () => undefined;
  render(
    <InterfaceContext value={createInterface(null, ['en'], false)}>
      <MapGrid
        maps={rememberedMaps(storage)}
        storage={storage}
        search=""
        onClearSearch={nothing}
        onOpen={nothing}
        onAsk={nothing}
        onNew={nothing}
      />
    </InterfaceContext>,
  );
  const listed = () => screen.getAllByTestId('my-map').map((tile) => tile.dataset['id']);
  expect(listed()).toEqual(Array.from({ length: 12 }, (_, index) => `map${index}`));
  await vi.waitFor(() => expect(spare).not.toBeNull());
  await act(async () => spare?.());
  expect(listed()).toHaveLength(200);
});
