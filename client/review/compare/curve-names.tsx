import { cutText } from '@/client/charts/cut-text';
import { apart } from '@/client/charts/plot/apart';
import { DirectLabel } from '@/client/charts/plot/marks';
import type { PlotArea } from '@/client/charts/plot/plot-area';
import { RunSign } from '@/client/review/run-mark';
import type { ComparedCurve } from './compared-curve';

/** CSS pixels of the column of names at the right of the picture. */
export const NAMES_WIDTH = 300;
/** So many names still have room below each other; beyond, the table names the lines. */
export const MOST_NAMES = 12;
/** CSS pixels that the lines keep beside the names. */
const LEAST_ROOM = 460;
const FONT = 13;
const LINE = 18;
/** A letter's width, more or less. */
const LETTER = 8;
/** CSS pixels of a run's sign. */
const SIGN = 14;
const GAP = 6;

/** Whether a picture has room for the names of its curves beside it. @param width of the picture, CSS pixels */
export function areNamesBeside(width: number, curves: number): boolean {
  return curves <= MOST_NAMES && width - NAMES_WIDTH >= LEAST_ROOM;
}

interface Props {
  area: PlotArea;
  curves: readonly ComparedCurve[];
  /** The run that stands out; null: none. */
  chosen: string | null;
  beside: boolean;
}

interface End {
  curve: ComparedCurve;
  /** CSS pixels. */
  x: number;
  y: number;
}

/** The signs of the runs where their lines end or leave the picture, and their names; where there is no room for those, only that of the one that stands out. */
export function CurveNames({ area, curves, chosen, beside }: Props) {
  const ends = curves.flatMap((curve): End[] => {
    const end = curve.points.findLast(([at]) => at <= area.x.domain[1]);
    if (!end || end[0] < area.x.domain[0]) return [];
    const x = Math.min(area.right, area.x(end[0]));
    return [{ curve, x, y: Math.min(area.bottom, Math.max(area.top, area.y(end[1]))) }];
  });
  const strength = (id: string) => (chosen === null || id === chosen ? 1 : 0.35);
  const single = beside ? undefined : ends.find(({ curve }) => curve.id === chosen);
  return (
    <>
      {ends.map(({ curve: { id }, x, y }) => (
        <g key={id} opacity={strength(id)} transform={`translate(${x - SIGN / 2} ${y - SIGN / 2})`}>
          <RunSign id={id} size={SIGN} />
        </g>
      ))}
      {beside && <NameColumn area={area} ends={ends} strength={strength} />}
      {single && <NameAtEnd area={area} {...single} />}
    </>
  );
}

/** Below each other in the order of the lines' ends, each with its sign and led to by a thin line. */
function NameColumn({ area, ends, strength }: ColumnProps) {
  const places = apart(
    ends.map(({ y }) => y),
    LINE,
    area.top + LINE / 2,
    area.bottom - LINE / 2,
  );
  const left = area.right + SIGN + 2 * GAP;
  return ends.map(({ curve: { id, label, mark }, x, y }, index) => {
    const at = places[index]!;
    return (
      <g key={id} opacity={strength(id)}>
        <path
          d={`M${x + SIGN / 2 + 1} ${y}L${Math.max(area.right, x) + GAP + SIGN / 2} ${at}H${left - 2}`}
          fill="none"
          stroke="var(--line-strong)"
        />
        <g transform={`translate(${left} ${at - SIGN / 2})`}>
          <RunSign id={id} size={SIGN} />
        </g>
        <foreignObject
          x={left + SIGN + GAP}
          y={at - LINE / 2}
          width={NAMES_WIDTH - (left - area.right) - SIGN - GAP}
          height={LINE}
        >
          <div
            className="truncate font-semibold"
            title={label}
            style={{ fontSize: FONT, lineHeight: `${LINE}px`, color: `var(--series-${mark.colour + 1})` }}
          >
            {label}
          </div>
        </foreignObject>
      </g>
    );
  });
}

interface ColumnProps {
  area: PlotArea;
  ends: readonly End[];
  strength(id: string): number;
}

/** On that side of the line's end on which there is more room. */
function NameAtEnd({ area, curve, x, y }: { area: PlotArea } & End) {
  const isLeft = x < (area.left + area.right) / 2;
  return (
    <DirectLabel
      name={cutText(curve.label, Math.floor((area.right - area.left) / LETTER))}
      colour={`var(--series-${curve.mark.colour + 1})`}
      x={isLeft ? x + SIGN : x - SIGN}
      y={Math.max(area.top + FONT, y - 8)}
      textAnchor={isLeft ? 'start' : 'end'}
      fontSize={FONT}
    />
  );
}
