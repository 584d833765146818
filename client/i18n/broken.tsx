import type { ReactNode } from 'react';
import { bindFormulas } from './formula-blanks';
import { phrasesOf } from './phrases';

/**
 * Words of a control or a heading: their lines break between phrases, in every browser. The places are elements and no letters, so that a
 * name by which somebody calls a button stays what is written; each phrase is an element of its own (docs/decisions/0014). What is no plain
 * text stays as it is; in a formula no number comes apart from its sign.
 */
export function broken(words: ReactNode): ReactNode {
  if (typeof words !== 'string') return words;
  const phrases = phrasesOf(bindFormulas(words));
  if (phrases.length === 1) return phrases[0];
  return (
    <span className="[word-break:keep-all] [overflow-wrap:anywhere]">
      {phrases.flatMap((phrase, at) => [
        // biome-ignore lint/suspicious/noArrayIndexKey: a text has no other places.
        ...(at > 0 ? [<wbr key={`${at} break`} />] : []),
        // biome-ignore lint/suspicious/noArrayIndexKey: a text has no other places.
        <span key={at} className={/[%％][\u3041-\u3096]/u.test(phrase) ? 'whitespace-nowrap' : undefined}>
          {phrase}
        </span>,
      ])}
    </span>
  );
}
