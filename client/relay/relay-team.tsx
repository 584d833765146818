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
  /** One of so many on the wall: it keeps within its place, and its writing is as large as that. */
  ofWall?: number;
}

/** Networks on the wall for whose numbers and names there is room. */
const READABLE = 4;

/** One network: its drawing, the four cases, and how far it is. */
export function RelayTeamFigure(props: Props) {
  const { way, hidden, team, number, at, onChoose, own, weighted, ofWall } = props;
  const t = useTranslations('relay');
  const words = useRelayWords();
  const numbers = useNumbers();
  const { steps, answers, solvedAt, seats, standIns } = team;
  const right = (answers ?? []).filter((answer, index) => isCaseRight(answer, index)).length;
  return (
    <figure
      className={classNames(
        'min-h-0 min-w-0 rounded-md border p-2',
        ofWall === undefined ? '@container' : '[container-type:size]',
        solvedAt === null ? 'border-line-strong' : 'border-ok',
      )}
      data-testid="relay-team"
      data-steps={steps}
      data-right={right}
      data-solved={solvedAt !== null}
    >
      <div
        className={classNames(
          'flex h-full flex-col gap-1',
          // Some eight lines one above the other, and beside the drawing a table of nine letters.
          ofWall !== undefined && 'text-[min(10.5cqh,4.6cqw,2.2vw)] leading-snug',
        )}
      >
        <figcaption className="flex flex-wrap items-baseline justify-between gap-x-3">
          <span className="font-semibold">{t('network', { number: number + 1 })}</span>
          <span className="tabular text-[0.8em] text-ink-soft">
            <span>{t(way === 'hand' ? 'passes' : 'steps', { steps: numbers.integer(steps) })}</span>
            <span aria-hidden="true">{' · '}</span>
            <span>{t('standIns', { count: standIns })}</span>
          </span>
        </figcaption>
        <div
          className={classNames(
            'grid min-h-0 flex-1 items-center gap-2',
            ofWall === undefined
              ? '@min-[24rem]:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)] @min-[24rem]:grid-rows-[minmax(0,1fr)]'
              : 'grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)] grid-rows-[minmax(0,1fr)]',
          )}
        >
          <RelayDrawing
            {...{ way, hidden, team, at, own, weighted }}
            compact={(ofWall ?? 0) > READABLE}
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
      </div>
    </figure>
  );
}
