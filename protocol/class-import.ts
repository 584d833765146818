import type { ClassFileKind } from './class-file';
import { CLASSES_PATH } from './class-paths';
import type { Refusal } from './refusals';

/**
 * Importing a class that another server has exported: `POST /api/classes/import` with the file as the body looks at it and keeps it for a while
 * (`ClassSeen`); `POST /api/classes/import/ID` then makes the class (`ClassCreated`).
 */
export const IMPORT_PATH = `${CLASSES_PATH}/import`;
export const importPath = (id: string) => `${IMPORT_PATH}/${id}`;

/** Bytes of a file: the largest class with its points is a third of it. */
export const LARGEST_CLASS_FILE = 400 * 1024 * 1024;

/** What a file holds: nothing of it is in the database yet. */
export interface ClassSeen {
  /** By which it is imported. */
  importId: string;
  lessonId: string;
  /** Milliseconds since 1970. */
  startedAt: number | null;
  endedAt: number;
  students: number;
  runs: number;
  points: number;
  submissions: number;
  drawings: number;
  digest: string;
}

/** Why a file is not imported: where in it that was seen. */
export interface ImportRefusal extends Refusal {
  /** Line of the file, from 1, and what stands there; null: not known. */
  where?: { line: number; kind: ClassFileKind | null };
  /** The class that is here already, where whoever asks owns it. */
  classId?: string;
}
