/**
 * A button that opens a menu. The menu itself (Base UI) is fetched when the pointer or the focus comes near, so
 * pages that show such a button do not pay for it before their first paint.
 */
import { lazy, Suspense, useRef, useState, type ReactNode } from 'react';
import { Button, type ButtonProps } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import type { IconName } from './Icon.tsx';
import type { MenuEntry } from './menuEntries.ts';

const loadMenu = () => import('./Menu.tsx').then(({ Menu }) => ({ default: Menu }));
const LazyMenu = lazy(loadMenu);

/** Fetches the menu's code before it is asked for; a failure shows when the menu is opened. */
export function prepareMenu(): void {
  loadMenu().catch(() => undefined);
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
  const shared = {
    ref: button,
    className,
    title: label,
    'aria-haspopup': 'menu' as const,
    'aria-expanded': place !== null,
    'data-testid': testId,
    onPointerEnter: prepareMenu,
    onFocus: prepareMenu,
    onClick: () => setPlace(place ? null : button.current),
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.key === 'ArrowDown' && !place) {
        event.preventDefault();
        setPlace(button.current);
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
      {place && (
        <Suspense fallback={null}>
          <LazyMenu label={label} place={place} entries={entries} onClose={() => setPlace(null)} />
        </Suspense>
      )}
    </>
  );
}
