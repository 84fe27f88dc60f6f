/** Names of style sheets' classes in the build. */
import { hash } from 'node:crypto';

/**
 * A class of a sheet (`src/…/Name.module.css`), told apart from those of the same name by five digits of its sheet's path:
 * Vite's own names, which hold the line as well, are some half a KB of what comes before the first picture.
 */
export function classNameOf(name: string, sheet: string): string {
  return `${name}_${hash('sha256', sheet.replaceAll('\\', '/')).slice(0, 5)}`;
}
