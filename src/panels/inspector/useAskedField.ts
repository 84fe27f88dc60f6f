/**
 * Gives the focus to the field that was asked for elsewhere (a check's remedy), once its record and tab are shown.
 * Without such a control, as in an empty list, the field itself is brought into view.
 */
import { useEffect, type RefObject } from 'react';
import { useMapSession, useScreen } from '../../state/mapSession.ts';

const control = 'input:not([type="hidden"]), select, textarea, button, [tabindex="0"]';

export function useAskedField(panel: RefObject<HTMLElement | null>): void {
  const { screen } = useMapSession();
  const asked = useScreen((state) => state.field);
  const selection = useScreen((state) => state.selection);
  useEffect(() => {
    if (asked === null) return;
    const field = panel.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(asked)}"]`);
    if (!field) return;
    screen.setState({ field: null });
    field.scrollIntoView({ block: 'nearest' });
    field.querySelector<HTMLElement>(control)?.focus();
  }, [asked, selection, panel, screen]);
}
