/** Files on their way into a map: chosen, or dropped anywhere on the page. */
import { bringIn } from '../canvas/bringIn.ts';
import { readableFiles } from '../panels/import/readableFiles.ts';

export function chooseFile(): void {
  const chooser = document.createElement('input');
  chooser.type = 'file';
  chooser.accept = readableFiles;
  chooser.addEventListener('change', () => {
    const file = chooser.files?.[0];
    if (file) bringIn({ kind: 'file', file });
  });
  chooser.click();
}

/** What is dropped beside the canvas, which takes its own. Gives back its undoing. */
export function listenToFiles(): () => void {
  const handle = (event: DragEvent): void => {
    if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    const [file] = event.dataTransfer.files;
    if (event.type === 'drop' && file) bringIn({ kind: 'file', file });
  };
  for (const name of ['dragover', 'drop'] as const) document.addEventListener(name, handle);
  return () => {
    for (const name of ['dragover', 'drop'] as const) document.removeEventListener(name, handle);
  };
}
