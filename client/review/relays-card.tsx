'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { RelayResult } from '@/client/relay/relay-result';
import { useRelayWords } from '@/client/relay/relay-words';
import { Card } from '@/client/ui/card';
import type { HeldRelay } from '@/protocol/relay-views';
import type { ClassReview } from './review-data';

/** All times that the class was the network: what came of it, and who sat where. */
export function RelaysCard({ relays }: Pick<ClassReview, 'relays'>) {
  const t = useTranslations('relay');
  const format = useFormatter();
  if (relays.length === 0) return null;
  return (
    <Card as="section" title={t('title')} data-testid="review-relays">
      <ol className="flex flex-col gap-6">
        {relays.map((held) => (
          <li key={held.id} className="flex flex-col gap-2">
            <h3 className="text-sm text-ink-soft">
              {t('review.at', {
                settings: t('settings', { way: t(`ways.${held.way}`), hidden: held.hidden }),
                at: format.dateTime(held.openedAt, 'moment'),
              })}
            </h3>
            <RelayResult relay={held} teams={held.teams} />
            <Moves held={held} />
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Moves({ held: { moved, hidden } }: { held: HeldRelay }) {
  const t = useTranslations('relay');
  const words = useRelayWords();
  if (moved.length === 0) return null;
  return (
    <details className="text-sm">
      <summary className="cursor-pointer font-semibold">{t('review.moves')}</summary>
      <ul className="tabular mt-1 flex flex-col gap-0.5">
        {moved.map(({ team, seat, step, from, to }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: in the order in which they happened.
          <li key={index}>
            {t('review.move', {
              ...{ number: team + 1, unit: words.unit(seat, hidden), step },
              ...{ from: words.sitter(from), to: words.sitter(to) },
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}
