import { PAPER } from '@/protocol/datasets';

/** The bundled pictures of clothes: four of Fashion-MNIST's ten classes, in this order the labels 0 to 3. */
export const CLOTHES = {
  labels: ['shirt', 'dress', 'sneaker', 'bag'],
  side: PAPER.side,
  channels: 1,
  /** T-shirt, dress, sneaker and bag in Fashion-MNIST. */
  classes: [0, 3, 7, 8],
  train: 'train.bin',
  heldBack: 'held-back.bin',
  trainPerLabel: 300,
  heldBackPerLabel: 75,
} as const;
export const CLOTHES_URL = '/data/clothes/';
