import type { SVGProps } from 'react';
import type { PlotArea } from './plot-area';

interface NameProps extends Pick<SVGProps<SVGTextElement>, 'x' | 'y' | 'textAnchor' | 'fontSize'> {
  name: string;
  colour: string;
  /** Not set off from what it names. */
  plain?: boolean;
}

/** A name beside what it names, readable over lines. */
export function DirectLabel({ name, colour, plain = false, fontSize = 13, ...place }: NameProps) {
  return (
    <text
      {...place}
      fontSize={fontSize}
      fontWeight={plain ? 400 : 700}
      fill={colour}
      stroke="var(--surface-raised)"
      strokeWidth="4"
      paintOrder="stroke"
    >
      {name}
    </text>
  );
}

interface LevelProps {
  area: PlotArea;
  value: number;
  name: string | null;
  colour?: string;
  dash?: string | undefined;
  strokeWidth?: number;
  /** At which end of the line its name stands, and how far below it; above it where negative. */
  end?: 'left' | 'right';
  down?: number;
  font?: number;
  strong?: boolean;
}

/** A level to reach or to compare with: a line across the picture, and its name on it. */
export function Level(props: LevelProps) {
  const { area, value, name, colour = 'var(--ink-soft)', dash, strokeWidth = 1.5 } = props;
  const { end = 'left', down = -5, font = 13, strong = false } = props;
  const y = area.y(value);
  return (
    <>
      <path
        d={`M${area.left} ${y}H${area.right}`}
        stroke={colour}
        strokeWidth={strokeWidth}
        strokeDasharray={dash}
      />
      {name !== null && (
        <DirectLabel
          name={name}
          colour={colour}
          plain={!strong}
          x={end === 'left' ? area.left + 5 : area.right}
          y={y + down}
          textAnchor={end === 'left' ? 'start' : 'end'}
          fontSize={font}
        />
      )}
    </>
  );
}
