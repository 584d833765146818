import { output } from '@/engine/perceptron/perceptron';
import { boundaryLine } from '@/engine/perceptron/plane';
import { inputRows } from '@/engine/perceptron/truth-table';
import type { PaperPicture } from '@/engine/worksheet/paper-exercise';

interface Props {
  picture: PaperPicture;
  answers: boolean;
  /** Read out. */
  title: string;
}

/** What is drawn in: axes, a curve, boxes. On the key it has been drawn in. */
export function ExercisePicture({ picture, answers, title }: Props) {
  switch (picture.kind) {
    case 'plane':
      return <Plane picture={picture} answers={answers} title={title} />;
    case 'valley':
      return <Valley places={answers ? picture.places : []} title={title} />;
    case 'boxes':
      return <Boxes rows={picture.rows} columns={picture.columns} title={title} />;
  }
}

/** Pixels of the plane's 1, and around it. */
const UNIT = 90;
const EDGE = 45;
const WINDOW = { left: -0.5, right: 1.5, bottom: -0.5, top: 1.5 };

function Plane({
  picture,
  answers,
  title,
}: { picture: PaperPicture & { kind: 'plane' } } & Omit<Props, 'picture'>) {
  const x = (value: number) => EDGE + value * UNIT;
  const y = (value: number) => EDGE + (1 - value) * UNIT;
  const line = boundaryLine(picture, WINDOW);
  const size = UNIT + 2 * EDGE;
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={title}
      className="w-44 shrink-0 fill-none stroke-ink"
    >
      <path d={`M0 ${y(0)}H${size}M${x(0)} ${size}V0`} strokeWidth="0.75" />
      {answers && line && (
        <path
          d={`M${x(line[0].x)} ${y(line[0].y)}L${x(line[1].x)} ${y(line[1].y)}`}
          strokeWidth="2.5"
          strokeDasharray="6 3"
        />
      )}
      {inputRows(2).map((row) => (
        <circle
          key={row.join('')}
          cx={x(row[0]!)}
          cy={y(row[1]!)}
          r="6"
          strokeWidth="1.5"
          className={answers && output(picture, row) === 1 ? 'fill-ink' : 'fill-white'}
        />
      ))}
      <g className="fill-ink stroke-none text-[11px]">
        <text x={size - 14} y={y(0) - 5}>
          x₁
        </text>
        <text x={x(0) + 5} y="11">
          x₂
        </text>
        <text x={x(1) - 3} y={y(0) + 20}>
          1
        </text>
        <text x={x(0) - 18} y={y(1) + 4}>
          1
        </text>
      </g>
    </svg>
  );
}

/** The valley's axis reaches so far to both sides. */
const FAR = 5;

function Valley({ places, title }: { places: readonly number[]; title: string }) {
  const width = 260;
  const height = 130;
  const x = (w: number) => width / 2 + (w / FAR) * (width / 2);
  const y = (w: number) => height - 12 - ((w * w) / (FAR * FAR)) * (height - 20);
  const curve = Array.from({ length: 41 }, (_, at) => -FAR + at / 4);
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={title}
      className="w-72 shrink-0 fill-none stroke-ink"
    >
      <path d={`M0 ${height - 12}H${width}`} strokeWidth="0.75" />
      <path d={`M${curve.map((w) => `${x(w)} ${y(w)}`).join('L')}`} strokeWidth="1.25" />
      {places.length > 1 && (
        <path
          d={`M${places.map((w) => `${x(w)} ${y(w)}`).join('L')}`}
          strokeWidth="1"
          strokeDasharray="4 3"
        />
      )}
      {places.map((w, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps of a walk never move.
        <circle key={at} cx={x(w)} cy={y(w)} r="3.5" className="fill-ink" />
      ))}
      <g className="fill-ink stroke-none text-[9px]" textAnchor="middle">
        {[-4, -3, -2, -1, 0, 1, 2, 3, 4].map((w) => (
          <text key={w} x={x(w)} y={height - 2}>
            {String(w).replace('-', '−')}
          </text>
        ))}
      </g>
    </svg>
  );
}

function Boxes({ rows, columns, title }: { rows: number; columns: number; title: string }) {
  return (
    <div role="img" aria-label={title} className="flex w-full flex-col gap-2">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows never move.
        <BoxRow key={row} columns={columns} />
      ))}
    </div>
  );
}

/** A line for the label, and boxes to draw in. */
function BoxRow({ columns }: { columns: number }) {
  return (
    <div className="flex gap-2">
      <span className="w-28 shrink-0 self-end border-b border-ink" />
      <span className="grid min-w-0 flex-1 auto-cols-fr grid-flow-col gap-2">
        {Array.from({ length: columns }, (_, column) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: boxes never move.
          <span key={column} className="aspect-square border border-ink" />
        ))}
      </span>
    </div>
  );
}
