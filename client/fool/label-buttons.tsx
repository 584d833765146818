'use client';

import { useEffect, useState } from 'react';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { Button } from '@/client/ui/button';
import { labelColumns } from '@/client/ui/label-columns';
import { OneStopGroup } from '@/client/ui/one-stop-group';
import type { Answer, RefusalCode } from '@/protocol/refusals';

interface Props {
  legend: string;
  labels: readonly string[];
  /** One more choice than there are labels. */
  further?: string;
  /** What is answered: another of it puts what was refused away. */
  about: unknown;
  /** Why nothing can be pressed. */
  disabledReason?: string | undefined;
  press(choice: number): Promise<Answer>;
  /** The words for a refusal. @param reason why, in words */
  failed(reason: string): string;
}

/** One button a label. What is refused is said, and what it was about stays. */
export function LabelButtons(props: Props) {
  const { legend, labels, further, about, disabledReason } = props;
  const refusalText = useRefusalText();
  const [busy, setBusy] = useState<number | null>(null);
  const [refusal, setRefusal] = useState<RefusalCode | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was refused is of what was there.
  useEffect(() => setRefusal(null), [about]);
  const press = async (choice: number) => {
    if (busy !== null) return;
    setBusy(choice);
    const answer = await props.press(choice);
    setBusy(null);
    setRefusal(answer.ok ? null : answer.code);
  };
  const many = labels.length > 4;
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-sm font-semibold">{legend}</legend>
      <OneStopGroup className="flex max-w-96 flex-col gap-1.5">
        <span className={labelColumns(labels)}>
          {labels.map((label, choice) => (
            <Button
              key={label}
              size={many ? 'sm' : 'md'}
              busy={busy === choice}
              disabledReason={disabledReason}
              onClick={() => void press(choice)}
            >
              {label}
            </Button>
          ))}
        </span>
        {further !== undefined && (
          <Button
            size="sm"
            busy={busy === labels.length}
            disabledReason={disabledReason}
            onClick={() => void press(labels.length)}
          >
            {further}
          </Button>
        )}
      </OneStopGroup>
      <p role="alert" className="mt-1.5 text-sm font-semibold text-danger empty:hidden">
        {refusal !== null && props.failed(refusalText(refusal))}
      </p>
    </fieldset>
  );
}
