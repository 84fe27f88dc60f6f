/** The links of a touchpoint, out and in: kind, label and the other end; a press opens the link; "Link to…" adds one (U19). */
import { useState } from 'react';
import type { Link, Touchpoint } from '../../model/journeyMap.ts';
import { useMapSession, useOutline, useRecord } from '../../state/mapSession.ts';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { percent, sceneWordsFor } from '../../words/scene.ts';
import { dot } from '../shownValues.ts';
import { Section } from './controls/Section.tsx';
import { useInspector } from './inspectorContext.ts';
import { recordsIn } from './recordNames.ts';
import styles from './Inspector.module.css';

export function LinksHere({ touchpoint }: { readonly touchpoint: Touchpoint }) {
  const { words } = useInspector();
  const links = useOutline((state) => state.journey.links);
  const out = links.filter(({ from }) => from === touchpoint.id);
  const into = links.filter(({ to }) => to === touchpoint.id);
  return (
    <Section field="links" title={words.sections.links}>
      {out.length + into.length === 0 && <p className={styles.quiet}>{words.noLinks}</p>}
      <ul className={styles.notes}>
        {out.map((link) => (
          <LinkRow key={link.id} link={link} otherId={link.to} way="out" />
        ))}
        {into.map((link) => (
          <LinkRow key={link.id} link={link} otherId={link.from} way="in" />
        ))}
      </ul>
      <LinkTo from={touchpoint.id} />
    </Section>
  );
}

function LinkRow({
  link,
  otherId,
  way,
}: {
  readonly link: Link;
  readonly otherId: string;
  readonly way: 'in' | 'out';
}) {
  const { words, fields, language, commands, tell, open } = useInspector();
  const other = useRecord('touchpoints', otherId);
  const address = useOutline((state) => state.layout.cards.get(otherId)?.address);
  const title = other?.title || words.untitled;
  const facts = [
    link.kind === 'next' ? '' : fields.values.linkKind[link.kind],
    link.label,
    link.share === null ? '' : percent(link.share),
    link.delayMin === null ? '' : sceneWordsFor(language).after(link.delayMin),
    link.condition,
  ].filter(Boolean);
  return (
    <li className={styles.linkRow}>
      <button type="button" className={styles.note} onClick={() => open(link.id)}>
        <Icon name={link.mutual ? 'swap' : way === 'out' ? 'arrow-right' : 'arrow-left'} size={14} />
        <span className={styles.linkWords}>
          <span>
            <span className={styles.hidden}>{way === 'out' ? words.linkOut : words.linkIn} </span>
            {address !== undefined && <span className={styles.addressText}>{address}</span>} {title}
          </span>
          {facts.length > 0 && <span className={styles.quiet}>{facts.join(dot)}</span>}
        </span>
      </button>
      <IconButton
        small
        icon="bin"
        label={words.removeOf(title)}
        onClick={() => commands && tell(commands.remove([link.id]))}
      />
    </li>
  );
}

/** Chooses the other end from all touchpoints, in sequence and with their addresses. */
function LinkTo({ from }: { readonly from: string }) {
  const tools = useInspector();
  const { words, commands, tell } = tools;
  const { projection } = useMapSession();
  const [choosing, setChoosing] = useState(false);
  if (!choosing) {
    return (
      <button type="button" className={styles.adder} data-testid="link-to" onClick={() => setChoosing(true)}>
        {words.linkTo}
      </button>
    );
  }
  const { journey, layout } = projection.getState();
  const others = recordsIn('touchpoints', journey, layout, tools).filter(({ id }) => id !== from);
  return (
    <Select
      aria-label={words.linkHow}
      value=""
      choices={[
        { value: '', label: words.linkHow },
        ...others.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(to) => {
        setChoosing(false);
        if (to !== '' && commands) tell(commands.link(from, to));
      }}
    />
  );
}
