/**
 * Keys pressed in a panel beside the map: letters, Enter and what deletes belong to its fields and buttons and must not
 * reach the canvas; commands (Ctrl+Z), F keys and Escape go on to the one table of actions.
 */
import type { KeyboardEvent } from 'react';

export function stopLetters(event: KeyboardEvent): void {
  const isCommand = event.ctrlKey || event.metaKey || event.altKey;
  if (!isCommand && (event.key.length === 1 || own.has(event.key))) event.stopPropagation();
}

const own: ReadonlySet<string> = new Set(['Delete', 'Backspace', 'Enter']);
