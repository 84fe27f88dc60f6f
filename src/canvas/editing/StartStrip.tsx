/**
 * What an empty map offers (U32): its first touchpoint, typed where the journey begins; a file; and three finished
 * examples, each of which opens as a map of its own. It lies above the hint and takes no more of the canvas than its
 * buttons; it goes with the first thing on the map, or for good when it is put away (U34).
 */
import { useLanguage, useWords } from '../../state/interfaceStore.ts';
import { useMapSession, type Editing } from '../../state/mapSession.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { hintWords } from '../../words/hints.ts';
import { homeWords } from '../../words/home.ts';
import { actionOf } from '../actions.ts';
import { currentPage } from '../pageRuns.ts';
import { createNear } from './create.ts';
import styles from './Editing.module.css';

/** Those in the person's language. */
const offered = {
  en: ['saas-onboarding-blueprint.en', 'airline-tiers.en', 'b2b-trade-sieve.en'],
  zh: ['home-decoration.zh', 'real-estate-sales.zh', 'ecommerce-crm.zh-en'],
} as const;

export default function StartStrip({
  editing,
  onClose,
}: {
  readonly editing: Editing;
  readonly onClose: () => void;
}) {
  const session = useMapSession();
  const words = useWords(hintWords);
  const home = useWords(homeWords);
  const templates = offered[useLanguage()];
  const first = (): void => {
    const { lanes, stages } = session.projection.getState().layout;
    const [stage] = stages;
    const lane = lanes.find(({ kind }) => kind === 'contact') ?? lanes[0];
    createNear(session, editing, 'touchpoints', {
      x: (stage?.x ?? 0) + (stage?.width ?? 0) / 2,
      y: (lane?.y ?? 0) + 1,
    });
  };
  return (
    <section aria-label={words.start} className={styles.start} data-testid="start-strip">
      <Button small kind="main" icon="touchpoint" onClick={first}>
        {words.startFirst}
      </Button>
      <Button small icon="import" onClick={() => actionOf('importFile').run(session)}>
        {words.startFile}
      </Button>
      <span className={styles.startOr}>{words.startExample}</span>
      {templates.map((template) => {
        const { name } = home.templateNames[template];
        return (
          <Button
            key={template}
            small
            title={home.startFrom(name)}
            data-template={template}
            onClick={() => currentPage()?.startFrom(template, name)}
          >
            {name}
          </Button>
        );
      })}
      <IconButton small icon="close" label={words.startClose} onClick={onClose} />
    </section>
  );
}
