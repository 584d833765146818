'use client';

import { type SubmitEvent, useId, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { askServer } from '@/client/review/ask-server';
import { Button } from '@/client/ui/button';
import { classNames } from '@/client/ui/class-names';
import { CONTROL_CLASSES, Field } from '@/client/ui/field';
import { Form } from '@/client/ui/form';
import { LIMITS } from '@/protocol/limits';
import { type Remark, type RemarkKind, type RemarkWritten, remarkPath } from '@/protocol/remarks';

interface Props {
  classId: string;
  runId: string;
  kind: RemarkKind;
  /** As it was when the page was made. */
  first: Remark | null;
}

/** A teacher's note or feedback, to be written and changed. */
export function RemarkForm({ classId, runId, kind, first }: Props) {
  const t = useTranslations('review.remarks');
  const errors = useTranslations('errors');
  const refusalText = useRefusalText();
  const format = useFormatter();
  const id = useId();
  const [kept, setKept] = useState(first);
  const [typed, setTyped] = useState(first?.text ?? '');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | undefined>();
  const [said, setSaid] = useState('');
  const changed = typed.trim() !== (kept?.text ?? '');
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy || !changed) return;
    setBusy(true);
    setSaid('');
    const answer = await askServer<RemarkWritten>('PATCH', remarkPath(classId, runId), { kind, text: typed });
    setBusy(false);
    if (answer === 'offline') setProblem(errors('offline'));
    else if (!answer.ok) setProblem(refusalText(answer.code));
    else {
      setProblem(undefined);
      setKept(answer.remark);
      setTyped(answer.remark?.text ?? '');
      setSaid(t(answer.told ? 'told' : answer.remark === null ? 'taken' : 'saved'));
    }
  };
  return (
    <Form onSubmit={(event) => void save(event)} className="flex flex-col gap-2">
      <Field
        id={id}
        label={t(kind)}
        hint={kept ? t('writtenAt', { time: format.dateTime(kept.writtenAt, 'moment') }) : t(`${kind}Hint`)}
        error={problem}
      >
        <textarea
          id={id}
          rows={3}
          value={typed}
          maxLength={LIMITS.remarkUnits}
          aria-invalid={problem === undefined ? undefined : true}
          aria-describedby={`${id}-note`}
          className={classNames(CONTROL_CLASSES, 'field-sizing-content min-h-22 px-3 py-2 text-base')}
          onChange={(event) => {
            setTyped(event.target.value);
            setSaid('');
          }}
        />
      </Field>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" busy={busy} disabled={!changed}>
          {t('save')}
        </Button>
        <span role="status" className="text-sm text-ink-soft">
          {said}
        </span>
      </div>
    </Form>
  );
}
