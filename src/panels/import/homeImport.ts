/** What the home page knows of importing before anybody does it: the reader and the dialog come when a file does. */
import { createPart } from '../../ui/part.tsx';
import type { InterfaceLanguage } from '../../words/language.ts';
import type { Source } from '../../import/readSource.ts';
import type { MapProblem, Workshop } from '../home/makeMap.ts';

export interface ImportedHere {
  readonly source: Source;
  readonly fileName: string;
}

export const homeImport = createPart(() => import('./HomeImport.tsx').then((part) => part.HomeImport));

/** What a file holds, or the problem to show. */
export async function readForHome(
  { read }: Workshop,
  file: File,
  language: InterfaceLanguage,
): Promise<ImportedHere | { readonly problem: MapProblem }> {
  const [{ readIncoming }, { problemOfRefusal }] = await Promise.all([
    import('./readIncoming.ts'),
    import('./refusedFile.ts'),
    homeImport.fetch(),
  ]);
  const source = await readIncoming({ kind: 'file', file }, language, new AbortController().signal, read);
  if (source.ok) return { source, fileName: file.name };
  return { problem: { problem: problemOfRefusal(source.reasons), reasons: source.reasons } };
}
