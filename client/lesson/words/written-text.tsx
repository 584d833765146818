'use client';

import { type MarkupPiece, readMarkup } from './markup';
import { TermButton } from './term-button';

/** A sign of a formula, such as x₁ or θ: no word. */
const SIGN = /^\p{L}?[₀-₉]|^[θη∂∇Σ]/u;

/** A text of a lesson: terms stand out, those of the glossary can be tapped. */
export function WrittenText({ text }: { text: string }) {
  return readMarkup(text).map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the place in the sentence is the identity.
    <Words key={index} piece={piece} />
  ));
}

function Words({ piece }: { piece: MarkupPiece }) {
  const words =
    piece.term === null ? <span>{piece.text}</span> : <TermButton term={piece.term}>{piece.text}</TermButton>;
  if (!piece.strong) return words;
  return (
    <strong translate={SIGN.test(piece.text) ? 'no' : undefined} className="font-bold text-accent">
      {words}
    </strong>
  );
}
