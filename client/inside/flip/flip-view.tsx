'use client';

import { RotateCcw, Search, Square } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { AnswerBars } from '@/client/charts/answer-bars';
import { useDatasetWords } from '@/client/i18n/use-dataset-words';
import { useNumbers } from '@/client/i18n/use-numbers';
import { CellLine } from '@/client/inside/cell-line';
import { squareLayout } from '@/client/inside/grid-layout';
import { NumberGrid } from '@/client/inside/number-grid';
import { type OpenedNetwork, saidBy } from '@/client/inside/opened-network';
import { runInSlices } from '@/client/inside/run-in-slices';
import type { Names } from '@/client/inside/use-names';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import { LiveRegion } from '@/client/ui/live-region';
import { type Flip, flipPixels, MOST_CHANGED, turned } from '@/engine/inside/flip';
import { plainLogits } from '@/engine/network/plain-forward';

interface Props {
  network: OpenedNetwork;
  names: Names;
  onFlipped(): void;
}

/** What the search is at. */
type Hunt = { is: 'none' } | { is: 'on'; runs: number } | { is: 'over'; flip: Flip | null };

/** Change pixels by hand until the answer is another, or let the computer look for few that do it. */
export function FlipView({ network, names, onFlipped }: Props) {
  const t = useTranslations('inside');
  const numbers = useNumbers();
  const { labels, wide } = useDatasetWords(network.architecture.dataset);
  const [changed, setChanged] = useState<readonly number[]>([]);
  const [at, setAt] = useState(() => middleOf(network.side));
  const [hunt, setHunt] = useState<Hunt>({ is: 'none' });
  const stop = useRef(() => {});
  useEffect(() => () => stop.current(), []);
  const layout = useMemo(() => squareLayout(network.side), [network.side]);
  const picture = useMemo(() => {
    const next = network.picture.slice();
    for (const pixel of changed) next[pixel] = turned(next[pixel]!);
    return next;
  }, [network, changed]);
  // The network is run anew on each picture.
  const now = useMemo(
    () => saidBy(plainLogits(network.architecture, network.weights, picture)),
    [network, picture],
  );
  const flipped = now.answer !== network.answer;
  useEffect(() => {
    if (flipped) onFlipped();
  }, [flipped, onFlipped]);

  const toggle = (pixel: number) => {
    setAt(pixel);
    setHunt({ is: 'none' });
    setChanged((before) =>
      before.includes(pixel) ? before.filter((one) => one !== pixel) : [...before, pixel],
    );
  };
  const halt = () => {
    stop.current();
    setHunt({ is: 'none' });
  };
  const search = () => {
    setHunt({ is: 'on', runs: 0 });
    stop.current = runInSlices(flipPixels(network), {
      onProgress: (runs) => setHunt({ is: 'on', runs }),
      onEnd: (flip) => {
        setHunt({ is: 'over', flip });
        if (flip) setChanged(flip.changed);
      },
    });
  };
  const before = labels[network.answer]!;
  const answer = labels[now.answer]!;
  const share = numbers.percent(now.shares[now.answer]!);
  const cell = t('flip.cell', {
    cell: names.pixel(at),
    state: changed.includes(at)
      ? t('flip.turned')
      : t(network.picture[at]! < 0.5 ? 'flip.paper' : 'flip.ink'),
  });
  const standing = `${t('flip.count', { count: changed.length })} ${
    flipped ? t('flip.flipped', { before, answer, share }) : t('flip.still', { answer, share })
  }`;
  return (
    <>
      <p className="max-w-5xl">{t('flip.hint')}</p>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,54dvh)_minmax(0,1fr)]">
        <figure>
          <figcaption className="mb-1 text-sm font-semibold">{t('flip.picture')}</figcaption>
          <NumberGrid
            values={picture}
            layout={layout}
            look="ink"
            largest={1}
            label={`${t('flip.picture')}. ${cell}`}
            cursor={{ at, move: setAt, open: toggle }}
            framed={changed}
            className="max-w-[min(100%,54dvh)]"
          />
          <CellLine words={cell} action={{ label: t('flip.change'), act: () => toggle(at) }} />
        </figure>
        <Card as="section" aria-label={t('flip.answers')} graphPaper className="flex flex-col gap-3">
          <p
            data-testid="inside-flip"
            data-flipped={flipped}
            className="tabular min-h-14 text-lg font-semibold"
          >
            {standing}
          </p>
          <AnswerBars
            labels={labels}
            wide={wide}
            probabilities={Array.from(now.shares)}
            label={t('flip.answers')}
            describe={(label, part) => `${label}: ${numbers.percent(part)}`}
            write={(part) => numbers.percent(part)}
          />
          <div className="flex flex-wrap gap-2">
            {hunt.is === 'on' ? (
              <Button icon={<Square aria-hidden="true" />} onClick={halt}>
                {t('flip.stop')}
              </Button>
            ) : (
              <Button icon={<Search aria-hidden="true" />} onClick={search}>
                {t('flip.search')}
              </Button>
            )}
            <Button
              icon={<RotateCcw aria-hidden="true" />}
              disabled={changed.length === 0}
              onClick={() => {
                halt();
                setChanged([]);
              }}
            >
              {t('flip.undo')}
            </Button>
          </div>
          <HuntWords hunt={hunt} labels={labels} />
          {flipped && <p className="text-sm">{t('flip.more', { before })}</p>}
          <LiveRegion>{standing}</LiveRegion>
        </Card>
      </div>
    </>
  );
}

const middleOf = (side: number) => Math.floor(side / 2) * side + Math.floor(side / 2);

function HuntWords({ hunt, labels }: { hunt: Hunt; labels: readonly string[] }) {
  const t = useTranslations('inside.flip');
  if (hunt.is === 'none') return null;
  if (hunt.is === 'on') return <p className="tabular text-sm">{t('searching', { count: hunt.runs })}</p>;
  return (
    <div className="flex flex-col gap-1 text-sm" role="status">
      <p>
        {hunt.flip
          ? t('found', { count: hunt.flip.changed.length, answer: labels[hunt.flip.answer]! })
          : t('nothing', { most: MOST_CHANGED })}
      </p>
      <p className="text-ink-soft">{t('limit')}</p>
    </div>
  );
}
