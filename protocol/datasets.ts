/**
 * Every data set of pictures that a network can be trained on, and all that is known of it. Engine, verification, charts, lessons
 * and review read this table; nothing else knows a size, a number of labels, a file or a licence. Words (names of the set and of
 * its labels) stand in client/messages/LANGUAGE/datasets.json.
 */
export interface Dataset {
  /** Kept in experiments and classes, so it never changes; also the folder of its files under public/data. */
  id: string;
  /** Ids of the labels, in the order of a network's answers; at most 16, which is what a packed file has room for. */
  labels: readonly string[];
  /** Rows, and columns, of one picture. */
  side: number;
  /** Numbers a pixel: grey pictures have one. */
  channels: 1;
  /** Numbers of one picture, which are a network's inputs. */
  pixels: number;
  /** How what a picture shows is laid into it, and so a drawing, too. */
  drawn: Layout;
  /** The served files in the order in which they are fetched: training starts on the first, the rest streams in. */
  files: readonly DatasetFile[];
  /** Training pictures of each file, in order: engine/training/batch-order shuffles within these blocks in the first epoch. */
  trainBlocks: readonly number[];
  trainExamples: number;
  validationExamples: number;
  /**
   * Pictures on which a network is judged where there is no class: served, but fetched only for that, so that nothing has been learned or
   * chosen by them. Turned and moved a little like the hidden ones.
   */
  check: {
    file: string;
    count: number;
    /** Shares of right answers to pass, rising. */
    bars: readonly number[];
  };
  /**
   * What the server alone has (server/verify/data): as many pictures in the public half, which comes first, as in the private half; and the pictures of which it
   * draws each class a private half of its own (decision 73).
   */
  hidden: { file: string; half: number; reserve: { file: string; count: number } };
  /** What a network reaches that knows nothing, and so finds every label equally likely: the labels come equally often. */
  chance: { accuracy: number; loss: number };
  /** In full beside the files. */
  licence: { title: string; credit: string; name: string; url: string };
}

interface DatasetFile {
  file: string;
  part: DatasetPart;
  count: number;
  bytes: number;
}

/** `box`: pixels of its longer side; `middle`: what lies in the middle, its centre of mass or that of its box. */
export interface Layout {
  box: number;
  middle: 'mass' | 'box';
}

/** The parts that are served. */
export type DatasetPart = 'train' | 'validation';

/** How a picture, and an answer to it, are made. */
export type PictureShape = Pick<Dataset, 'side' | 'channels' | 'labels'>;

type Given = Pick<
  Dataset,
  'id' | 'labels' | 'side' | 'channels' | 'drawn' | 'files' | 'check' | 'licence'
> & {
  hiddenHalf: number;
  reserved: number;
};

/** What follows from what is given. */
function dataset({ hiddenHalf, reserved, ...given }: Given): Dataset {
  const { id, side, channels, files, labels } = given;
  const counts = (part: DatasetPart) => files.filter((file) => file.part === part).map(({ count }) => count);
  const total = (numbers: readonly number[]) => numbers.reduce((sum, count) => sum + count, 0);
  return {
    ...given,
    pixels: side * side * channels,
    trainBlocks: counts('train'),
    trainExamples: total(counts('train')),
    validationExamples: total(counts('validation')),
    hidden: {
      ...{ file: `hidden-${id}.bin`, half: hiddenHalf },
      reserve: { file: `reserve-${id}.bin`, count: reserved },
    },
    chance: { accuracy: 1 / labels.length, loss: Math.log(labels.length) },
  };
}

const TABLE = {
  digits: dataset({
    id: 'digits',
    labels: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
    side: 28,
    channels: 1,
    // yann.lecun.com/exdb/mnist
    drawn: { box: 20, middle: 'mass' },
    files: [
      { file: 'train-1.bin', part: 'train', count: 1_000, bytes: 132_145 },
      { file: 'validation.bin', part: 'validation', count: 2_000, bytes: 264_070 },
      { file: 'train-2.bin', part: 'train', count: 5_000, bytes: 660_201 },
      { file: 'train-3.bin', part: 'train', count: 6_000, bytes: 789_098 },
    ],
    check: { file: 'check.bin', count: 1_000, bars: [0.8, 0.9, 0.95] },
    hiddenHalf: 2_000,
    reserved: 4_000,
    licence: {
      title: 'MNIST handwritten digits',
      credit: 'Yann LeCun, Corinna Cortes, Christopher J. C. Burges',
      name: 'Creative Commons Attribution-ShareAlike 3.0',
      url: 'https://creativecommons.org/licenses/by-sa/3.0/',
    },
  }),
  fashion: dataset({
    id: 'fashion',
    labels: [
      't-shirt',
      'trousers',
      'pullover',
      'dress',
      'coat',
      'sandal',
      'shirt',
      'sneaker',
      'bag',
      'ankle-boot',
    ],
    side: 28,
    channels: 1,
    // arXiv:1708.07747, section 2: the longest edge becomes the whole side
    drawn: { box: 28, middle: 'box' },
    // Photographs take about two and a half times the room of digits: fewer of them, so that they come as soon.
    files: [
      { file: 'train-1.bin', part: 'train', count: 500, bytes: 171_965 },
      { file: 'validation.bin', part: 'validation', count: 1_000, bytes: 340_451 },
      { file: 'train-2.bin', part: 'train', count: 1_500, bytes: 514_797 },
      { file: 'train-3.bin', part: 'train', count: 4_000, bytes: 1_366_752 },
    ],
    check: { file: 'check.bin', count: 1_000, bars: [0.65, 0.73, 0.8] },
    hiddenHalf: 2_000,
    reserved: 4_000,
    licence: {
      title: 'Fashion-MNIST',
      credit: 'Han Xiao, Kashif Rasul, Roland Vollgraf (Zalando SE), arXiv:1708.07747',
      name: 'MIT',
      url: 'https://github.com/zalandoresearch/fashion-mnist',
    },
  }),
};

export type DatasetId = keyof typeof TABLE;
export const DATASETS: Readonly<Record<DatasetId, Dataset>> = TABLE;
export const DATASET_IDS = Object.keys(TABLE) as DatasetId[];

/** Labels of the data set that has most. */
export const MOST_LABELS = Math.max(...Object.values(DATASETS).map(({ labels }) => labels.length));

/** What is drawn by hand becomes a picture of this size. Every data set's pictures have it as well, so that its networks can read it. */
export const PAPER = { side: DATASETS.digits.side, pixels: DATASETS.digits.pixels } as const;

/** The folder from which browsers fetch all data sets, each below it under its id. */
export const DATASETS_URL = '/data/';
