'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { classNames } from '@/client/ui/class-names';
import { isCaseRight, type RelayWay } from '@/protocol/relay-settings';
import type { RelayTeamNow } from '@/protocol/relay-views';
import { RelayCases } from './relay-cases';
import { RelayDrawing } from './relay-drawing';
import { useRelayWords } from './relay-words';

interface Props {
  way: RelayWay;
  hidden: number;
  team: RelayTeamNow;
  /** Its number, from 0. */
  number: number;
  /** The case that is drawn. */
  at: number;
  onChoose?: (at: number) => void;
  own?: number | null;
  weighted?: boolean;
  className?: string;
}

/** One network: its drawing, the four cases, and how far it is. */
export function RelayTeamFigure(props: Props) {
  const { way, hidden, team, number, at, onChoose, own, weighted, className } = props;
  const t = useTranslations('relay');
  const words = useRelayWords();
  const numbers = useNumbers();
  const { steps, answers, solvedAt, seats, standIns } = team;
  const right = (answers ?? []).filter((answer, index) => isCaseRight(answer, index)).length;
  return (
    <figure
      className={classNames(
        '@container flex min-h-0 min-w-0 flex-col gap-1 rounded-md border p-2',
        solvedAt === null ? 'border-line-strong' : 'border-ok',
        className,
      )}
      data-testid="relay-team"
      data-steps={steps}
      data-right={right}
      data-solved={solvedAt !== null}
    >
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="font-semibold">{t('network', { number: number + 1 })}</span>
        <span className="tabular text-[0.8em] text-ink-soft">
          <span>{t(way === 'hand' ? 'passes' : 'steps', { steps: numbers.integer(steps) })}</span>
          <span aria-hidden="true">{' · '}</span>
          <span>{t('standIns', { count: standIns })}</span>
        </span>
      </figcaption>
      <div className="grid min-h-0 flex-1 items-center gap-2 @min-[24rem]:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)] @min-[24rem]:grid-rows-[minmax(0,1fr)]">
        <RelayDrawing
          {...{ way, hidden, team, at, own, weighted }}
          label={t('says', {
            number: number + 1,
            right,
            units: seats
              .map((seat, index) => `${words.unit(index, hidden)}: ${words.sitter(seat)}`)
              .join('; '),
          })}
        />
        <RelayCases way={way} answers={answers} at={at} onChoose={onChoose} />
      </div>
    </figure>
  );
}
