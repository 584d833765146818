'use client';

import { bindBlanks, endsOfPhrases } from '@/client/i18n/phrases';
import { readMarkup } from './markup';
import { PHRASED } from './phrased';
import { type PlacedPiece, SaidPiece } from './said-piece';
import { TermButton } from './term-button';

/** A sign of a formula, such as x₁ or θ: no word. */
const SIGN = /^\p{L}?[₀-₉]|^[θη∂∇Σ]/u;

/** A text of a lesson: terms stand out, those of the glossary can be tapped, and hard words have their reading over them. */
export function WrittenText({ text }: { text: string }) {
  const pieces = readMarkup(text);
  const plain = bindBlanks(pieces.map((piece) => piece.text).join(''));
  const ends = endsOfPhrases(plain);
  let from = 0;
  const words = pieces.map((piece, index) => {
    const start = from;
    from += piece.text.length;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the place in the sentence is the identity.
      <Words key={index} piece={piece} plain={plain} from={start} ends={ends} />
    );
  });
  return ends.size === 0 ? words : <span className={PHRASED}>{words}</span>;
}

function Words(placed: PlacedPiece) {
  const { piece, from, ends } = placed;
  const said = <SaidPiece {...placed} />;
  const words = piece.term === null ? <span>{said}</span> : <TermButton term={piece.term}>{said}</TermButton>;
  return (
    <>
      {piece.strong ? (
        <strong translate={SIGN.test(piece.text) ? 'no' : undefined} className="font-bold text-accent">
          {words}
        </strong>
      ) : (
        words
      )}
      {/* Behind it, so that no term ends with what is no letter. */}
      {ends.has(from + piece.text.length) && <wbr />}
    </>
  );
}
