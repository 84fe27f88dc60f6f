/** Writes a style that is another one than before: any other has the browser look at the element again. */
export function writeStyle(
  { style }: HTMLElement,
  name: 'display' | 'transform' | 'width' | 'height',
  value: string,
): void {
  if (style[name] !== value) style[name] = value;
}
