import { onPictures } from '@/client/training/on-pictures';
import { handwrittenDigits } from '@/lessons/handwritten-digits/lesson';
import { DATASET_IDS, type DatasetId } from '@/protocol/datasets';

const OWN = handwrittenDigits.experiment.dataset;
const QUERY = 'pictures';

/** The lab's lesson about pictures: each data set has its own run and settings in this browser. */
export const labLesson = (dataset: DatasetId) => onPictures(handwrittenDigits, dataset);

/** The lab's address with these pictures on the bench. */
export const labPath = (dataset: DatasetId) => `/lab?bench=digits&${QUERY}=${dataset}`;

/** The pictures that such an address asks for, else the lesson's own. @param search of the page's address */
export function picturesOf(search: string): DatasetId {
  const wanted = new URLSearchParams(search).get(QUERY);
  return DATASET_IDS.find((id) => id === wanted) ?? OWN;
}
