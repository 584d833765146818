'use client';

import { Component, type ErrorInfo, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import { useComingBack } from '@/client/ui/coming-back';
import { Notice } from '@/client/ui/notice';

interface Props {
  /** How often it was tried again. */
  attempt: number;
  onRetry(): void;
  children: ReactNode;
}

/** Keeps a failed bench from taking the lesson with it. */
export class BenchBoundary extends Component<Props, { failure: Error | null }> {
  override state: { failure: Error | null } = { failure: null };

  static getDerivedStateFromError(failure: Error) {
    return { failure };
  }

  override componentDidCatch(failure: Error, info: ErrorInfo) {
    console.error(failure, info.componentStack);
  }

  override render() {
    const { failure } = this.state;
    if (failure === null) return this.props.children;
    if (isLoadFailure(failure))
      return <BenchFailed kind="failed" again={this.props.attempt > 0} onRetry={this.props.onRetry} />;
    return (
      <Crashed
        again={this.props.attempt > 0}
        onComeBack={() => this.setState({ failure: null })}
        onRetry={this.props.onRetry}
      />
    );
  }
}

interface CrashedProps extends Omit<FailedProps, 'kind'> {
  onComeBack(): void;
}

/** What was drawn could not be drawn any more: it comes back by itself, unless that fails as well. */
function Crashed({ onComeBack, ...props }: CrashedProps) {
  const coming = useComingBack(onComeBack);
  return coming ? (
    <div aria-busy="true" className="graph-paper min-h-[60dvh] rounded-lg border border-line" />
  ) : (
    <BenchFailed kind="crashed" {...props} />
  );
}

/** Code that did not come, as bundlers and browsers name it. */
export function isLoadFailure(failure: Error): boolean {
  return (
    failure.name === 'ChunkLoadError' ||
    /loading (css )?chunk|failed to load chunk|dynamically imported module/i.test(failure.message)
  );
}

interface FailedProps {
  kind: 'failed' | 'crashed';
  /** It was tried again in vain: a fresh page is the next thing to try. */
  again: boolean;
  onRetry(): void;
}

function BenchFailed({ kind, again, onRetry }: FailedProps) {
  const t = useTranslations('lesson.bench');
  return (
    <div className="graph-paper min-h-[60dvh] rounded-lg border border-line p-4 sm:p-6">
      <Notice
        tone="error"
        title={t(kind)}
        action={
          <span className="flex flex-wrap gap-2">
            {again && (
              <Button size="sm" onClick={() => location.reload()}>
                {t('reload')}
              </Button>
            )}
            <Button size="sm" onClick={onRetry}>
              {t('retry')}
            </Button>
          </span>
        }
      >
        {t(kind === 'failed' ? 'failedText' : 'crashedText')}
      </Notice>
    </div>
  );
}
