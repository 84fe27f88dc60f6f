/**
 * A button that opens a menu. The menu itself (Base UI) is fetched when the pointer or the focus comes near, so
 * pages that show such a button do not pay for it before their first paint. When it cannot be fetched, a message says so.
 */
import { useRef, useState, type ReactNode } from 'react';
import { Button, type ButtonProps } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import type { IconName } from './Icon.tsx';
import type { MenuEntry } from './menuEntries.ts';
import { createPart } from './part.tsx';
import { useMissingPart } from './Toast.tsx';

const menu = createPart(() => import('./Menu.tsx').then((part) => part.Menu));
const Menu = menu.Part;

/** Fetches the menu's code before it is asked for; a failure shows when the menu is opened. */
export function prepareMenu(): void {
  menu.fetch().catch(() => undefined);
}

export interface MenuButtonProps {
  /** The menu's name, and the button's when it has an icon only. */
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  /** Words on the button; without them it is an icon button. */
  readonly children?: ReactNode;
  readonly icon?: IconName | undefined;
  readonly kind?: ButtonProps['kind'];
  readonly small?: boolean | undefined;
  readonly className?: string | undefined;
  readonly testId?: string | undefined;
}

export function MenuButton({
  label,
  entries,
  children,
  icon,
  kind,
  small,
  className,
  testId,
}: MenuButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [place, setPlace] = useState<Element | null>(null);
  const tellMissing = useMissingPart();
  const open = () => {
    menu.fetch().then(() => setPlace(button.current), tellMissing);
  };
  const shared = {
    ref: button,
    className,
    title: label,
    'aria-haspopup': 'menu' as const,
    'aria-expanded': place !== null,
    'data-testid': testId,
    onPointerEnter: prepareMenu,
    onFocus: prepareMenu,
    onClick: () => (place ? setPlace(null) : open()),
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.key === 'ArrowDown' && !place) {
        event.preventDefault();
        open();
      }
    },
  };
  return (
    <>
      {children !== undefined ? (
        <Button {...shared} kind={kind} icon={icon} small={small}>
          {children}
        </Button>
      ) : (
        <IconButton {...shared} icon={icon ?? 'more'} label={label} small={small} />
      )}
      {place && <Menu label={label} place={place} entries={entries} onClose={() => setPlace(null)} />}
    </>
  );
}
