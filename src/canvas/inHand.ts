/** Up to so many things at once are held as elements; more of them are drawn. */
export const mostInHand = 8;
