'use client';

import { useTranslations } from 'use-intl';

interface Props {
  /** Index of the step; null: where the class is, which needs no word. */
  step: number | null;
}

/** At which step a student is, on its card. */
export function StudentStep({ step }: Props) {
  const t = useTranslations('leading.strip');
  if (step === null) return null;
  const text = t('at', { step: step + 1 });
  return (
    <span
      data-testid="student-step"
      title={text}
      className="tabular shrink-0 rounded-full border border-line-strong px-1.5 text-xs leading-5 font-semibold"
    >
      <span className="sr-only">{text}</span>
      <span aria-hidden="true">{step + 1}</span>
    </span>
  );
}
