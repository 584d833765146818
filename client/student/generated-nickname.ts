/** The words that nicknames are made of and how two of them stand together; every pair is a nickname (tests hold that). */
type NicknameText = (
  key: 'nicknames.first' | 'nicknames.second' | 'nicknames.pair',
  words?: { first: string; second: string },
) => string;

/** Draws until one is free: of hundreds a class has but some. */
const MOST_DRAWS = 50;

/**
 * A nickname of two friendly words that mean nothing rude together, in the language of the page.
 * @param text the messages of `join`, whose lists have a space between words
 * @param random uniform in [0, 1)
 * @param taken nicknames that the class was found to have: none of these
 */
export function generateNickname(
  text: NicknameText,
  random: () => number,
  taken: ReadonlySet<string> = new Set(),
): string {
  let drawn = drawNickname(text, random);
  for (let draw = 1; taken.has(drawn) && draw < MOST_DRAWS; draw += 1) drawn = drawNickname(text, random);
  return drawn;
}

function drawNickname(text: NicknameText, random: () => number): string {
  const pick = (list: string) => {
    const words = list.split(' ');
    return words[Math.floor(random() * words.length)]!;
  };
  const [first, second] = [pick(text('nicknames.first')), pick(text('nicknames.second'))];
  return text('nicknames.pair', { first, second });
}
