'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { writeNumber } from '@/client/benches/numbers/number-text';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Button } from '@/client/ui/button';
import type { Elements } from '@/client/ui/elements';
import { OneStopGroup } from '@/client/ui/one-stop-group';
import { output } from '@/engine/perceptron/perceptron';
import { MOST_FIRST_UNITS } from '@/protocol/challenges/circuits';
import { CircuitDiagram } from './circuit-diagram';
import { type UnitPlace, withOneMore, without, withUnit } from './circuit-edits';
import { type CircuitGoalSetup, type TwoLayers, UNIT_NAMES } from './circuit-goals';
import type { CircuitState } from './circuit-state';
import { CircuitTable } from './circuit-table';
import { cellsOf } from './plane-cells';
import { UnitInspector } from './unit-inspector';
import { unitRows } from './unit-rows';
import { UnitTable } from './unit-table';

interface Props {
  setup: CircuitGoalSetup;
  layers: TwoLayers;
  state: CircuitState;
  onChange(next: TwoLayers, key: string | null): void;
  lockedWords: string;
  held: boolean;
  /** Beside “Add a unit”. */
  tools?: Elements;
}

/** Two layers to wire: the circuit with every unit's half, the table of all rows, and one unit from near. */
export function CircuitEditor({ setup, layers, state, onChange, lockedWords, held, tools }: Props) {
  const t = useTranslations('circuit');
  const numbers = useNumbers();
  const [chosen, setChosen] = useState<UnitPlace>('last');
  const [row, setRow] = useState(state.rows.length - 1);
  const { first } = layers;
  // A unit that was removed (or undone away) gives way to the last one.
  const place: UnitPlace = chosen !== 'last' && chosen >= first.length ? 'last' : chosen;
  const shownRow = setup.box ? null : state.rows[Math.min(row, state.rows.length - 1)]!;
  const said =
    state.right === null
      ? t('stateFree')
      : setup.box
        ? t('statePlaces', { share: numbers.percent(state.right / state.of) })
        : t('stateRows', { right: state.right, of: state.of });
  const full = first.length >= MOST_FIRST_UNITS;
  const removable = place !== 'last' && first.length > 1 && !(place === 0 && setup.given !== null);
  const cells = setup.box ? cellsOf(setup.window, first) : [];
  return (
    <div className="@container">
      <div className="grid items-start gap-x-7 gap-y-4 @min-[46rem]:grid-cols-[minmax(0,1.3fr)_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-2">
          <OneStopGroup className="flex flex-col gap-2">
            <CircuitDiagram
              setup={setup}
              layers={layers}
              state={state}
              label={t('diagram', { units: first.length, state: said })}
              selected={place}
              onSelect={setChosen}
              row={shownRow}
            />
            <div className="flex flex-wrap items-center justify-between gap-2">
              <Button
                size="sm"
                icon={<Plus aria-hidden="true" />}
                disabledReason={full ? t('most', { most: MOST_FIRST_UNITS }) : undefined}
                onClick={() => {
                  onChange(withOneMore(layers, setup), null);
                  setChosen(first.length);
                }}
              >
                {t('add')}
              </Button>
              {tools}
            </div>
          </OneStopGroup>
          {setup.box ? (
            <>
              <p className="tabular text-sm text-ink-soft">
                {t('cells', {
                  pieces: cells.length,
                  ones: cells.filter(({ answers }) => output(layers.last, answers) === 1).length,
                })}
              </p>
              <UnitTable
                cases={unitRows(setup, layers, 'last', state.rows)}
                sources={first.map((_, i) => UNIT_NAMES[i]!)}
                caption={t('table.own', { name: 'Y' })}
                threshold={writeNumber(layers.last.threshold)}
              />
            </>
          ) : (
            <CircuitTable rows={state.rows} selected={state.rows.indexOf(shownRow!)} onSelect={setRow} />
          )}
        </div>
        <div className="@container/inspector min-w-0">
          <UnitInspector
            key={place === 'last' ? 'Y' : UNIT_NAMES[place]}
            setup={setup}
            layers={layers}
            place={place}
            rows={state.rows}
            onChange={(unit, key) => onChange(withUnit(layers, place, unit), key)}
            onRemove={
              removable
                ? () => {
                    onChange(without(layers, place), null);
                    setChosen('last');
                  }
                : undefined
            }
            lockedWords={lockedWords}
            held={held}
          />
        </div>
      </div>
    </div>
  );
}
