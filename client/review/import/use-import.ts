'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { askServer } from '@/client/review/ask-server';
import { type ClassSeen, type ImportRefusal, importPath, LARGEST_CLASS_FILE } from '@/protocol/class-import';
import type { ClassCreated } from '@/protocol/classes';
import { refuse } from '@/protocol/refusals';
import { sendClassFile } from './send-class-file';

/** A million points take a busy server most of a minute. */
const IMPORT_MS = 10 * 60_000;

/** How far an import has got; `share`: of the file that has gone. */
export type ImportState =
  | { at: 'choosing' }
  | { at: 'sending'; share: number }
  | { at: 'seen'; seen: ClassSeen }
  | { at: 'importing' }
  | { at: 'refused'; refusal: ImportRefusal | 'offline' };

/** Takes a file through: sent, looked at, and imported when the teacher says so; then its review opens. */
export function useImport() {
  const router = useRouter();
  const [state, setState] = useState<ImportState>({ at: 'choosing' });
  const cut = useRef<AbortController | null>(null);

  const reset = () => {
    cut.current?.abort();
    setState({ at: 'choosing' });
  };
  const take = async (file: File) => {
    cut.current?.abort();
    if (file.size > LARGEST_CLASS_FILE)
      return setState({ at: 'refused', refusal: refuse('class-file-too-large') });
    const cutting = new AbortController();
    cut.current = cutting;
    const { signal } = cutting;
    setState({ at: 'sending', share: 0 });
    const answer = await sendClassFile(file, (share) => setState({ at: 'sending', share }), signal);
    if (signal.aborted) return;
    if (answer === 'offline') return setState({ at: 'refused', refusal: 'offline' });
    setState(answer.ok ? { at: 'seen', seen: answer } : { at: 'refused', refusal: answer });
  };
  const bring = async ({ importId }: ClassSeen) => {
    setState({ at: 'importing' });
    const answer = await askServer<ClassCreated>('POST', importPath(importId), undefined, IMPORT_MS);
    if (answer === 'offline' || !answer.ok) return setState({ at: 'refused', refusal: answer });
    router.push(`/review/${answer.id}`);
  };
  return { state, take, bring, reset };
}
