/** What the task has given and cannot be moved. */
export interface Locks {
  weight: number | null;
  threshold: boolean;
  /** Said at the lock. */
  reason: string;
}
