'use client';

import type { Place } from '@/client/inside/place';
import { AnswersLevel } from './answers-level';
import { LayerLevel } from './layer-level';
import type { LevelProps } from './level-props';
import { MapsLevel } from './maps-level';
import { NetworkLevel } from './network-level';
import { ProductLevel } from './product-level';
import { UnitLevel } from './unit-level';
import { WindowLevel } from './window-level';

interface Props extends LevelProps {
  place: Place;
  /** Steps that the network had been trained. */
  step: number;
}

/** What is at the level where somebody stands. */
export function LevelView({ place, step, ...shared }: Props) {
  const { layers } = shared.network.pass;
  switch (place.level) {
    case 'network':
      return <NetworkLevel {...shared} />;
    case 'layer': {
      if (place.layer === layers.length - 1) return <AnswersLevel {...shared} />;
      const Level = layers[place.layer]!.side === null ? LayerLevel : MapsLevel;
      return <Level {...shared} layer={place.layer} />;
    }
    case 'unit': {
      const Level = layers[place.layer]!.side === null ? UnitLevel : WindowLevel;
      return <Level {...shared} place={place} />;
    }
    case 'product':
      return <ProductLevel {...shared} place={place} untrained={step === 0} />;
  }
}
