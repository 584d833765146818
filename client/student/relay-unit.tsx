'use client';

import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { numbered, writeFixed, writeNumber } from '@/client/benches/numbers/number-text';
import { broken } from '@/client/i18n/broken';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import type { StudentSession } from '@/client/live/class-session';
import { NumberField } from '@/client/ui/number-field';
import { seatWeights } from '@/engine/together/relay-network';
import type { UnitStanding } from '@/engine/together/unit-device';
import { HAND_WEIGHT, RELAY_CASES } from '@/protocol/relay-settings';
import type { OwnRelay } from '@/protocol/relay-views';

interface Props {
  session: Pick<StudentSession, 'command'>;
  relay: OwnRelay & { seat: number };
  standing: UnitStanding | null;
}

/** What the own unit has: its weights, what comes in, what it sends, and what comes back. */
export function RelayUnit({ session, relay, standing }: Props) {
  const t = useTranslations('relay');
  const { way, hidden, seat, team, teamAt, id } = relay;
  if (team === null || team.weights.length === 0) return null;
  const isHere =
    standing !== null &&
    standing.asked.relayId === id &&
    standing.asked.team === teamAt &&
    standing.asked.seat === seat;
  const kept = seatWeights(team.weights, hidden, seat);
  return (
    <div className="flex flex-col gap-3 rounded-md border border-line-strong bg-surface-raised p-3">
      {way === 'hand' ? (
        <HandWeights session={session} relayId={id} output={seat === hidden} weights={kept} />
      ) : (
        <p className="tabular text-sm" data-testid="relay-weights">
          <span className="mr-3">{t('weights')}</span>
          {(isHere ? standing.work.weights : kept).map((weight, i, all) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a weight is its place.
            <span key={i} className="mr-3 inline-block">
              <span translate="no" className="font-display font-semibold">
                {i === all.length - 1 ? 'b' : numbered('w', i)}
              </span>{' '}
              <span>{writeFixed(weight, 3)}</span>
            </span>
          ))}
        </p>
      )}
      {isHere ? (
        <Work standing={standing} />
      ) : (
        <p className="text-sm text-ink-soft">{broken(t('waitsFirst'))}</p>
      )}
    </div>
  );
}

/** Milliseconds of quiet after which weights that were set are sent. */
const SEND_MS = 250;

function HandWeights({
  session,
  relayId,
  output,
  weights,
}: {
  session: Props['session'];
  relayId: string;
  output: boolean;
  weights: readonly number[];
}) {
  const t = useTranslations('relay');
  const refusalText = useRefusalText();
  const [own, setOwn] = useState<readonly number[]>(weights);
  const [problem, setProblem] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );
  const change = (at: number, value: number) => {
    const next = own.map((weight, i) =>
      i === at ? Math.round(value / HAND_WEIGHT.step) * HAND_WEIGHT.step : weight,
    );
    setOwn(next);
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = setTimeout(async () => {
      const answer = await session.command({ type: 'relay:weights', relayId, weights: next });
      setProblem(answer.ok ? null : t('weightsFailed', { reason: refusalText(answer.code) }));
    }, SEND_MS);
  };
  return (
    <div>
      <p className="mb-2 text-sm">{broken(t(output ? 'handOutput' : 'handHidden'))}</p>
      <div className="flex flex-wrap gap-3">
        {own.map((weight, i) => (
          <NumberField
            // biome-ignore lint/suspicious/noArrayIndexKey: a weight is its place.
            key={i}
            className="w-36"
            label={
              i === own.length - 1
                ? t('biasField')
                : output
                  ? t('fromHidden', { number: i + 1 })
                  : t('fromInput', { number: i + 1 })
            }
            value={weight}
            onChange={(value) => change(i, value)}
            min={-HAND_WEIGHT.most}
            max={HAND_WEIGHT.most}
            step={HAND_WEIGHT.step}
            digits={1}
          />
        ))}
      </div>
      {problem !== null && (
        <p role="alert" className="mt-2 text-sm font-semibold text-danger">
          {problem}
        </p>
      )}
    </div>
  );
}

/** Case by case: what comes in, what is sent on, and what has come back. */
function Work({ standing: { asked, work, sent } }: { standing: UnitStanding }) {
  const t = useTranslations('relay');
  const inputs = work.weights.length - 1;
  const digits = asked.way === 'hand' ? 0 : 3;
  const write = (number: number) => (digits === 0 ? writeNumber(number) : writeFixed(number, digits));
  const learns = work.deltas.length > 0;
  return (
    <div className="overflow-x-auto">
      <table className="tabular w-full text-right text-sm" data-testid="relay-work" data-step={asked.step}>
        <caption className="mb-1 text-left text-xs text-ink-soft">
          {broken(t('messagesSent', { count: sent }))}
        </caption>
        <thead className="text-xs text-ink-soft">
          <tr>
            <th scope="col" className="text-left font-normal">
              {t('cases.inputs')}
            </th>
            <th scope="col" className="font-normal">
              {t('comesIn')}
            </th>
            <th scope="col" className="font-normal">
              {t('sum')}
            </th>
            <th scope="col" className="font-normal">
              {t('sends')}
            </th>
            {learns && (
              <th scope="col" className="font-normal">
                {t('delta')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {RELAY_CASES.map((one, at) => (
            <tr key={one.inputs.join()}>
              <th scope="row" className="text-left font-semibold">
                {one.inputs.join(' , ')}
              </th>
              <td>
                {asked.inputs
                  .slice(at * inputs, (at + 1) * inputs)
                  .map(write)
                  .join(' , ')}
              </td>
              <td>{writeFixed(work.sums[at]!, asked.way === 'hand' ? 1 : 3)}</td>
              <td className="font-bold">{write(work.outputs[at]!)}</td>
              {learns && <td>{writeFixed(work.deltas[at]!, 4)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
