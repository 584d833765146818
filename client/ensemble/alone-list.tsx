'use client';

import { useTranslations } from 'use-intl';

interface Props {
  /** Most first, each with how it is called here. */
  alone: readonly { id: string; name: string; pictures: number }[];
}

/** Whose network was right when all others were wrong, for teachers. */
export function AloneList({ alone }: Props) {
  const t = useTranslations('ensemble');
  if (alone.length === 0) return null;
  return (
    <div className="mt-3 text-sm" data-testid="ensemble-alone">
      <h3 className="text-sm">{t('alone')}</h3>
      <ol className="mt-1 flex flex-wrap gap-x-5 gap-y-1">
        {alone.map(({ id, name, pictures }) => (
          <li key={id}>
            <span translate="no" className="font-semibold">
              {name}
            </span>{' '}
            <span className="tabular text-ink-soft">{t('alonePictures', { count: pictures })}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
