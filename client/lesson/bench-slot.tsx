'use client';

import { type ComponentType, type LazyExoticComponent, lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { BenchPlace } from '@/client/benches/frame/bench-place';
import { type BenchLoader, benchLoader } from '@/client/benches/registry';
import { LiveRegion } from '@/client/ui/live-region';
import { Spinner } from '@/client/ui/spinner';
import { type BenchId, isDigitsBench } from '@/lessons/bench';
import type { WrittenStep } from '@/lessons/written';
import { BenchBoundary } from './bench-boundary';

interface Props {
  step: Pick<WrittenStep, 'id' | 'bench' | 'options'>;
  /** Null until the browser knows where the bench stands: its seed is not the server's business. */
  place: BenchPlace | null;
}

/** A bench whose own type is not known here: the registry and the lesson's types agree on its options. */
type AnyBench = ComponentType<{ options: unknown; place: BenchPlace }>;

/** One lazy component a loader, so that the benches that share one keep their state from step to step. */
const lazies = new Map<BenchLoader<BenchId>, LazyExoticComponent<AnyBench>>();

function lazyBench(loader: BenchLoader<BenchId>): LazyExoticComponent<AnyBench> {
  const known = lazies.get(loader);
  if (known) return known;
  const made = lazy(loader as unknown as () => Promise<{ default: AnyBench }>);
  lazies.set(loader, made);
  return made;
}

/** The place of a step's bench: fetches its code, holds its size meanwhile, and offers a way on where it fails. */
export function BenchSlot({ step, place }: Props) {
  const [attempt, setAttempt] = useState(0);
  const loader = benchLoader(step.bench) as BenchLoader<BenchId>;
  if (place === null) return <BenchLoading />;
  const Bench = lazyBench(loader);
  const retry = () => {
    // A lazy component that failed stays failed: the next attempt needs a new one.
    lazies.delete(loader);
    setAttempt((count) => count + 1);
  };
  return (
    <BenchBoundary
      key={`${isDigitsBench(step.bench) ? 'digits' : step.id} ${attempt}`}
      attempt={attempt}
      onRetry={retry}
    >
      <Suspense fallback={<BenchLoading />}>
        <Bench options={step.options} place={place} />
      </Suspense>
    </BenchBoundary>
  );
}

/** Squared paper of about a bench's height, so that nothing jumps when it comes. */
function BenchLoading() {
  const t = useTranslations('lesson.bench');
  return (
    <div className="graph-paper grid min-h-[60dvh] place-items-center rounded-lg border border-line">
      <Spinner label={t('loading')} className="size-8 text-ink-soft" />
      <LiveRegion>{t('loading')}</LiveRegion>
    </div>
  );
}
