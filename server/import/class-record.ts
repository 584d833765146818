import type { ClassFileData, ClassFileKind } from '@/protocol/class-file';

/** What a record of an older version may lack. */
interface Lacking {
  class: 'quiz';
  points: 'at';
  student: 'team';
  run: 'continues';
}
type Read<Data, Lacks extends PropertyKey> = Omit<Data, Lacks> & Partial<Pick<Data, Lacks & keyof Data>>;

/** A record as it was read: of the newest version, or of an older one without what that did not have yet. */
export type ClassRecord = {
  [Kind in ClassFileKind]: {
    kind: Kind;
    data: ReadData<Kind>;
  };
}[ClassFileKind];

/** What stands in a record, as it was read. */
export type ReadData<Kind extends ClassFileKind> = Kind extends keyof Lacking
  ? Read<ClassFileData<Kind>, Lacking[Kind]>
  : ClassFileData<Kind>;
