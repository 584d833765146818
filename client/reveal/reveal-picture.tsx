'use client';

import { useTranslations } from 'use-intl';
import { Axes, AxisName, Grid, PlotPaper, TicksX, TicksY } from '@/client/charts/plot/axes';
import { DirectLabel } from '@/client/charts/plot/marks';
import type { PlotArea } from '@/client/charts/plot/plot-area';
import { PlotFrame } from '@/client/charts/plot/plot-frame';
import { tickDecimals } from '@/client/charts/plot/tick-decimals';
import { useNumbers } from '@/client/i18n/use-numbers';
import { GLYPH_PATHS, wrapIndex } from '@/client/ui/glyphs';
import type { PictureNetwork } from '@/protocol/reveal-views';
import { MARK_COLOURS } from '@/protocol/views';
import { countAxis, edgeByWeights, markHalf, shareAxis } from './picture-shape';
import { placeLabels } from './place-labels';
import { revealKey, useRevealNames } from './reveal-names';

interface Props {
  picture: readonly PictureNetwork[];
  height: number;
  /** CSS pixels of the writing. */
  font?: number;
  ownName?: string;
}

/** A letter's width by that of the writing; Japanese ones are as wide as they are high. */
const widthOf = (name: string, font: number) =>
  [...name].reduce((width, letter) => width + (letter.charCodeAt(0) > 0x2e80 ? font : font * 0.58), 0);

/** All networks of a race: accuracy above weights, the examples in the size of the mark, and the front of those that nobody betters. */
export function RevealPicture({ picture, height, font = 13, ownName }: Props) {
  const t = useTranslations('reveal.picture');
  const numbers = useNumbers();
  const nameOf = useRevealNames(ownName);
  const weights = picture.map((one) => one.weights);
  const shares = picture.map(({ accuracy }) => accuracy);
  const [x, y] = [countAxis(weights), shareAxis(shares)];
  const decimals = tickDecimals(y.ticks.map((tick) => tick * 100));
  const label = t('label', {
    networks: picture.length,
    least: numbers.integer(Math.min(...weights)),
    most: numbers.integer(Math.max(...weights)),
    low: numbers.percent(Math.min(...shares)),
    high: numbers.percent(Math.max(...shares)),
    front: picture
      .filter(({ front }) => front)
      .map(nameOf)
      .join(', '),
  });
  return (
    <PlotFrame
      title={t('y')}
      titleSize={font}
      label={label}
      height={height}
      testId="reveal-picture"
      margin={{ left: font * 4.2, right: font, top: font, bottom: font * 3.4 }}
      x={{ range: x.range, logarithmic: true, inset: font }}
      y={{ range: y.range, inset: font * 0.8 }}
    >
      {(area) => {
        // Ticks that would stand on each other are left out, from the ends of their decades on.
        const every = Math.max(1, Math.ceil((x.ticks.length * font * 4) / (area.right - area.left)));
        return (
          <>
            <PlotPaper area={area} />
            <Grid area={area} y={y.ticks} />
            <Axes area={area} />
            <TicksY
              area={area}
              at={y.ticks}
              write={(share) => numbers.percent(share, decimals)}
              font={font}
            />
            <TicksX
              area={area}
              at={x.ticks.filter((_, index) => index % every === 0)}
              write={(count) => numbers.compact(count)}
              font={font}
            />
            <AxisName area={area} name={t('x')} font={font} />
            <Networks area={area} picture={picture} font={font} nameOf={nameOf} />
          </>
        );
      }}
    </PlotFrame>
  );
}

/** How far out a ring goes, in halves of its mark's side. */
const RING = 1.55;

interface NetworksProps {
  area: PlotArea;
  picture: readonly PictureNetwork[];
  font: number;
  nameOf(network: PictureNetwork): string;
}

function Networks({ area, picture, font, nameOf }: NetworksProps) {
  const examples = picture.map((one) => one.examples);
  const range = [Math.min(...examples), Math.max(...examples)] as const;
  const spots = picture.map((network) => ({
    ...{ x: area.x(network.weights), y: area.y(network.accuracy) },
    half: markHalf(network.examples, range, font) * (network.front ? RING : 1),
    width: widthOf(nameOf(network), font),
    first: network.front || network.own === true,
  }));
  const labels = placeLabels(spots, font * 1.2, area);
  // A small mark lies on a large one.
  const order = spots.map((_, index) => index).sort((a, b) => spots[b]!.half - spots[a]!.half);
  const edge = edgeByWeights(picture);
  const steps = edge.map((network, index) => {
    const [left, up] = [area.x(network.weights).toFixed(1), area.y(network.accuracy).toFixed(1)];
    return index === 0 ? `M${left} ${up}` : `H${left}V${up}`;
  });
  return (
    <>
      <path
        d={`${steps.join('')}H${area.right}`}
        fill="none"
        stroke="var(--ink-soft)"
        strokeWidth={font / 7}
        strokeDasharray={`${font / 2} ${font / 3}`}
      />
      {order.map((index) => {
        const network = picture[index]!;
        const { x, y } = spots[index]!;
        const half = markHalf(network.examples, range, font);
        return (
          <g
            key={revealKey(network)}
            data-front={network.front}
            transform={`translate(${x - half} ${y - half}) scale(${half / 12})`}
          >
            {network.front && (
              <circle cx="12" cy="12" r={12 * RING} fill="none" stroke="var(--ink)" strokeWidth="2.5" />
            )}
            <rect
              width="24"
              height="24"
              rx="5.5"
              fill={`var(--series-${wrapIndex(network.mark.colour, MARK_COLOURS) + 1})`}
            />
            <path
              d={GLYPH_PATHS[wrapIndex(network.mark.glyph, GLYPH_PATHS.length)]}
              fill="var(--on-series)"
              fillRule="evenodd"
            />
          </g>
        );
      })}
      {labels.map((place, index) => {
        const network = picture[index]!;
        return (
          place && (
            <DirectLabel
              key={revealKey(network)}
              name={nameOf(network)}
              colour={network.own ? 'var(--accent)' : 'var(--ink)'}
              plain={!network.front && !network.own}
              x={place.x}
              y={place.y + font * 0.35}
              textAnchor={place.anchor}
              fontSize={font}
            />
          )
        );
      })}
    </>
  );
}
