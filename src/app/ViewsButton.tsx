/** Opens the menu of saved views; the menu itself is fetched when it is wanted. */
import { Suspense, useRef, useState } from 'react';
import { useWords } from '../state/interfaceStore.ts';
import { Button } from '../ui/Button.tsx';
import { createPart } from '../ui/part.tsx';
import { topBarWords } from '../words/topBar.ts';

const viewsMenu = createPart(() => import('./ViewsMenuHost.tsx').then((part) => part.ViewsMenuHost));
const ViewsMenu = viewsMenu.Part;

export function ViewsButton() {
  const words = useWords(topBarWords);
  const button = useRef<HTMLButtonElement>(null);
  const [place, setPlace] = useState<Element | null>(null);
  return (
    <>
      <Button
        ref={button}
        kind="text"
        icon="eye"
        aria-haspopup="menu"
        aria-expanded={place !== null}
        data-testid="views-menu"
        onClick={() => setPlace(place ? null : button.current)}
      >
        {words.views.saved}
      </Button>
      {place && (
        <Suspense fallback={null}>
          <ViewsMenu place={place} onClose={() => setPlace(null)} />
        </Suspense>
      )}
    </>
  );
}
