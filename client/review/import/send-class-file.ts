import { type ClassSeen, IMPORT_PATH, type ImportRefusal } from '@/protocol/class-import';
import type { Answer } from '@/protocol/refusals';

export type FileAnswer = Answer<ClassSeen> | ImportRefusal | 'offline';

/**
 * Sends a class's file to be looked at. `offline`: no answer that could be read. Never throws; what is given up is never answered.
 * @param progress is told how much of it has gone, 0 to 1
 */
export function sendClassFile(
  file: File,
  progress: (share: number) => void,
  signal: AbortSignal,
): Promise<FileAnswer> {
  return new Promise((resolve) => {
    // Unlike `fetch` it tells how much has gone.
    const request = new XMLHttpRequest();
    request.open('POST', IMPORT_PATH);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 1);
    request.onload = () => resolve((request.response as FileAnswer | null) ?? 'offline');
    request.onerror = () => resolve('offline');
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
