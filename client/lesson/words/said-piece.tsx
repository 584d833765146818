'use client';

import { Fragment } from 'react';
import { joinMarks } from '@/client/i18n/phrases';
import type { MarkupPiece } from './markup';
import { WordRead } from './word-read';

export interface PlacedPiece {
  piece: MarkupPiece;
  /** The whole text without marks, and where the piece begins in it. */
  plain: string;
  from: number;
  /** Where its phrases end. */
  ends: ReadonlySet<number>;
}

/** A piece's words: what has a reading apart from what has none. */
export function SaidPiece({ piece, plain, from, ends }: PlacedPiece) {
  const broken = (start: number, end: number) => {
    let text = '';
    for (let at = start; at < end; at += 1) {
      if (at > start && ends.has(from + at)) text += '\u200b';
      text += plain[from + at];
    }
    return joinMarks(text);
  };
  const parts: { at: number; text: string; kana: string | null }[] = [];
  let at = 0;
  for (const { from: start, to, kana } of piece.readings ?? []) {
    if (start > at) parts.push({ at, text: broken(at, start), kana: null });
    parts.push({ at: start, text: broken(start, to), kana });
    at = to;
  }
  if (at < piece.text.length) parts.push({ at, text: broken(at, piece.text.length), kana: null });
  return parts.map((part) => (
    <Fragment key={part.at}>
      {part.at > 0 && ends.has(from + part.at) && <wbr />}
      {part.kana === null ? <span>{part.text}</span> : <WordRead kana={part.kana} word={part.text} />}
    </Fragment>
  ));
}
