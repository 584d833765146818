import { credentialsShelf } from '@/client/live/credentials';
import { benchKeyInClass } from '@/client/training/bench-key';
import { BenchStorage } from '@/client/training/bench-storage';

/** Where this browser may have something of a student's. */
export interface OwnPlaces {
  studentId: string;
  /** Of the room. */
  code: string;
  /** The classes' ids; those of a group keep runs under them. */
  classIds: readonly string[];
}

/** Lets go of who somebody was in a room, and of the runs that are kept for it, in this browser. */
export async function forgetHere({ studentId, code, classIds }: OwnPlaces): Promise<void> {
  if (credentialsShelf.find(code)?.credentials.studentId === studentId) credentialsShelf.forget(code);
  const storage = new BenchStorage();
  await Promise.all([code, ...classIds].map((under) => storage.clear(benchKeyInClass(under, studentId))));
  await storage.close();
}
