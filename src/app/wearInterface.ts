/** Puts language and theme on the page's root element, where CSS and the browser's own controls read them. */
import type { InterfaceStore } from '../state/interfaceStore.ts';

export function wearInterface(look: InterfaceStore, element: HTMLElement): () => void {
  const wear = () => {
    const { language, theme } = look.getState();
    element.lang = language === 'zh' ? 'zh-Hans' : 'en';
    element.dataset['theme'] = theme;
    element.style.colorScheme = theme;
  };
  wear();
  return look.subscribe(wear);
}
