/** The page under 640 px: the journey as a route. */
import { PhoneView } from '../panels/phone/PhoneView.tsx';

export function NarrowMap({ onHome }: { onHome: () => void }) {
  return <PhoneView onHome={onHome} />;
}
