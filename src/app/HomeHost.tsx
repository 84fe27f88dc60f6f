/** The home page with what of it the page around it knows: the key to make maps, copies of maps on this device, faces for their names. */
import { useEffect } from 'react';
import { HomePage, type HomePageProps } from '../panels/home/HomePage.tsx';
import { fetchChineseFaces } from './chineseFaces.ts';
import { createTokenOf } from './createToken.ts';

type HomeHostProps = Omit<HomePageProps, 'workshop' | 'onForget'> & {
  readonly storage: Storage;
  /** The key in the address, which may be all there is of it where nothing can be kept. */
  readonly createToken: string | null;
};

export function HomeHost({ storage, createToken, ...props }: HomeHostProps) {
  // Maps of this device and templates have names in both languages.
  useEffect(fetchChineseFaces, []);
  return (
    <HomePage
      {...props}
      workshop={{ storage, createToken: createToken ?? createTokenOf(storage), now: Date.now }}
      onForget={(id) =>
        void import('../sync/localCopy.ts').then(({ forgetLocalCopies }) => forgetLocalCopies(id))
      }
    />
  );
}
