/** What stands at the end of the strip of points of view: overlays and saved views. Their menus are fetched when they are wanted. */
import { Suspense, useRef, useState } from 'react';
import { overlayMenu } from '../panels/overlays/part.ts';
import { useScreen } from '../state/mapSession.ts';
import { useWords } from '../state/interfaceStore.ts';
import { Button, type ButtonProps } from '../ui/Button.tsx';
import { createPart, type Part } from '../ui/part.tsx';
import { topBarWords } from '../words/topBar.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';

interface MenuProps {
  readonly place: Element;
  readonly onClose: () => void;
}
const viewsMenu = createPart(() => import('./ViewsMenuHost.tsx').then((part) => part.ViewsMenuHost));

export function ViewsButton() {
  return (
    <MenuOf menu={viewsMenu} icon="eye" data-testid="views-menu">
      {useWords(topBarWords).views.saved}
    </MenuOf>
  );
}

/** Framed while an overlay is on. */
export function OverlayButton() {
  const isOn = useScreen(({ overlay }) => overlay !== null);
  return (
    <MenuOf menu={overlayMenu} icon="overlay" kind={isOn ? 'second' : 'text'} data-testid="overlay-menu">
      {useWords(topBarWords).views.overlay}
    </MenuOf>
  );
}

type MenuOfProps = ButtonProps & { readonly menu: Part<MenuProps>; readonly children: string };

function MenuOf({ menu: { Part: Menu }, ...props }: MenuOfProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [place, setPlace] = useState<Element | null>(null);
  return (
    <>
      <Button
        kind="text"
        {...props}
        title={props.children}
        ref={button}
        aria-haspopup="menu"
        aria-expanded={place !== null}
        onClick={() => setPlace(place ? null : button.current)}
      />
      {place && (
        <ErrorBoundary onClose={() => setPlace(null)}>
          <Suspense fallback={null}>
            <Menu place={place} onClose={() => setPlace(null)} />
          </Suspense>
        </ErrorBoundary>
      )}
    </>
  );
}
