// @vitest-environment happy-dom
/** Copying where browsers give a page no clipboard: a plain http address in a LAN, as a workshop's own server has. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { copyText } from '../../src/ui/copyText.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

describe('copying a text', () => {
  it('uses the clipboard of the browser', async () => {
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    expect(await copyText('words')).toBe(true);
    expect(writeText).toHaveBeenCalledWith('words');
    writeText.mockRestore();
  });

  it.each([
    ['there is none', undefined],
    ['it is refused', { writeText: () => Promise.reject(new Error('refused')) }],
  ])('copies a selection where %s, leaves nothing behind and gives the focus back', async (_, clipboard) => {
    vi.stubGlobal('navigator', { clipboard });
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
    const copied: string[] = [];
    Object.assign(document, {
      execCommand: () => {
        copied.push((document.activeElement as HTMLTextAreaElement).value);
        return true;
      },
    });
    expect(await copyText('words')).toBe(true);
    expect(copied).toEqual(['words']);
    expect(document.activeElement).toBe(field);
    expect(document.querySelector('textarea')).toBeNull();
    Object.assign(document, { execCommand: () => false });
    expect(await copyText('words')).toBe(false);
    Reflect.deleteProperty(document, 'execCommand');
  });
});
