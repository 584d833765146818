'use client';

import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { object, oneOf, type Shape } from '@/base/shape';
import { useConsole } from '@/client/console/console-context';
import { useSelectedIds } from '@/client/console/selection/use-selected-ids';
import { MAP_MEASURES, type MapMeasure, TRAINED_MEASURES } from '@/client/everybody/map-measures';
import { MapPaper } from '@/client/everybody/map-paper';
import type { MapSides } from '@/client/everybody/map-points';
import type { StudentTrace } from '@/client/everybody/traces';
import { useMeasureText } from '@/client/everybody/use-measure-text';
import { useStored } from '@/client/live/use-stored';
import { SelectField } from '@/client/ui/select-field';
import { MapOptions } from './map-options';

interface Props {
  traces: readonly StudentTrace[];
  nameOf(id: string): string;
  onOpen(studentId: string): void;
}

export const mapSidesShape: Shape<MapSides> = object<MapSides>({
  x: oneOf(MAP_MEASURES),
  y: oneOf(MAP_MEASURES),
});

const TRAINED: MapSides = { x: 'epochs', y: 'loss' };
const UNTRAINED: MapSides = { x: 'submissions', y: 'result' };
const fontOf = () => 13;

/** The class as a map, on the console: points can be pointed at, reached by keyboard, opened, and chosen one by one or with a lasso. */
export function ConsoleMap({ traces, nameOf, onOpen }: Props) {
  const t = useTranslations('everybody.map');
  const text = useMeasureText();
  const { dataset, selectedStudents } = useConsole();
  const chosen = useSelectedIds();
  const usual = dataset ? TRAINED : UNTRAINED;
  const measures = MAP_MEASURES.filter((measure) => dataset !== null || !TRAINED_MEASURES.includes(measure));
  const [kept, keep] = useStored(dataset ? 'console-map' : 'console-map-results', usual, mapSidesShape);
  const sides = measures.includes(kept.x) && measures.includes(kept.y) ? kept : usual;
  const choices = measures.map((value: MapMeasure) => ({ value, label: text.name(value) }));
  const toggle = useCallback((id: string) => selectedStudents.toggle(id), [selectedStudents]);
  const lasso = useCallback(
    (ids: readonly string[], more: boolean) =>
      more ? selectedStudents.add(ids) : selectedStudents.choose(ids),
    [selectedStudents],
  );
  return (
    <>
      <div className="mb-2 flex flex-wrap items-end gap-3">
        <SelectField
          label={t('up')}
          value={sides.y}
          onChange={(y) => keep({ ...sides, y })}
          choices={choices}
          className="w-56 max-w-full"
        />
        <SelectField
          label={t('right')}
          value={sides.x}
          onChange={(x) => keep({ ...sides, x })}
          choices={choices}
          className="w-56 max-w-full"
        />
        <p className="min-w-48 flex-1 text-sm text-ink-soft">{t('how')}</p>
      </div>
      <MapPaper
        traces={traces}
        sides={sides}
        chance={dataset?.chance ?? null}
        fontOf={fontOf}
        marks={false}
        chosen={chosen}
        className="h-[clamp(18rem,56vh,36rem)]"
      >
        {(points, size) => (
          <MapOptions
            points={points}
            size={size}
            chosen={chosen}
            nameOf={nameOf}
            sides={sides}
            traces={traces}
            chance={dataset?.chance ?? null}
            onOpen={onOpen}
            onToggle={toggle}
            onChoose={lasso}
          />
        )}
      </MapPaper>
    </>
  );
}
