'use client';

import { useTranslations } from 'use-intl';
import { numbered, writeChange, writeNumber } from '@/client/benches/numbers/number-text';
import type { LearningStep } from '@/engine/perceptron/learning-rule';

/** What one step of the rule looked at and did, in words and numbers. Nothing yet: what comes first. */
export function StepTrace({ step, rate }: { step: LearningStep | null; rate: number }) {
  const t = useTranslations('perceptron');
  const factor = (value: number) => (value < 0 ? `(${writeNumber(value)})` : writeNumber(value));
  const names = [numbered('w', 0), numbered('w', 1), 'θ'];
  const of = (perceptron: LearningStep['before']) => [...perceptron.weights, perceptron.threshold];
  const before = step ? of(step.before) : [0, 0, 0];
  const after = step ? of(step.after) : [0, 0, 0];
  const error = step?.error ?? 0;
  const how = (i: number) => {
    if (!step || error === 0) return '±0';
    const sign = i === 2 ? -error : error;
    const size = i === 2 ? writeNumber(rate) : `${writeNumber(rate)} × ${factor(step.inputs[i]!)}`;
    return `${sign > 0 ? '+' : '−'} ${size}`;
  };
  return (
    <div className="rounded-md border border-line bg-surface-raised px-4 py-3 text-sm">
      <div className="tabular min-h-26">
        {step === null ? (
          <p>{t('learn.start')}</p>
        ) : (
          <>
            <p className="font-semibold">
              {`${t('learn.example', { number: step.example + 1 })}: x = (${step.inputs.map(writeNumber).join(', ')})`}
            </p>
            <p>
              {t('learn.sumLine', {
                terms: step.inputs
                  .map((value, i) => `${factor(value)} × ${factor(step.before.weights[i]!)}`)
                  .join(' + '),
                sum: writeNumber(step.sum),
              })}
            </p>
            <p>
              {t('learn.compare', {
                sum: writeNumber(step.sum),
                sign: step.output === 1 ? '≥' : '<',
                threshold: writeNumber(step.before.threshold),
                output: step.output,
                target: step.target,
              })}
            </p>
            <p className={error === 0 ? 'font-semibold text-ok' : 'font-semibold text-danger'}>
              {t(error === 0 ? 'learn.right' : error > 0 ? 'learn.up' : 'learn.down')}
            </p>
          </>
        )}
      </div>
      <table className="tabular mt-2 w-full border-collapse">
        <thead className="text-ink-soft">
          <tr className="border-b border-line-strong">
            <td />
            <th scope="col" className="py-0.5 text-right font-semibold">
              {t('learn.before')}
            </th>
            <th scope="col" className="py-0.5 text-right font-semibold">
              {t('learn.change')}
            </th>
            <th scope="col" className="py-0.5 text-right font-semibold">
              {t('learn.after')}
            </th>
          </tr>
        </thead>
        <tbody>
          {names.map((name, i) => (
            <tr key={name} className="border-b border-line last:border-0">
              <th scope="row" translate="no" className="py-0.5 text-left font-display font-semibold">
                {name}
              </th>
              <td className="py-0.5 text-right">{writeNumber(before[i]!)}</td>
              <td
                className={`py-0.5 text-right whitespace-nowrap ${after[i] === before[i] ? 'text-ink-soft' : after[i]! > before[i]! ? 'font-semibold text-positive' : 'font-semibold text-negative'}`}
              >
                <span>{how(i)}</span>
                {error !== 0 && i < 2 && (
                  <span className="sr-only">{` = ${writeChange(after[i]! - before[i]!)}`}</span>
                )}
              </td>
              <td className="py-0.5 text-right font-bold">{writeNumber(after[i]!)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
