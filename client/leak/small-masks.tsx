'use client';

import { useTranslations } from 'use-intl';
import { broken } from '@/client/i18n/broken';

/** Numbers of three devices, and the mask of each two of them, by places. */
const NUMBERS = [12, 30, 5];
const MASKS = [
  { adds: 0, takes: 1, mask: 61 },
  { adds: 0, takes: 2, mask: 47 },
  { adds: 1, takes: 2, mask: 88 },
];
const MODULUS = 100;
const counted = (sum: number) => ((sum % MODULUS) + MODULUS) % MODULUS;
const NAMES = ['A', 'B', 'C'];

/** Why masks cancel, in numbers that can be added by heart. */
export function SmallMasks() {
  const t = useTranslations('leak.small');
  const rows = NUMBERS.map((number, place) => {
    const shared = MASKS.flatMap(({ adds, takes, mask }) =>
      adds === place ? [mask] : takes === place ? [-mask] : [],
    );
    return { number, shared, sent: counted(shared.reduce((sum, mask) => sum + mask, number)) };
  });
  const sum = counted(rows.reduce((so, { sent }) => so + sent, 0));
  return (
    <details className="text-sm">
      <summary className="min-h-8 cursor-pointer font-semibold">{t('title')}</summary>
      <p className="mb-1 text-ink-soft">{broken(t('lead'))}</p>
      <table className="tabular text-right [&_td]:px-2 [&_th]:px-2 [&_th]:font-semibold">
        <thead>
          <tr>
            <th scope="col">{t('device')}</th>
            <th scope="col">{t('number')}</th>
            <th scope="col">{t('shared')}</th>
            <th scope="col">{t('sent')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ number, shared, sent }, place) => (
            <tr key={NAMES[place]}>
              <th scope="row">{NAMES[place]}</th>
              <td>{number}</td>
              <td>{shared.map((mask) => (mask < 0 ? `−${-mask}` : `+${mask}`)).join(' ')}</td>
              <td>{sent}</td>
            </tr>
          ))}
          <tr className="border-t border-line-strong font-semibold">
            <th scope="row">{t('sum')}</th>
            <td>{counted(NUMBERS.reduce((so, number) => so + number, 0))}</td>
            <td />
            <td>{sum}</td>
          </tr>
        </tbody>
      </table>
      <p className="mt-1">{broken(t('says', { sum }))}</p>
    </details>
  );
}
