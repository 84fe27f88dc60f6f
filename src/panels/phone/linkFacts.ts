/** "stuck • 40%": what stands beside a link, in words: its label or kind, who takes it, when, on what condition. */
import type { Link } from '../../model/journeyMap.ts';
import { fieldWords } from '../../words/fields.ts';
import { percent, sceneWordsFor } from '../../words/scene.ts';
import { dot } from '../shownValues.ts';

export function linkFacts(link: Link, language: 'en' | 'zh'): string {
  const { values } = fieldWords[language];
  return [
    link.label || (link.kind === 'next' || link.kind === 'alternative' ? '' : values.linkKind[link.kind]),
    link.share === null ? '' : percent(link.share),
    link.delayMin === null ? '' : sceneWordsFor(language).after(link.delayMin),
    link.condition,
  ]
    .filter(Boolean)
    .join(dot);
}
