/** Mod+F finds in the map instead of in the page's text, which lacks whatever is not in view. */
import { useEffect, useEffectEvent } from 'react';
import { matchesShortcut, platformOf } from '../canvas/shortcuts.ts';

export function useFindKey(onFind: () => void): void {
  const find = useEffectEvent(onFind);
  useEffect(() => {
    const platform = platformOf(navigator.userAgent);
    const handleKeyDown = (event: KeyboardEvent) => {
      if (!matchesShortcut(event, 'Mod+F', platform) || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      find();
    };
    addEventListener('keydown', handleKeyDown);
    return () => removeEventListener('keydown', handleKeyDown);
  }, []);
}
