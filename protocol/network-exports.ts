import { z } from 'zod';

const ZIP = 'application/zip';

/** The files in which a run's network can be taken along. */
export const NETWORK_EXPORTS = {
  page: { file: 'network.html', contentType: 'text/html; charset=utf-8' },
  pytorch: { file: 'pytorch.zip', contentType: ZIP },
  onnx: { file: 'onnx.zip', contentType: ZIP },
  safetensors: { file: 'safetensors.zip', contentType: ZIP },
  tfjs: { file: 'tfjs.zip', contentType: ZIP },
} as const satisfies Record<string, { file: string; contentType: string }>;

export type NetworkExportName = keyof typeof NETWORK_EXPORTS;
export const NETWORK_EXPORT_NAMES = Object.keys(NETWORK_EXPORTS) as NetworkExportName[];

/** Those of a network on points: the bench itself is the page to try it on, and a TensorFlow.js model has no layers for what it is told of a place. */
export const POINTS_EXPORT_NAMES = ['pytorch', 'onnx', 'safetensors'] as const satisfies NetworkExportName[];
export type PointsExportName = (typeof POINTS_EXPORT_NAMES)[number];

/**
 * What is asked of `GET /api/runs/ID/export/NAME`: `names=yes` says whose network it is; `me`, the token of the student's own page, opens it
 * to who is no owner of the class.
 */
export const networkExportQuery = {
  name: z.enum(NETWORK_EXPORT_NAMES),
  names: z.enum(['yes', 'no']).default('no'),
  me: z.string().max(200).optional(),
};

/** The address of a network as a file. @param token of the student's own page; null: whoever asks is signed in */
export function networkExportPath(
  runId: string,
  name: NetworkExportName,
  named: boolean,
  token: string | null,
): string {
  const query = new URLSearchParams({ ...(named ? { names: 'yes' } : {}), ...(token ? { me: token } : {}) });
  return `/api/runs/${runId}/export/${name}${query.size > 0 ? `?${query}` : ''}`;
}
