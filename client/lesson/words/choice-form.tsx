'use client';

import { useId, useState } from 'react';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { Button } from '@/client/ui/button';
import type { Elements } from '@/client/ui/elements';
import { Form } from '@/client/ui/form';
import type { Answer } from '@/protocol/refusals';
import { ChoiceRadio } from './choice-radio';

interface Props {
  /** What is chosen here, for who does not see it. */
  title: string;
  /** In plain words. */
  choices: readonly string[];
  /** What is chosen at first; null: nothing. */
  initial: number | null;
  commitLabel: string;
  /** Why what is chosen cannot be committed; undefined: it can. */
  disabledReason(chosen: number | null): string | undefined;
  onCommit(choice: number): Promise<Answer>;
  /** The words for a refusal. @param reason why, in words */
  failed(reason: string): string;
  /** Below the choices, unless there is a refusal to tell. */
  children?: Elements;
}

/** One of a few choices, and a button that commits to it: what is refused is said, and stays chosen. */
export function ChoiceForm(props: Props) {
  const { choices, onCommit } = props;
  const refusalText = useRefusalText();
  const name = useId();
  const [chosen, setChosen] = useState(props.initial);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const commit = async () => {
    if (chosen === null) return;
    setBusy(true);
    const answer = await onCommit(chosen);
    setBusy(false);
    setProblem(answer.ok ? null : props.failed(refusalText(answer.code)));
  };
  return (
    <Form
      className="mt-2 flex flex-wrap items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void commit();
      }}
    >
      <fieldset className="contents">
        <legend className="sr-only">{props.title}</legend>
        {choices.map((choice, index) => (
          <ChoiceRadio
            key={choice}
            name={name}
            text={choice}
            checked={chosen === index}
            onChoose={() => setChosen(index)}
          />
        ))}
      </fieldset>
      <Button type="submit" look="primary" busy={busy} disabledReason={props.disabledReason(chosen)}>
        {props.commitLabel}
      </Button>
      {problem === null ? (
        props.children
      ) : (
        <p role="alert" className="basis-full text-sm font-semibold text-danger">
          {problem}
        </p>
      )}
    </Form>
  );
}
