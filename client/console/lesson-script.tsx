import { readMarkup } from '@/client/lesson/words/markup';

/** A lesson's sentence with its terms marked. */
export function LessonScript({ text }: { text: string }) {
  return readMarkup(text).map(({ strong, text: words }, index) => {
    const Tag = strong ? 'strong' : 'span';
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a fixed text never move.
    return <Tag key={index}>{words}</Tag>;
  });
}
