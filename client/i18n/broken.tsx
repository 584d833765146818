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
  if (phrases.length === 1) return wholeDerivatives(phrases[0]!);
  return (
    <span className="[word-break:keep-all] [overflow-wrap:anywhere]">
      {phrases.flatMap((phrase, at) => [
        // biome-ignore lint/suspicious/noArrayIndexKey: a text has no other places.
        ...(at > 0 ? [<wbr key={`${at} break`} />] : []),
        // biome-ignore lint/suspicious/noArrayIndexKey: a text has no other places.
        <span key={at} className={/[%％][\u3041-\u3096]/u.test(phrase) ? 'whitespace-nowrap' : undefined}>
          {wholeDerivatives(phrase)}
        </span>,
      ])}
    </span>
  );
}

const DERIVATIVE = /([∂d]\p{L}\/[∂d]\p{L}(?!\p{L})[₀-₉]?)/u;

/**
 * Text whose derivatives keep to one line, behind whose own signs browsers would break them, and are nothing to translate. What stands beside them is an
 * element, too: a text that a translator has taken away could not be taken away again.
 */
function wholeDerivatives(text: string): ReactNode {
  const parts = text.split(DERIVATIVE);
  if (parts.length === 1) return text;
  return parts.map((part, at) =>
    at % 2 === 0 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a text has no other places.
      <span key={at}>{part}</span>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a text has no other places.
      <span key={at} translate="no" className="whitespace-nowrap">
        {part}
      </span>
    ),
  );
}
