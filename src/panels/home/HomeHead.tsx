/** The bar of the home page: sign and name, search, import, new map, language and theme. */
import { useWords } from '../../state/interfaceStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { appWords } from '../../words/app.ts';
import { homeWords } from '../../words/home.ts';
import { Brand } from '../topBar/Brand.tsx';
import { InterfaceMenus } from '../topBar/InterfaceMenus.tsx';
import styles from './HomeHead.module.css';

export interface HomeHeadProps {
  readonly search: string;
  readonly onSearch: (text: string) => void;
  readonly onImport: () => void;
  readonly onNew: () => void;
}

export function HomeHead({ search, onSearch, onImport, onNew }: HomeHeadProps) {
  const words = useWords(homeWords);
  const app = useWords(appWords);
  return (
    <header className={styles.head}>
      <Brand label={app.product} onOpen={() => scrollTo({ top: 0 })} />
      <span className={styles.product}>{app.product}</span>
      <label className={styles.search}>
        <Icon name="find" />
        <TextField
          type="search"
          large
          aria-label={words.find}
          placeholder={words.find}
          value={search}
          onType={onSearch}
          onCommit={onSearch}
          testId="search-maps"
        />
      </label>
      <div className={styles.actions}>
        <InterfaceMenus />
        <Button onClick={onImport} data-testid="import">
          {words.import}
        </Button>
        <Button kind="main" onClick={onNew} data-testid="new-map">
          {words.newMap}
        </Button>
      </div>
    </header>
  );
}
