/** One touchpoint: its five tabs. The tab stays while one goes from touchpoint to touchpoint. */
import { useState } from 'react';
import type { Touchpoint } from '../../model/journeyMap.ts';
import { useProjection, useScreen } from '../../state/mapSession.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import { BasicsTab } from './BasicsTab.tsx';
import { FormSections } from './controls/FormFields.tsx';
import { Differences } from './Differences.tsx';
import { touchpointForms, type FormSection } from './forms.ts';
import { useInspector } from './inspectorContext.ts';
import { LinksHere } from './LinksHere.tsx';
import { MomentsHere } from './MomentsHere.tsx';
import { ReadingsHere } from './ReadingsHere.tsx';
import type { Target } from './target.ts';
import { notesOf } from '../notesOf.ts';

const tabs = ['basics', 'message', 'work', 'score', 'notes'] as const;
export type TouchpointTab = (typeof tabs)[number];

/** Where a field stands. */
function tabOf(field: string): TouchpointTab {
  if (['moments', 'byPersona', 'byTier'].includes(field)) return 'score';
  if (field === 'links') return 'notes';
  const isIn = (sections: readonly FormSection[]) =>
    sections.some(({ fields }) => fields.some((one) => one.field === field));
  const { message, work, score, notes, look } = touchpointForms;
  if (isIn(message)) return 'message';
  if (isIn(work)) return 'work';
  // Importance and performance stand with the emotion too.
  if (isIn(score) && field !== 'importance' && field !== 'performance') return 'score';
  return isIn(notes) || isIn(look) ? 'notes' : 'basics';
}

export function TouchpointPanel({
  touchpoint,
  target,
}: {
  readonly touchpoint: Touchpoint;
  readonly target: Target;
}) {
  const { words } = useInspector();
  const [tab, setTab] = useState<TouchpointTab>('basics');
  const asked = useScreen((state) => state.field);
  if (asked !== null && tabOf(asked) !== tab) setTab(tabOf(asked));
  const notes = useProjection((state) => notesOf(state.journey, touchpoint.id).length);
  return (
    <Tabs
      label={words.parts}
      current={tab}
      onChange={setTab}
      tabs={tabs.map((id) => ({
        id,
        label: words.tabs[id],
        count: id === 'notes' && notes > 0 ? notes : undefined,
      }))}
    >
      {tab === 'basics' && (
        <BasicsTab touchpoint={touchpoint} target={target} onScores={() => setTab('score')} />
      )}
      {tab === 'message' && <FormSections target={target} sections={touchpointForms.message} />}
      {tab === 'work' && <FormSections target={target} sections={touchpointForms.work} />}
      {tab === 'score' && (
        <>
          <FormSections target={target} sections={touchpointForms.score} />
          <MomentsHere touchpoint={touchpoint} />
          <Differences touchpoint={touchpoint} />
          <ReadingsHere touchpoint={touchpoint} />
        </>
      )}
      {tab === 'notes' && (
        <>
          <FormSections target={target} sections={touchpointForms.notes} />
          <LinksHere touchpoint={touchpoint} />
          <FormSections target={target} sections={touchpointForms.look} />
        </>
      )}
    </Tabs>
  );
}
