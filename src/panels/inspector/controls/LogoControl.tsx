/** The map's logo, chosen from a file: it stands in the title block of every sheet. */
import { useSyncExternalStore } from 'react';
import type { MapLogo } from '../../../model/journeyMap.ts';
import { useMapSession, useOutline } from '../../../state/mapSession.ts';
import { PictureChooser } from '../../persona/PictureChooser.tsx';
import styles from './controls.module.css';

export function LogoControl({ onChange }: { readonly onChange: (logo: MapLogo | null) => void }) {
  const { images } = useMapSession();
  const logo = useOutline((state) => state.journey.map.logo);
  const address = useSyncExternalStore(images.subscribe, () => (logo ? images.urlOf(logo.image) : null));
  return (
    <PictureChooser
      isChosen={logo !== null}
      onChange={(picture) =>
        onChange(picture && { image: picture.hash, width: picture.width, height: picture.height })
      }
    >
      {address && <img src={address} alt="" className={styles.logo} />}
    </PictureChooser>
  );
}
