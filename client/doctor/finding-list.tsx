'use client';

import { Lightbulb } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { Finding } from '@/protocol/finding';
import { useFindingWords } from './use-finding-words';

interface Props {
  findings: readonly Finding[];
  /** For whom it is said. */
  reader: 'student' | 'teacher';
  labelNames?: readonly string[] | undefined;
}

/** Findings, the gravest first: what it is, its number in a sentence, and one thing to try. */
export function FindingList({ findings, reader, labelNames }: Props) {
  const t = useTranslations('doctor');
  const wordsOf = useFindingWords(labelNames);
  return (
    <ol className="flex flex-col gap-4">
      {findings.map((finding) => {
        const words = wordsOf(finding);
        return (
          <li
            key={finding.kind}
            data-testid="finding"
            data-kind={finding.kind}
            className="border-l-4 border-warn pl-3"
          >
            <h3 className="font-sans text-base font-semibold tracking-normal">{words.title}</h3>
            <p className="mt-1">{words[reader]}</p>
            <p className="mt-1.5 flex items-start gap-2 text-sm">
              <Lightbulb aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-ink-soft" />
              <span>
                <b className="mr-1.5 font-semibold">{t('toTry')}</b>
                <span>{words.remedy}</span>
              </span>
            </p>
          </li>
        );
      })}
    </ol>
  );
}
