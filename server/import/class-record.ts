import type { ClassFileData, ClassFileKind } from '@/protocol/class-file';

/** A record as it was read: of the newest version, points of an older one without their time. */
export type ClassRecord = {
  [Kind in ClassFileKind]: {
    kind: Kind;
    data: Kind extends 'points' ? Omit<ClassFileData<'points'>, 'at'> & { at?: number } : ClassFileData<Kind>;
  };
}[ClassFileKind];
