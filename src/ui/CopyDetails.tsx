/**
 * The button that copies the details of a message (U42), on a plain http address of a LAN too. That way of copying is
 * fetched when the button is shown, not with the first picture; where it does not come, the browser's clipboard is left.
 */
import { useEffect } from 'react';
import { Button, type ButtonProps } from './Button.tsx';

const fetchCopyText = () => import('./copyText.ts').then((part) => part.copyText);

export function CopyDetails({ details, ...rest }: ButtonProps & { readonly details: string }) {
  useEffect(() => void fetchCopyText().catch(() => undefined), []);
  const copy = (): Promise<unknown> =>
    fetchCopyText().then(
      (copyText) => copyText(details),
      () => navigator.clipboard?.writeText(details),
    );
  return <Button kind="text" {...rest} onClick={() => void copy()} />;
}
