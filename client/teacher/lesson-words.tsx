import { readMarkup } from '@/client/lesson/words/markup';

/** A lesson's sentence with its terms marked. */
export function LessonWords({ text }: { text: string }) {
  return readMarkup(text).map((piece, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a fixed text never move.
    piece.strong ? <strong key={index}>{piece.text}</strong> : piece.text,
  );
}
