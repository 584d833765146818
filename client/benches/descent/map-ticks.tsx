import { writeNumber } from '@/client/benches/numbers/number-text';
import { MAP, mapPlace, mapTicks } from './map-shape';

const MARK = 5;

/** What the two weights are along the edges of the map: it has no room beside it. */
export function MapTicks({ half }: { half: number }) {
  const ticks = mapTicks(half);
  return (
    <g fontSize="13" fill="var(--ink)" className="pointer-events-none">
      <g stroke="var(--ink)" opacity="0.6">
        {ticks.map((value) => {
          const { x } = mapPlace(half, { a: value, b: 0 });
          const { y } = mapPlace(half, { a: 0, b: value });
          return <path key={value} d={`M${x} ${MAP}v${-MARK}M0 ${y}h${MARK}`} />;
        })}
      </g>
      <g stroke="var(--surface-raised)" strokeWidth="3.5" paintOrder="stroke">
        {ticks.map((value) => {
          const { x } = mapPlace(half, { a: value, b: 0 });
          const { y } = mapPlace(half, { a: 0, b: value });
          return (
            <g key={value}>
              <text x={x} y={MAP - MARK - 4} textAnchor="middle">
                {writeNumber(value)}
              </text>
              <text x={MARK + 4} y={y + 4.5}>
                {writeNumber(value)}
              </text>
            </g>
          );
        })}
      </g>
    </g>
  );
}
