'use client';

import { Minus, Plus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { classNames } from '@/client/ui/class-names';
import { OneStopGroup } from '@/client/ui/one-stop-group';
import type { DenseShape } from '@/engine/dense/shape';
import { SETUP_LIMITS } from '@/engine/playground/setup';
import type { PlaygroundLayout } from './playground-layout';

interface Props {
  layout: PlaygroundLayout;
  shape: DenseShape;
  /** Units can be added and taken away. */
  open: boolean;
  featuresOpen: boolean;
  held: boolean;
  onUnits(layer: number, change: 1 | -1): void;
}

const SMALL =
  'grid size-6 place-items-center rounded-sm border border-line-strong bg-surface-raised text-ink hover:border-ink hover:bg-surface-sunken disabled:cursor-not-allowed disabled:border-line disabled:text-line-strong [&_svg]:size-3.5';

/** Above each column: what it is, and for hidden layers one unit more or fewer. */
export function ColumnHeads({ layout, shape, open, held, onUnits }: Props) {
  const t = useTranslations('playground');
  const { columns, gap } = layout;
  const [least, most] = SETUP_LIMITS.units;
  const last = shape.layers.length - 1;
  const narrow = gap < 58;
  return (
    <OneStopGroup
      className={classNames(
        'relative mb-1 text-xs leading-tight',
        // Room for three lines of letters, however large.
        narrow && open ? 'h-[max(4.6rem,3lh)]' : 'h-[max(3rem,3lh)]',
      )}
    >
      <Head x={columns[0]!} room={gap} first>
        {t('network.features')}
      </Head>
      {shape.layers.map(({ units, activation }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place in the network is the identity.
        <Head key={i} x={columns[i + 1]!} room={gap} last={i === last}>
          {i === last ? (
            <>
              <span>{t('network.output')}</span>
              <span className="font-normal">{t(`activation.${activation}`)}</span>
            </>
          ) : (
            <>
              <span className="tabular">{narrow ? units : t('network.units', { count: units })}</span>
              {open && (
                <span className={classNames('flex gap-0.5', narrow && 'flex-col-reverse')}>
                  <button
                    type="button"
                    className={SMALL}
                    aria-label={t('network.fewer', { layer: i + 1 })}
                    disabled={held || units <= least}
                    onClick={() => onUnits(i, -1)}
                  >
                    <Minus aria-hidden="true" />
                  </button>
                  <button
                    type="button"
                    className={SMALL}
                    aria-label={t('network.more', { layer: i + 1 })}
                    disabled={held || units >= most}
                    onClick={() => onUnits(i, 1)}
                  >
                    <Plus aria-hidden="true" />
                  </button>
                </span>
              )}
            </>
          )}
        </Head>
      ))}
    </OneStopGroup>
  );
}

function Head({
  x,
  room,
  first = false,
  last = false,
  children,
}: {
  x: number;
  /** Pixels to the next column's. */
  room: number;
  first?: boolean;
  last?: boolean;
  children: React.ReactNode;
}) {
  return (
    <div
      className={classNames(
        'absolute bottom-0 flex flex-col items-center gap-0.5 text-xs leading-tight text-center font-semibold text-ink-soft [overflow-wrap:anywhere]',
        first && 'left-0 items-start!',
        last && 'right-0 items-end!',
      )}
      // Where letters are large the words of a column take two lines rather than its neighbours' room.
      style={first || last ? { maxWidth: room } : { left: x, transform: 'translateX(-50%)', maxWidth: room }}
    >
      {children}
    </div>
  );
}
