/**
 * Adding pictures: chosen, pasted or dropped, one or several. Each is made fit, stored on the server, and only then put beside the map, so that no
 * element ever names a picture nobody has. Without a connection it is refused with a sentence: kept on this device alone, it would be a hole in
 * everybody else's map for as long as this device stays away.
 */
import { elementPlace } from '../../layout/elementPlaces.ts';
import type { Point } from '../../layout/scene.ts';
import { cutText } from '../../model/cutText.ts';
import { SHORT_TEXT } from '../../model/limits.ts';
import type { Editing, MapSession } from '../../state/mapSession.ts';
import { prepareImage } from '../../state/prepareImage.ts';
import { announce } from '../announce.ts';
import { bringIn } from '../bringIn.ts';
import { canvasCamera } from '../camera.ts';
import { focusShown } from '../focusRecord.ts';
import { isEditable } from '../keyGuard.ts';
import { tellPage } from '../pageRuns.ts';
import { select } from '../selection.ts';
import { accept, editingOf, elementWordsOf } from './answers.ts';
import { freeBox, isOnGrid, middleAt } from './elements.ts';

/** A picture's first width on the map. */
const usualWidth = 320;

/** Lets a person choose pictures. */
export function newImage(session: MapSession): void {
  const chooser = document.createElement('input');
  chooser.type = 'file';
  chooser.accept = 'image/png,image/jpeg,image/webp,image/gif';
  chooser.multiple = true;
  chooser.addEventListener('change', () => void addImages(session, [...(chooser.files ?? [])]));
  chooser.click();
}

/** Adds pictures one after the other, each beside the one before; `at`: where the middle of the first shall be. */
export async function addImages(session: MapSession, files: readonly File[], at?: Point): Promise<void> {
  for (const [index, file] of files.entries()) await addImage(session, file, index === 0 ? at : undefined);
}

/** Adds one picture; `at`: where its middle shall be, beside the grid. */
async function addImage(session: MapSession, file: File, at?: Point): Promise<void> {
  const editing = editingOf(session);
  const words = elementWordsOf(session).picture;
  announce(words.adding);
  const prepared = await prepareImage(file);
  if (!prepared.ok) {
    tellPage(words[prepared.reason]);
    return;
  }
  const answer = await session.images.add(prepared.image);
  if (!answer.ok) {
    const { failure } = answer;
    const isFull = failure.kind === 'refused' && failure.status === 413;
    tellPage(failure.kind === 'offline' ? words.offline : isFull ? words.full : words.refused);
    return;
  }
  place(session, editing, answer.value.hash, prepared, nameOf(file), at);
  announce(words.added);
}

function place(
  session: MapSession,
  { commands }: Editing,
  image: string,
  { width, height }: { readonly width: number; readonly height: number },
  text: string,
  at: Point | undefined,
): void {
  const scale = Math.min(1, usualWidth / width);
  const size = { width: Math.max(40, width * scale), height: Math.max(24, height * scale) };
  const { layout } = session.projection.getState();
  const box = at && !isOnGrid(session, at) ? middleAt(at, size) : freeBox(session, size);
  const done = accept(
    session,
    commands.create('elements', { kind: 'image', image, text, ...elementPlace(box, layout) }),
  );
  if (!done) return;
  select(session, [done.value]);
  const drawn = session.projection.getState().layout.elements.get(done.value);
  if (drawn) canvasCamera.reveal(drawn);
  // Keys are about the picture now, but for somebody who types elsewhere meanwhile.
  if (!document.activeElement || !isEditable(document.activeElement)) focusShown(done.value);
}

/** What the picture shows, until somebody says it better. */
function nameOf({ name }: File): string {
  return cutText(name.replace(/\.\w{1,5}$/, '').replaceAll(/[_-]+/g, ' '), SHORT_TEXT);
}

/** Pictures in a paste or a drop. */
export function imagesIn(data: DataTransfer | null): readonly File[] {
  return [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'));
}

/** Files dropped on the canvas: pictures lie where they fall, others are imported. Gives back its undoing. */
export function listenToDrops(session: MapSession, frame: HTMLElement): () => void {
  const handleOver = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  };
  const handleDrop = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    const pictures = imagesIn(event.dataTransfer);
    const [file] = event.dataTransfer.files;
    if (pictures.length > 0)
      void addImages(session, pictures, canvasCamera.toMap({ x: event.clientX, y: event.clientY }));
    else if (file) bringIn({ kind: 'file', file });
  };
  frame.addEventListener('dragover', handleOver);
  frame.addEventListener('drop', handleDrop);
  return () => {
    frame.removeEventListener('dragover', handleOver);
    frame.removeEventListener('drop', handleDrop);
  };
}
