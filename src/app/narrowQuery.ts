/** Below this width the page is a phone's: the map in narrow pages instead of a canvas. */
export const narrowQuery = '(max-width: 639px)';
