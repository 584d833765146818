'use client';

import { useTranslations } from 'use-intl';
import { type BackendPresence, COMPUTE_BACKENDS } from '@/engine/compute/plan';
import { BackendMark } from './backend-look';

/** Which ways to calculate this device has: what each one is, or why it is not there. */
export function PartsList({ present }: { present: readonly BackendPresence[] }) {
  const t = useTranslations('compute');
  const saidOf = (one: BackendPresence | undefined): string => {
    if (!one) return '–';
    const { backend, absence, renderer, software } = one;
    if (absence === 'failed') return t('parts.failed');
    if (absence !== null && backend !== 'javascript') return t(`parts.not-here-${backend}`);
    if (backend === 'javascript') return t('parts.processor');
    if (backend === 'wasm') return t('parts.wasm');
    if (software) return t('parts.software', { name: renderer ?? t('parts.card') });
    return renderer ?? t('parts.unnamed');
  };
  return (
    <section aria-label={t('parts.title')}>
      <p className="text-sm font-semibold">{t('parts.title')}</p>
      <dl className="mt-1 grid gap-x-6 gap-y-1 text-sm sm:grid-cols-2">
        {COMPUTE_BACKENDS.map((backend) => {
          const said = saidOf(present.find((one) => one.backend === backend));
          return (
            <div key={backend} className="flex min-w-0 items-baseline gap-2">
              <dt className="flex shrink-0 items-center gap-1.5 font-semibold">
                <svg width="14" height="14" aria-hidden="true">
                  <BackendMark backend={backend} x={7} y={7} />
                </svg>
                <span>{t(`backend.${backend}`)}</span>
              </dt>
              <dd className="line-clamp-2 min-w-0 text-ink-soft" title={said}>
                {said}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
