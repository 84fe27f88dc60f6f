// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useEffect } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Dialog } from '../../src/ui/Dialog.tsx';
import { ToastArea, useToast, type ToastMessage } from '../../src/ui/Toast.tsx';

function Speaker({ hear }: { readonly hear: (say: (message: ToastMessage) => void) => void }) {
  const toast = useToast();
  useEffect(() => hear(toast), [hear, toast]);
  return null;
}

let say: (message: ToastMessage) => void;
const hear = (toast: typeof say): void => {
  say = toast;
};
function open(dialog: boolean) {
  const page = (shown: boolean) => (
    <ToastArea label="Messages" closeLabel="Close" copyLabel="Copy details">
      <Speaker hear={hear} />
      {shown && (
        <Dialog title="Share" closeLabel="Close the dialog" testId="dialog" onClose={() => undefined}>
          Links
        </Dialog>
      )}
    </ToastArea>
  );
  const { rerender } = render(page(dialog));
  return (shown: boolean) => rerender(page(shown));
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a message', () => {
  it('goes by itself when it is good news, and stays until it is dismissed when it asks for attention (U42)', () => {
    open(false);
    act(() => say({ text: 'Saved the file' }));
    act(() => say({ text: 'The file could not be read', stays: true }));
    act(() => void vi.advanceTimersByTime(60_000));
    expect(screen.getAllByTestId('toast').map(({ textContent }) => textContent)).toEqual([
      'The file could not be read',
    ]);
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByTestId('toast')).toBeNull();
  });

  it('has details that can be copied (U42)', async () => {
    vi.useRealTimers();
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    open(false);
    act(() => say({ text: 'The server did not answer', details: 'HTTP 503', stays: true }));
    fireEvent.click(screen.getByRole('button', { name: 'Copy details' }));
    await waitFor(() => expect(writeText).toHaveBeenCalledWith('HTTP 503'));
    writeText.mockRestore();
  });

  it('has details that can be copied on a plain http address, too, where browsers give no clipboard (U42)', async () => {
    vi.useRealTimers();
    vi.stubGlobal('navigator', { clipboard: undefined });
    const copied: string[] = [];
    Object.assign(document, {
      execCommand: () => copied.push((document.activeElement as HTMLTextAreaElement).value) > 0,
    });
    open(true);
    act(() => say({ text: 'The server did not answer', details: 'HTTP 503', stays: true }));
    fireEvent.click(screen.getByRole('button', { name: 'Copy details' }));
    await waitFor(() => expect(copied).toEqual(['HTTP 503']));
    Reflect.deleteProperty(document, 'execCommand');
  });

  it('shows in the dialog that lies over the page, where it can be read and pressed, and on the page again after it', () => {
    const show = open(true);
    const area = () => screen.getByRole('region', { name: 'Messages' });
    const dialog = screen.getByTestId('dialog');
    expect(dialog.contains(area()), 'a live region that is there before its first message').toBe(true);
    act(() => say({ text: 'The link is withdrawn', stays: true }));
    expect(dialog.contains(screen.getByTestId('toast'))).toBe(true);
    show(false);
    expect(screen.getByTestId('toast').textContent).toContain('The link is withdrawn');
    expect(document.querySelector('dialog')).toBeNull();
  });
});
