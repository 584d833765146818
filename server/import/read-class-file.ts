import { createHash } from 'node:crypto';
import {
  CLASS_FILE_FORMAT,
  CLASS_FILE_KINDS,
  CLASS_FILE_VERSION,
  CLASS_FILE_VERSIONS,
  type ClassFileKind,
  type ClassFileVersion,
  RECORDS_OF_VERSION,
} from '@/protocol/class-file';
import { ClassFileError } from './class-file-error';
import { RecordRules } from './class-file-rules';
import type { ClassRecord } from './class-record';
import { fileLines } from './file-lines';

const RECORD = /^\{"kind":"([a-z]{1,20})","sha256":"([0-9a-f]{64})","data":(.*)\}(,?)$/s;

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/**
 * Reads the file of a class record by record, each checked before it is given: its hash, its shape, its place, what it refers to; at the end
 * that there are all of them. Whoever reads it must read it to the end before believing any of it.
 * @throws {ClassFileError} with what and where
 */
export async function* readClassFile(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ClassRecord> {
  const rules = new RecordRules();
  const all = createHash('sha256');
  let version: ClassFileVersion | null = null;
  let count = 0;
  let ended: { line: number; comma: boolean } | null = null;
  let closed = false;
  let last = 0;
  for await (const { line, text, open } of fileLines(chunks)) {
    last = line;
    if (line === 1) {
      if (text !== '[') throw new ClassFileError('class-file-unreadable', 1);
      continue;
    }
    if (closed) throw new ClassFileError('class-file-invalid', line);
    if (ended !== null) {
      if (text !== ']' || ended.comma) throw new ClassFileError('class-file-invalid', line);
      closed = true;
      continue;
    }
    if (open && line > 2) throw new ClassFileError('class-file-cut', line);
    const found = RECORD.exec(text);
    const kind = CLASS_FILE_KINDS.find((one) => one === found?.[1]);
    const [, , hash, json, comma] = found ?? [];
    if (!kind || hash === undefined || json === undefined)
      throw new ClassFileError(line === 2 ? 'class-file-unreadable' : 'class-file-invalid', line);
    if (sha256(json) !== hash) throw new ClassFileError('class-file-changed', line, kind);
    const value = parse(json, line, kind);
    version ??= versionOf(value, kind, line);
    const schema = RECORDS_OF_VERSION[version][kind];
    const read = schema?.safeParse(value);
    if (!read?.success) throw new ClassFileError('class-file-invalid', line, kind);
    const record = { kind, data: read.data } as ClassRecord;
    if (!rules.accept(record)) throw new ClassFileError('class-file-invalid', line, kind);
    if (record.kind === 'class' && record.data.phase !== 'ended')
      throw new ClassFileError('class-file-not-ended', line, kind);
    if (record.kind === 'end') {
      if (record.data.records !== count || record.data.digest !== all.digest('hex'))
        throw new ClassFileError('class-file-changed', line, kind);
      ended = { line, comma: comma === ',' };
    } else {
      // The last line of a file that was cut between two records.
      if (comma !== ',') throw new ClassFileError('class-file-cut', line, kind);
      all.update(hash);
      count += 1;
    }
    yield record;
  }
  if (last === 0) throw new ClassFileError('class-file-unreadable', 1);
  if (!closed) throw new ClassFileError('class-file-cut', last);
}

function parse(json: string, line: number, kind: ClassFileKind): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new ClassFileError('class-file-invalid', line, kind);
  }
}

/** Of the first record, before anything else is asked of it: a newer version may look otherwise. */
function versionOf(value: unknown, kind: ClassFileKind, line: number): ClassFileVersion {
  const { format, version } = (value ?? {}) as { format?: unknown; version?: unknown };
  if (kind !== 'class' || format !== CLASS_FILE_FORMAT)
    throw new ClassFileError('class-file-unreadable', line);
  if (typeof version === 'number' && version > CLASS_FILE_VERSION)
    throw new ClassFileError('class-file-newer', line, kind);
  const known = CLASS_FILE_VERSIONS.find((one) => one === version);
  if (known === undefined) throw new ClassFileError('class-file-invalid', line, kind);
  return known;
}
