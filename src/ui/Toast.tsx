/**
 * Short messages at the lower edge. Good news goes by itself after 6 s; what asks for attention (`stays`) stays until it
 * is dismissed, and its details can be copied (U42). One polite live region, always in the page, or in the dialog over it.
 */
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import { createPortal } from 'react-dom';
import { Button } from './Button.tsx';
import { CopyDetails } from './CopyDetails.tsx';
import { IconButton } from './IconButton.tsx';
import { topDialog, watchDialogs } from './openDialogs.ts';
import styles from './Toast.module.css';

export interface ToastMessage {
  readonly text: string;
  readonly stays?: boolean | undefined;
  readonly action?: { readonly label: string; readonly onPress: () => void } | undefined;
  readonly details?: string | undefined;
}

interface Shown extends ToastMessage {
  readonly id: number;
}

const ToastContext = createContext<(message: ToastMessage) => void>(() => undefined);
const goesAfterMs = 6000;

/** Gives the function that shows a message. */
export function useToast(): (message: ToastMessage) => void {
  return useContext(ToastContext);
}

const MissingContext = createContext('');

/** Gives the function that says that a part of the page could not be fetched. */
export function useMissingPart(): () => void {
  const toast = useToast();
  const text = useContext(MissingContext);
  return () => toast({ text, stays: true });
}

export function ToastArea({
  label,
  closeLabel,
  copyLabel,
  missing = '',
  children,
}: {
  label: string;
  closeLabel: string;
  copyLabel: string;
  /** What useMissingPart says. */
  missing?: string;
  children: ReactNode;
}) {
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const show = useCallback((message: ToastMessage) => {
    setShown((before) =>
      [
        ...before.filter(({ text }) => text !== message.text),
        { ...message, id: (before.at(-1)?.id ?? 0) + 1 },
      ].slice(-3),
    );
  }, []);
  const dismiss = useCallback(
    (id: number) => setShown((before) => before.filter((toast) => toast.id !== id)),
    [],
  );
  const dialog = useSyncExternalStore(watchDialogs, topDialog, topDialog);
  const area = (
    <section className={styles.area} aria-label={label} aria-live="polite" aria-relevant="additions">
      {shown.map((toast) => (
        <Toast
          key={toast.id}
          toast={toast}
          closeLabel={closeLabel}
          copyLabel={copyLabel}
          onDismiss={dismiss}
        />
      ))}
    </section>
  );
  return (
    <ToastContext.Provider value={show}>
      <MissingContext.Provider value={missing}>{children}</MissingContext.Provider>
      {dialog ? createPortal(area, dialog) : area}
    </ToastContext.Provider>
  );
}

function Toast({
  toast,
  closeLabel,
  copyLabel,
  onDismiss,
}: {
  toast: Shown;
  closeLabel: string;
  copyLabel: string;
  onDismiss: (id: number) => void;
}) {
  const close = useMemo(() => () => onDismiss(toast.id), [onDismiss, toast.id]);
  useEffect(() => {
    if (toast.stays) return;
    const timer = setTimeout(close, goesAfterMs);
    return () => clearTimeout(timer);
  }, [toast.stays, close]);
  const { action, details } = toast;
  return (
    <div className={styles.toast} data-testid="toast">
      <span className={styles.text}>{toast.text}</span>
      {details && (
        <CopyDetails small details={details}>
          {copyLabel}
        </CopyDetails>
      )}
      {action && (
        <Button
          kind="second"
          small
          onClick={() => {
            action.onPress();
            close();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton small icon="close" label={closeLabel} onClick={close} />
    </div>
  );
}
