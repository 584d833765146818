/** Places, from 1, of those who cannot be told apart: `first` to `last`. */
export interface SharedPlace {
  first: number;
  last: number;
}
