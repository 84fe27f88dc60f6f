/** The pictures of the home page at 1440 px; frames keep these proportions at every width. */
export const mapPicturePx = { width: 426, height: 169 } as const;
export const templatePicturePx = { width: 200, height: 95 } as const;
