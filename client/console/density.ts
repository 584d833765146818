import { oneOf, type Shape } from '@/base/shape';

/** How large the cards are. */
export const DENSITIES = ['large', 'normal', 'small'] as const;
export type Density = (typeof DENSITIES)[number];
/** As somebody wants them, or by how many there are. */
export type WantedDensity = Density | 'auto';

export const densityShape: Shape<WantedDensity> = oneOf(['auto', ...DENSITIES]);

/** So many students have room for large cards, and for cards with a curve at all, before one has to scroll for long. */
const FEW = 10;
const MANY = 80;

/** The size that fits so many students. */
export function densityFor(wanted: WantedDensity, students: number): Density {
  if (wanted !== 'auto') return wanted;
  return students <= FEW ? 'large' : students <= MANY ? 'normal' : 'small';
}

/** CSS pixels of a card: its least width, its sides and border, and the height of its curve; 0: it has none. */
export const CARD_SIZES: Readonly<Record<Density, { least: number; inset: number; curve: number }>> = {
  large: { least: 280, inset: 26, curve: 92 },
  normal: { least: 214, inset: 26, curve: 44 },
  small: { least: 148, inset: 18, curve: 0 },
};
