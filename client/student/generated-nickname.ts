/** The words that nicknames are made of and how two of them stand together; every pair is a nickname (tests hold that). */
type NicknameText = (
  key: 'nicknames.first' | 'nicknames.second' | 'nicknames.pair',
  words?: { first: string; second: string },
) => string;

/**
 * A nickname of two friendly words that mean nothing rude together.
 * @param text the messages of `join`, whose lists have a space between words
 * @param random uniform in [0, 1)
 */
export function generateNickname(text: NicknameText, random: () => number): string {
  const pick = (list: string) => {
    const words = list.split(' ');
    return words[Math.floor(random() * words.length)]!;
  };
  const [first, second] = [pick(text('nicknames.first')), pick(text('nicknames.second'))];
  return text('nicknames.pair', { first, second });
}
