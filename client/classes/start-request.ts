import { askServer } from '@/client/review/ask-server';
import { CLASSES_PATH } from '@/protocol/class-paths';
import type { ClassCreated, CreateClass } from '@/protocol/classes';

/** Makes a class, or the next sitting of a group. */
export const requestClass = (body: CreateClass) => askServer<ClassCreated>('POST', CLASSES_PATH, body);
