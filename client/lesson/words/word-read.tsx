'use client';

interface Props {
  word: string;
  /** How it is said, in kana. */
  kana: string;
}

/** A word with its reading over it, for eyes alone: whoever has it read out hears the word once, and what is searched or copied is the word. */
export function WordRead({ word, kana }: Props) {
  return (
    <ruby>
      <span>{word}</span>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a reading takes no focus. */}
      <rt aria-hidden="true" data-kana={kana} className="ruby-kana" />
    </ruby>
  );
}
