'use client';

import { useTranslations } from 'use-intl';
import { broken } from '@/client/i18n/broken';
import { ChoiceBars } from '@/client/lesson/words/choice-bars';
import { AUDIT_DATA } from '@/protocol/audit-settings';
import type { AuditNow, AuditOnScreen, AuditResult, OwnAudited } from '@/protocol/audit-views';
import { AuditStrips } from './audit-strips';
import { useAuditWords } from './audit-words';
import { MovedPixels } from './moved-pixels';

interface Props {
  audit: AuditNow & Partial<Pick<AuditOnScreen, 'dots' | 'pixels'>>;
  result: AuditResult;
  /** The viewer's own network and guess; left out: nobody's. */
  own?: { network: OwnAudited | null; share: number | null; data: number | null };
}

/** CSS pixels of a side: whole multiples of 28. */
const PICTURE = 112;

/** What networks have really learned, as far as the class has seen it: for pages. */
export function AuditResultView({ audit, result, own }: Props) {
  const t = useTranslations('audit');
  const words = useAuditWords();
  const { dots, pixels = [] } = audit;
  const { groups, shares } = result;
  const marks = pixels.some((one) => one.marks !== null);
  return (
    <div className="@container flex flex-col gap-3 text-sm" data-testid="audit-result">
      <ul className="flex list-disc flex-col gap-1 pl-5" data-testid="audit-findings">
        {words.findings({ ...audit, result }).map((finding) => (
          <li key={finding}>{broken(finding)}</li>
        ))}
      </ul>
      <div className="grid gap-x-6 gap-y-4 @min-[40rem]:grid-cols-2 @min-[64rem]:grid-cols-3">
        {groups.map((group) => {
          const picture = pixels.find(({ data }) => data === group.data);
          const isOwn = own?.network && (group.data === null || own.network.data === group.data);
          return (
            <section key={group.data ?? 'all'} className="min-w-0">
              <h3 className="mb-1 flex flex-wrap items-baseline gap-x-3 font-semibold">
                <span>{words.group(group)}</span>
                <span className="tabular text-xs font-normal text-ink-soft">
                  {t('networks', { count: group.networks })}
                </span>
              </h3>
              {picture && (
                <div className="mb-2">
                  <MovedPixels of={picture} dataset={audit.dataset} size={PICTURE} />
                </div>
              )}
              <AuditStrips
                audit={audit}
                group={group}
                {...(dots && { dots: dots.filter(({ data }) => data === group.data) })}
                {...(isOwn && { own: own.network })}
              />
            </section>
          );
        })}
      </div>
      <ul className="tabular text-xs text-ink-soft">
        <li>{broken(t(dots ? 'strips.legend' : 'strips.legendOwn'))}</li>
        {pixels.length > 0 && <li>{broken(t('pixels.title'))}</li>}
        {marks && <li>{broken(t('pixels.marks'))}</li>}
        {words.notes(result).map((note) => (
          <li key={note}>{broken(note)}</li>
        ))}
      </ul>
      {shares && (
        <ChoiceBars
          choices={words.shares}
          title={t('share.title')}
          total={t('guessCount', { count: sum(shares.guessed) })}
          series={[
            { label: t('guessed'), counts: shares.guessed, look: 'full' },
            { label: t('came'), counts: shares.came, look: 'frame' },
          ]}
          own={own?.share ?? null}
          said={(index) =>
            t('row', {
              choice: words.shares[index] ?? '',
              ...{ guessed: shares.guessed[index] ?? 0, came: shares.came[index] ?? 0 },
            })
          }
        />
      )}
      {groups.map(
        (group) =>
          group.guesses && (
            <ChoiceBars
              key={group.data}
              choices={words.data}
              title={`${t('data.title')} – ${words.group(group)}`}
              total={t('guessCount', { count: sum(group.guesses) })}
              series={[{ label: t('guessed'), counts: group.guesses, look: 'full' }]}
              right={group.data && AUDIT_DATA.indexOf(group.data)}
              said={(index) =>
                t('dataRow', {
                  ...{ choice: words.data[index] ?? '', count: group.guesses?.[index] ?? 0 },
                  right: String(group.data === AUDIT_DATA[index]),
                })
              }
            />
          ),
      )}
    </div>
  );
}

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);
