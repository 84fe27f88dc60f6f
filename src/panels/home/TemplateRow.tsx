/** The six templates with their profiles. A template's picture is drawn when it is near the view and its file
 * has come; until then the frame waits. */
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../state/interfaceStore.ts';
import { homeWords } from '../../words/home.ts';
import { HomeSection } from './HomeSection.tsx';
import { MapPicture } from './MapPicture.tsx';
import { templates, type TemplateName } from './templates.ts';
import type { TemplateFacts } from './templatePicture.ts';
import { useNear } from './useNear.ts';
import styles from './TemplateRow.module.css';

export function TemplateRow({ onUse }: { onUse: (template: TemplateName, title: string) => void }) {
  const words = useWords(homeWords);
  return (
    <HomeSection id="templates" title={words.templates} note={words.templatesNote}>
      <ul className={styles.row} data-testid="templates">
        {templates.map((template) => (
          <Template key={template} template={template} onUse={onUse} />
        ))}
      </ul>
    </HomeSection>
  );
}

function Template({
  template,
  onUse,
}: {
  template: TemplateName;
  onUse: (template: TemplateName, title: string) => void;
}) {
  const words = useWords(homeWords);
  const { name, field } = words.templateNames[template];
  const [facts, setFacts] = useState<TemplateFacts | null>(null);
  const frame = useRef<HTMLSpanElement>(null);
  // Below two hundred maps nobody looks at them first.
  const isNear = useNear(frame);
  useEffect(() => {
    if (!isNear) return;
    let gone = false;
    import('./templatePicture.ts')
      .then(({ readTemplate }) => readTemplate(template))
      .then((read) => !gone && setFacts(read))
      // Without its picture a template is still a name one can start from.
      .catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [template, isNear]);
  return (
    <li>
      <button
        type="button"
        className={styles.template}
        title={words.startFrom(name)}
        data-testid="template"
        data-id={template}
        onClick={() => onUse(template, facts?.title ?? name)}
      >
        <span ref={frame} className={styles.picture}>
          <MapPicture scene={facts?.scene ?? null} />
        </span>
        <span className={styles.name}>{name}</span>
        <span className={styles.field}>
          {field}
          {facts && ` • ${words.stages(facts.stages)}`}
        </span>
      </button>
    </li>
  );
}
