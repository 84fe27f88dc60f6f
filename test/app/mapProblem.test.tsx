// @vitest-environment happy-dom
/** What stands in place of a map in the bin: the way back for whoever holds the owner's key (U41, U42). */
import { cleanup, fireEvent, render, screen as page, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { MapProblem } from '../../src/app/MapProblem.tsx';
import { memoryStorage } from '../../src/app/safeStorage.ts';
import type { Role } from '../../src/protocol/roles.ts';
import { rememberMap } from '../../src/state/deviceMaps.ts';
import { createInterface, InterfaceContext } from '../../src/state/interfaceStore.ts';
import { ToastArea } from '../../src/ui/Toast.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function show(role: Role) {
  const storage = memoryStorage();
  rememberMap(storage, { id: 'm', title: 'Trip', role, token: 'key', generation: 1, openedAt: 1 });
  const onRetry = vi.fn();
  render(
    <InterfaceContext value={createInterface(null, ['en'], false)}>
      <ToastArea label="" closeLabel="" copyLabel="">
        <MapProblem
          problem="mapDeleted"
          detail={undefined}
          mapId="m"
          storage={storage}
          onRetry={onRetry}
          onHome={() => undefined}
        />
      </ToastArea>
    </InterfaceContext>,
  );
  return onRetry;
}

describe('a map in the bin (U41)', () => {
  it('is brought back by an owner and opened; a failure is said and can be tried again', async () => {
    const asked = vi.fn<typeof fetch>().mockRejectedValueOnce(new TypeError('offline'));
    asked.mockResolvedValue(new Response(null, { status: 204 }));
    vi.stubGlobal('fetch', asked);
    const onRetry = show('owner');
    fireEvent.click(page.getByText('Bring the map back'));
    expect((await page.findByTestId('toast')).textContent).not.toBe('');
    expect(onRetry).not.toHaveBeenCalled();
    fireEvent.click(page.getByText('Bring the map back'));
    await waitFor(() => expect(onRetry).toHaveBeenCalledOnce());
    expect(asked.mock.calls[0]?.[0]).toBe('/api/maps/m/undelete');
  });

  it('offers nothing of the kind to anybody else', () => {
    show('editor');
    expect(page.queryByText('Bring the map back')).toBeNull();
  });
});
