/** How much an import reads (R72). Whatever is larger is refused whole, with the number that was passed. */

const MEBIBYTE = 1024 * 1024;

/** A workbook as it lies on the disk. */
export const PACKED_BYTES = 5 * MEBIBYTE;
/** What its parts come to, counted while they are inflated. */
export const INFLATED_BYTES = 50 * MEBIBYTE;
/** How many times larger a part may become, once it is large enough to matter. */
export const RATIO = 100;
export const RATIO_FROM_BYTES = MEBIBYTE / 4;
/** Parts of a workbook. */
export const ENTRIES = 1000;
export const ROWS = 10_000;
export const COLUMNS = 256;
/** Letters of all cells together: a workbook may name one long text in many cells. */
export const LETTERS = 20 * MEBIBYTE;
/** Elements inside each other. */
export const XML_DEPTH = 64;
