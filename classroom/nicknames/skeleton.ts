import { CONFUSABLES } from './confusables';

const LOOKS: ReadonlyMap<string, string> = new Map(
  CONFUSABLES.trim()
    .split('\n')
    .flatMap((line) => {
      const [look, letters] = line.split(':');
      return letters!.split(',').map((letter) => [fromHex(letter), fromHex(look!)] as const);
    }),
);

function fromHex(codes: string): string {
  return String.fromCodePoint(...codes.split(' ').map((code) => Number.parseInt(code, 16)));
}

/**
 * The skeleton of UTS #39: two texts with the same one look the same. Upper and lower case look different, as do a letter
 * with a mark and one without.
 */
export function skeleton(text: string): string {
  const letters = text
    .normalize('NFKC')
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, '')
    .normalize('NFD');
  return Array.from(letters, (letter) => LOOKS.get(letter) ?? letter)
    .join('')
    .normalize('NFD');
}
