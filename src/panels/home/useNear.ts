/** Whether a place on the page has come near the view: what is costly to fetch or draw waits for that. */
import { useEffect, useState, type RefObject } from 'react';

/** About a row ahead of scrolling. */
const aheadPx = '300px';

/** False until the place has been near the view once. */
export function useNear(place: RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (!place.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        setNear(true);
        observer.disconnect();
      },
      { rootMargin: aheadPx },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [place]);
  return isNear;
}
