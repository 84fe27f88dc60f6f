/** The frame of every page: interface, messages, the boundary that catches what breaks, and the page of the address. */
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { InterfaceContext, useWords, type InterfaceStore } from '../state/interfaceStore.ts';
import { ToastArea } from '../ui/Toast.tsx';
import { appWords } from '../words/app.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemNote } from '../panels/problem/ProblemNote.tsx';
import { crashWords, problemActions } from '../words/crash.ts';
import { createTokenOf } from './createToken.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Loading } from './Loading.tsx';
import { goTo, useRoute } from './navigation.ts';
import { mapAddress } from './route.ts';

const HomePage = lazy(() =>
  import('../panels/home/HomePage.tsx').then(({ HomePage }) => ({ default: HomePage })),
);
const MapPage = lazy(() => import('./MapPage.tsx').then(({ MapPage }) => ({ default: MapPage })));

export function App({ look, storage }: { look: InterfaceStore; storage: Storage }) {
  return (
    <InterfaceContext value={look}>
      <ErrorBoundary>
        <Frame storage={storage} />
      </ErrorBoundary>
    </InterfaceContext>
  );
}

function Frame({ storage }: { storage: Storage }) {
  const words = useWords(appWords);
  return (
    <ToastArea label={words.messages} closeLabel={words.close} copyLabel={words.copyDetails}>
      <Suspense fallback={<Loading />}>
        <Page storage={storage} />
      </Suspense>
    </ToastArea>
  );
}

function Page({ storage }: { storage: Storage }) {
  const route = useRoute();
  const actions = useWords(problemActions);
  const { pageUnknown } = useWords(crashWords);
  const file = useRef<File | null>(null);
  const [createToken, setCreateToken] = useState(() => createTokenOf(storage));

  const given = route.page === 'home' ? route.createToken : null;
  useEffect(() => {
    if (given === null) return;
    setCreateToken(createTokenOf(storage, given));
    // The key must not stay in the address, where it is copied and photographed along.
    goTo('/', true);
  }, [given, storage]);

  const open = useCallback((id: string, token: string) => goTo(mapAddress(id, token)), []);
  const home = useCallback(() => goTo('/'), []);
  switch (route.page) {
    case 'home':
      return (
        <HomePage
          workshop={{ storage, createToken: given ?? createToken, now: Date.now }}
          onOpen={open}
          onForget={(id) =>
            void import('../sync/localCopy.ts').then(({ forgetLocalCopies }) => forgetLocalCopies(id))
          }
          firstFile={file.current}
        />
      );
    case 'map':
      return (
        <MapPage
          key={route.mapId}
          mapId={route.mapId}
          token={route.token}
          storage={storage}
          onHome={home}
          onImport={(chosen) => {
            file.current = chosen;
            home();
          }}
        />
      );
    case 'unknown':
      return (
        <ProblemNote problem="pageUnknown" words={pageUnknown} page>
          <Button kind="main" onClick={home}>
            {actions.home}
          </Button>
        </ProblemNote>
      );
  }
}
