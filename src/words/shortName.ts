/** A name for narrow places: "Lena, agency owner", "Lena (agency owner)" and "Lena / 莱娜" are Lena. */
export function shortName(name: string): string {
  return name.split(/[,，、(（·|]| \/ /u)[0]?.trim() || name;
}
