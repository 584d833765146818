'use client';

import { CircleCheck, CircleDashed } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { type LoopMistake, MISTAKES } from './diagnosis';

/** Which ways of going wrong were seen so far; the others keep their secret. */
export function MistakesFound({ found }: { found: readonly LoopMistake[] }) {
  const t = useTranslations('loop');
  return (
    <section aria-label={t('found.label')} data-testid="mistakes" data-found={found.length}>
      <h2 className="tabular text-base">{t('found.count', { found: found.length, of: MISTAKES.length })}</h2>
      <ul className="mt-1 flex flex-wrap gap-1.5 text-sm">
        {MISTAKES.map((mistake) => {
          const seen = found.includes(mistake);
          const Icon = seen ? CircleCheck : CircleDashed;
          return (
            <li
              key={mistake}
              className={
                seen
                  ? 'flex items-center gap-1 rounded-full border border-ok/40 bg-ok-soft px-2 py-0.5'
                  : 'flex items-center gap-1 rounded-full border border-dashed border-line-strong px-2 py-0.5 text-ink-soft'
              }
            >
              <Icon aria-hidden="true" className={seen ? 'size-4 text-ok' : 'size-4'} />
              <span>{t(seen ? `diagnosis.${mistake}.name` : 'found.open')}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
