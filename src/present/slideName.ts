/** What a slide is called when it is read aloud: “Stage D, Sign, part 1 of 2”. */
import type { SlideName } from '../slides/listSlides.ts';
import type { presentWords } from '../words/present.ts';

export function slideName(
  { letter, title, part, parts }: SlideName,
  words: (typeof presentWords)['en'],
): string {
  if (letter === null) return title ? `${words.overview}, ${title}` : words.overview;
  const stage = words.stage(letter, title);
  return parts > 1 ? `${stage}, ${words.part(part, parts)}` : stage;
}
