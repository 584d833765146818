import { bytesField, concat, doubleField, floatField, varintField } from '@/server/export/protobuf';
import { tfRecord } from './tf-record';

/**
 * TensorBoard's events as records of an event file. Field numbers: tensorboard/compat/proto/{event,summary,tensor,types}.proto and
 * tensorboard/plugins/hparams/{plugin_data,api}.proto.
 */
const DT_FLOAT = 1;
const DATA_CLASS_SCALAR = 1;
const DATA_CLASS_TENSOR = 2;

/** The first record of each file. @param wallTime seconds since 1970 */
export function versionEvent(wallTime: number): Uint8Array {
  return tfRecord(concat([doubleField(1, wallTime), bytesField(3, 'brain.Event:2')]));
}

/** What is measured at one step, under its tag. */
export interface Scalar {
  tag: string;
  value: number;
  /** The first of its tag in the file: it says what the tag is. */
  first: boolean;
}

/** Everything that was measured at one step. @param wallTime seconds since 1970 */
export function scalarsEvent(wallTime: number, step: number, scalars: readonly Scalar[]): Uint8Array {
  const values = scalars.map(({ tag, value, first }) =>
    bytesField(
      1,
      concat([
        bytesField(1, tag),
        bytesField(8, concat([varintField(1, DT_FLOAT), bytesField(2, ''), floatField(5, value)])),
        ...(first ? [bytesField(9, metadata('scalars', new Uint8Array(), DATA_CLASS_SCALAR))] : []),
      ]),
    ),
  );
  return tfRecord(concat([doubleField(1, wallTime), varintField(2, step), bytesField(5, concat(values))]));
}

export type Hyperparameters = Readonly<Record<string, string | number>>;

/** Which hyperparameters and which measures there are; stands in a file of the log's own folder. */
export function experimentEvent(
  wallTime: number,
  name: string,
  hyperparameters: Hyperparameters,
  metrics: readonly string[],
): Uint8Array {
  const infos = Object.entries(hyperparameters).map(([key, value]) =>
    bytesField(4, concat([bytesField(1, key), varintField(4, typeof value === 'string' ? 1 : 3)])),
  );
  const measured = metrics.map((tag) => bytesField(5, bytesField(1, bytesField(2, tag))));
  const experiment = concat([bytesField(6, name), doubleField(3, wallTime), ...infos, ...measured]);
  return hparamsEvent(wallTime, '_hparams_/experiment', bytesField(2, experiment));
}

/** What a run was set to. @param group runs of one name are shown as one */
export function startEvent(wallTime: number, group: string, hyperparameters: Hyperparameters): Uint8Array {
  const entries = Object.entries(hyperparameters).map(([key, value]) =>
    bytesField(
      1,
      concat([
        bytesField(1, key),
        bytesField(2, typeof value === 'string' ? bytesField(3, value) : doubleField(2, value)),
      ]),
    ),
  );
  const session = concat([...entries, bytesField(4, group), doubleField(5, wallTime)]);
  return hparamsEvent(wallTime, '_hparams_/session_start_info', bytesField(3, session));
}

const END_STATUS = { success: 1, failure: 2, running: 3 } as const;
export type EndStatus = keyof typeof END_STATUS;

/** How a run ended. */
export function endEvent(wallTime: number, status: EndStatus): Uint8Array {
  const session = concat([varintField(1, END_STATUS[status]), doubleField(2, wallTime)]);
  return hparamsEvent(wallTime, '_hparams_/session_end_info', bytesField(4, session));
}

/** What the plug-in for hyperparameters reads stands in the metadata; the tensor beside it says nothing. */
function hparamsEvent(wallTime: number, tag: string, data: Uint8Array): Uint8Array {
  const nothing = concat([
    varintField(1, DT_FLOAT),
    bytesField(2, bytesField(2, varintField(1, 1))),
    floatField(5, 0),
  ]);
  const value = concat([
    bytesField(1, tag),
    bytesField(8, nothing),
    bytesField(9, metadata('hparams', data, DATA_CLASS_TENSOR)),
  ]);
  return tfRecord(concat([doubleField(1, wallTime), bytesField(5, bytesField(1, value))]));
}

function metadata(plugin: string, content: Uint8Array, dataClass: number): Uint8Array {
  return concat([
    bytesField(1, concat([bytesField(1, plugin), bytesField(2, content)])),
    varintField(4, dataClass),
  ]);
}
