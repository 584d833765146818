import { apart } from '@/client/charts/plot/apart';
import { DirectLabel } from '@/client/charts/plot/marks';
import { type PlotArea, seriesPath } from '@/client/charts/plot/plot-area';
import type { MeasuredBackend } from '@/protocol/measurement';
import { BACKEND_LOOK, BackendMark } from './backend-look';

export interface BackendLine {
  backend: MeasuredBackend;
  name: string;
  /** By size; null where nothing was measured. */
  values: readonly (number | null)[];
  /** Drawn hollow and thin beside: the first time, say. */
  ghost?: readonly (number | null)[] | undefined;
}

interface Props {
  area: PlotArea;
  lines: readonly BackendLine[];
}

/** A line a backend, with its mark at each size and its name at the end. */
export function BackendLines({ area, lines }: Props) {
  const drawn = lines.filter(({ values }) => values.some((value) => value !== null));
  const ends = drawn.map(({ values }) => {
    const last = values.findLastIndex((value) => value !== null);
    return { x: area.x(last), y: area.y(values[last]!) };
  });
  const names = apart(
    ends.map(({ y }) => y + 4),
    15,
    area.top + 10,
    area.bottom - 2,
  );
  return (
    <g>
      {drawn.map(({ backend, values, ghost }) => {
        const { colour, dash } = BACKEND_LOOK[backend];
        return (
          <g key={backend}>
            {ghost && (
              <>
                <path d={pathOf(area, ghost)} fill="none" stroke={colour} strokeWidth="1" opacity="0.6" />
                {marksOf(area, ghost).map(([x, y]) => (
                  <BackendMark key={x} backend={backend} x={x} y={y} r={3.5} hollow />
                ))}
              </>
            )}
            <path
              d={pathOf(area, values)}
              fill="none"
              stroke={colour}
              strokeWidth="2.25"
              strokeDasharray={dash}
              strokeLinejoin="round"
            />
            {marksOf(area, values).map(([x, y]) => (
              <BackendMark key={x} backend={backend} x={x} y={y} />
            ))}
          </g>
        );
      })}
      {drawn.map(({ backend, name }, i) => (
        <DirectLabel
          key={backend}
          name={name}
          colour={BACKEND_LOOK[backend].colour}
          x={ends[i]!.x + 9}
          y={names[i]}
        />
      ))}
    </g>
  );
}

function marksOf(area: PlotArea, values: readonly (number | null)[]): [number, number][] {
  return values.flatMap((value, i): [number, number][] =>
    value === null ? [] : [[area.x(i), area.y(value)]],
  );
}

/** Over a size that was left out the line breaks. */
function pathOf(area: PlotArea, values: readonly (number | null)[]): string {
  return seriesPath(area, values.length, (i) => [i, values[i]!]);
}
