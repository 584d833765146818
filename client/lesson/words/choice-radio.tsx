'use client';

import { broken } from '@/client/i18n/broken';

interface Props {
  /** Of the group. */
  name: string;
  /** In plain words. */
  text: string;
  checked: boolean;
  onChoose(): void;
}

/** One choice of a question as a button to press in: a radio button underneath, so that arrow keys move and Tab enters once. */
export function ChoiceRadio({ name, text, checked, onChoose }: Props) {
  return (
    <label className="flex min-h-10 cursor-pointer items-center gap-2 rounded-md border border-line-strong bg-surface-raised px-3 py-1.5 text-sm transition-colors hover:border-ink has-checked:border-accent has-checked:bg-accent has-checked:text-on-accent has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus pointer-coarse:min-h-11">
      <input type="radio" name={name} className="sr-only" checked={checked} onChange={onChoose} />
      <span>{broken(text)}</span>
    </label>
  );
}
