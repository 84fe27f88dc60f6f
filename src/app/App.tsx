/** The frame of every page: interface, messages, the boundary that catches what breaks, and the page of the address. */
import { Suspense, useCallback, useState } from 'react';
import { InterfaceContext, useWords, type InterfaceStore } from '../state/interfaceStore.ts';
import { ToastArea } from '../ui/Toast.tsx';
import { appWords } from '../words/app.ts';
import { crashWords } from '../words/crash.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Loading } from './Loading.tsx';
import { goTo, useRoute } from './navigation.ts';
import { homePage, mapPage, unknownPage } from './parts.ts';
import { mapAddress } from './route.ts';

const Home = homePage.Part;
const MapOfAddress = mapPage.Part;
const UnknownPage = unknownPage.Part;

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
  const { overMissing } = useWords(crashWords);
  return (
    <ToastArea
      label={words.messages}
      closeLabel={words.close}
      copyLabel={words.copyDetails}
      missing={[overMissing.title, overMissing.happened, overMissing.safe, overMissing.next].join(' ')}
    >
      <Suspense fallback={<Loading />}>
        <Page storage={storage} />
      </Suspense>
    </ToastArea>
  );
}

function Page({ storage }: { storage: Storage }) {
  const route = useRoute();
  const [file, setFile] = useState<File | null>(null);

  const open = useCallback((id: string, token: string) => goTo(mapAddress(id, token)), []);
  const home = useCallback(() => goTo('/'), []);
  switch (route.page) {
    case 'home':
      return (
        <Home
          storage={storage}
          createToken={route.createToken}
          onOpen={open}
          firstFile={file}
          onFirstFile={() => setFile(null)}
        />
      );
    case 'map':
      return (
        <MapOfAddress
          key={`${route.mapId} ${route.token} ${route.brokenKey}`}
          mapId={route.mapId}
          token={route.token}
          brokenKey={route.brokenKey}
          presenting={route.presenting}
          storage={storage}
          onHome={home}
          onImport={(chosen) => {
            setFile(chosen);
            home();
          }}
        />
      );
    case 'unknown':
      return <UnknownPage onHome={home} />;
  }
}
