/** A share of 0 to 1 as whole percent, with a no-break space as in the pictures. */
export function percent(share: number): string {
  return `${Math.round(Number((share * 100).toPrecision(12)))} %`;
}
