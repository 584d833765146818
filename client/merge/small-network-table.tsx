'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { classNames } from '@/client/ui/class-names';
import { SMALL_INPUTS, type SmallNetwork, smallAnswers } from '@/engine/together/two-small-networks';

interface Props {
  title: string;
  network: SmallNetwork;
  strong?: boolean;
  /** As large as the wall wants it. */
  wall?: boolean;
}

/** What exclusive or is of the inputs. */
const WANTED = SMALL_INPUTS.map(([one, other]) => Number(one !== other));
/** How far off an answer may be. */
const CLOSE = 0.3;

/** A network of three hidden units in numbers: a row a unit, and what it answers to each of the inputs. */
export function SmallNetworkTable({ title, network, strong = false, wall = false }: Props) {
  const t = useTranslations('merge.small');
  const { decimal } = useNumbers();
  const [into, bias, out] = network;
  const answers = smallAnswers(network);
  const soft = classNames('font-normal text-ink-soft', !wall && 'text-xs');
  return (
    <div
      className={classNames(
        'rounded-md border',
        wall ? 'p-[0.8vw] text-screen-sm' : 'p-2',
        strong ? 'border-accent' : 'border-line',
      )}
    >
      <p className={classNames('mb-1 font-semibold', wall ? 'text-screen' : 'text-sm')}>{title}</p>
      <table className="tabular w-full text-right">
        <thead className={soft}>
          <tr>
            <th scope="col" className="text-left font-normal">
              {t('unit')}
            </th>
            <th scope="col" colSpan={3} className="font-normal">
              {t('into')}
            </th>
            <th scope="col" className="font-normal">
              {t('out')}
            </th>
          </tr>
        </thead>
        <tbody>
          {[0, 1, 2].map((unit) => (
            <tr key={unit}>
              <th scope="row" className="text-left">
                {unit + 1}
              </th>
              <td>{decimal(into![unit], 2)}</td>
              <td>{decimal(into![3 + unit], 2)}</td>
              <td>{decimal(bias![unit], 2)}</td>
              <td>{decimal(out![unit], 2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classNames('mt-2', soft)}>{t('answers')}</p>
      <ul className="tabular grid grid-cols-4 gap-1 text-center" data-testid="small-answers">
        {SMALL_INPUTS.map((inputs, at) => (
          <li
            key={inputs.join()}
            className={classNames(
              'rounded-sm border px-1',
              Math.abs(answers[at]! - WANTED[at]!) <= CLOSE ? 'border-line' : 'border-danger text-danger',
            )}
          >
            <span className={classNames('block', soft)}>{inputs.join(', ')}</span>
            <span className="font-semibold">{decimal(answers[at], 2)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
