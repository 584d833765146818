import { broken } from '@/client/i18n/broken';
import { readMarkup } from './markup';

/** A lesson's sentence with its terms marked; its lines break between phrases. */
export function LessonScript({ text }: { text: string }) {
  return readMarkup(text).map(({ strong, text: words }, index) => {
    const Tag = strong ? 'strong' : 'span';
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a fixed text never move.
    return <Tag key={index}>{broken(words)}</Tag>;
  });
}
