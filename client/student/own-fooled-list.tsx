'use client';

import { useTranslations } from 'use-intl';
import { DrawingPicture } from '@/client/fool/drawing-picture';
import { useFoolWords } from '@/client/fool/fool-words';
import type { Drawings } from '@/client/fool/use-drawings';
import type { OwnFool, OwnFooled } from '@/protocol/fool-views';

interface Props {
  fool: OwnFool;
  pictures: Drawings;
}

/** What one has tried, newest first, with what came of it. */
export function OwnFooledList({ fool, pictures }: Props) {
  const t = useTranslations('fool');
  const words = useFoolWords(fool);
  if (fool.own.length === 0) return null;
  const outcome = ({ removed, people, points }: OwnFooled) => {
    if (removed) return t('own.removed');
    if (people === null) return null;
    if (people.verdict === 'waiting') return t('own.waiting');
    return `${words.people(people)} ${points > 0 ? t('points', { count: points }) : ''}`.trim();
  };
  return (
    <section aria-label={t('own.title')} className="mt-4 border-t border-line pt-2">
      <h3 className="mb-1.5 text-sm">{t('own.title')}</h3>
      <ol className="flex flex-wrap gap-3" data-testid="fool-own">
        {[...fool.own].reverse().map((one) => {
          const { answers, networks } = words.tile(one);
          const fooled = one.answer !== one.label;
          return (
            <li key={one.id} className="w-30 text-xs" data-fooled={fooled} data-points={one.points}>
              <DrawingPicture pixels={pictures.get(one.id)} size={56} />
              <p className={fooled ? 'mt-1 font-semibold' : 'mt-1 text-ink-soft'}>{answers}</p>
              {fooled && <p className="tabular">{networks}</p>}
              <p className="tabular font-semibold empty:hidden">{outcome(one)}</p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
