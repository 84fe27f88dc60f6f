/** A name for narrow places: "Lena, agency owner" and "Lena (agency owner)" are Lena. */
export function shortName(name: string): string {
  return name.split(/[,,、((·|]/u)[0]?.trim() || name;
}
