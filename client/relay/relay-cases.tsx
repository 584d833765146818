'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { classNames } from '@/client/ui/class-names';
import { RightSign } from '@/client/ui/right-sign';
import { isCaseRight, RELAY_CASES, type RelayWay } from '@/protocol/relay-settings';

interface Props {
  way: RelayWay;
  /** As they came last over the room; null: none has come. */
  answers: readonly number[] | null;
  /** The case that is drawn. */
  at?: number;
  onChoose?: (at: number) => void;
}

/** The four cases: what goes in, what is wanted, what the network has answered. */
export function RelayCases({ way, answers, at, onChoose }: Props) {
  const t = useTranslations('relay.cases');
  const { decimal } = useNumbers();
  return (
    <table className="tabular w-full text-center" data-testid="relay-cases">
      <caption className="sr-only">{t('title')}</caption>
      <thead className="text-[0.75em] text-ink-soft">
        <tr>
          <th scope="col" className="font-normal">
            {t('inputs')}
          </th>
          <th scope="col" className="font-normal">
            {t('wanted')}
          </th>
          <th scope="col" className="font-normal">
            {t('answer')}
          </th>
        </tr>
      </thead>
      <tbody>
        {RELAY_CASES.map(({ inputs, target }, index) => {
          const answer = answers?.[index];
          const said = inputs.join(' , ');
          return (
            <tr key={said} className={classNames(index === at && 'bg-surface-sunken')}>
              <th scope="row" className="font-semibold whitespace-nowrap">
                {onChoose ? (
                  <button
                    type="button"
                    aria-pressed={index === at}
                    onClick={() => onChoose(index)}
                    className="min-h-9 rounded-md px-3 underline decoration-dotted underline-offset-4 hover:bg-surface-raised pointer-coarse:min-h-11"
                  >
                    {said}
                  </button>
                ) : (
                  said
                )}
              </th>
              <td>{target}</td>
              <td className="font-semibold">
                {answer === undefined ? (
                  '–'
                ) : (
                  <span className="inline-flex items-center gap-1">
                    <span>{way === 'hand' ? answer : decimal(answer, 2)}</span>
                    <RightSign
                      right={isCaseRight(answer, index)}
                      label={t(isCaseRight(answer, index) ? 'right' : 'wrong')}
                    />
                  </span>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
