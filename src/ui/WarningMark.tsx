/** A small sign that something here is to be looked at; its words are its name and its tooltip. */
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';

export function WarningMark({
  text,
  className,
}: {
  readonly text: string;
  readonly className?: string | undefined;
}) {
  return (
    <span role="img" aria-label={text} title={text} className={classes(className)} data-part="warning-mark">
      <Icon name="warning" size={15} />
    </span>
  );
}
