import { DATASETS } from '@/protocol/datasets';
import type { ClassPictures } from './class-pictures';

/** The context of Croissant 1.1 (mlcommons.org/croissant): our own terms and those of schema.org. */
const CONTEXT = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  sc: 'https://schema.org/',
  cr: 'http://mlcommons.org/croissant/',
  dct: 'http://purl.org/dc/terms/',
  rai: 'http://mlcommons.org/croissant/RAI/',
  citeAs: 'cr:citeAs',
  column: 'cr:column',
  conformsTo: 'dct:conformsTo',
  containedIn: 'cr:containedIn',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  examples: { '@id': 'cr:examples', '@type': '@json' },
  extract: 'cr:extract',
  field: 'cr:field',
  fileObject: 'cr:fileObject',
  fileProperty: 'cr:fileProperty',
  fileSet: 'cr:fileSet',
  format: 'cr:format',
  includes: 'cr:includes',
  isLiveDataset: 'cr:isLiveDataset',
  key: 'cr:key',
  recordSet: 'cr:recordSet',
  references: 'cr:references',
  source: 'cr:source',
} as const;

/** What a file of the archive is. `sha256` in hex. */
export interface HashedFile {
  name: string;
  sha256: string;
}

interface Described extends ClassPictures {
  name: string;
  description: string;
  /** Of the drawings, as a text. */
  licence: string;
  /** The archive's files as far as they are told one by one. */
  files: readonly HashedFile[];
}

/** What each column of `drawings.csv` holds. */
export const DRAWING_COLUMNS = {
  file_name: 'sc:Text',
  label: 'sc:Integer',
  label_name: 'sc:Text',
  split: 'sc:Text',
  mark_colour: 'sc:Integer',
  mark_glyph: 'sc:Integer',
} as const;
const TABLE = 'drawings.csv';

/** A class's pictures described for machines: Croissant 1.1, JSON-LD. Whatever people have typed stands in it as a value. */
export function croissant(pictures: Described): object {
  const { name, description, licence, files, state, given, labels, kind } = pictures;
  const named = given ? DATASETS[given].licence : null;
  return {
    '@context': CONTEXT,
    '@type': 'sc:Dataset',
    conformsTo: 'http://mlcommons.org/croissant/1.1',
    name,
    description,
    license: [...(kind === null ? [] : [licence]), ...(named ? [named.url] : [])],
    version: '1.0.0',
    datePublished: new Date(state.endedAt ?? state.startedAt ?? state.createdAt).toISOString().slice(0, 10),
    isLiveDataset: false,
    ...(named ? { isBasedOn: { '@type': 'sc:Dataset', name: named.title, license: named.url } } : {}),
    distribution: [
      ...files.map(({ name: file, sha256 }) => ({
        '@type': 'cr:FileObject',
        '@id': file,
        name: file,
        contentUrl: file,
        encodingFormat: file.endsWith('.csv') ? 'text/csv' : 'application/octet-stream',
        sha256,
      })),
      ...(kind === null
        ? []
        : [
            {
              '@type': 'cr:FileSet',
              '@id': 'pictures',
              name: 'pictures',
              encodingFormat: 'image/png',
              includes: 'drawings/*/*/*.png',
            },
          ]),
    ],
    recordSet: kind === null ? [] : [labelRecords(labels), pictureRecords(), drawingRecords()],
  };
}

function labelRecords(labels: readonly string[]): object {
  return {
    '@type': 'cr:RecordSet',
    '@id': 'labels',
    name: 'labels',
    dataType: 'sc:Enumeration',
    key: { '@id': 'labels/label' },
    field: [
      { '@type': 'cr:Field', '@id': 'labels/label', name: 'label', dataType: 'sc:Integer' },
      { '@type': 'cr:Field', '@id': 'labels/label_name', name: 'label_name', dataType: 'sc:Text' },
    ],
    data: labels.map((name, label) => ({ 'labels/label': label, 'labels/label_name': name })),
  };
}

function pictureRecords(): object {
  const field = (name: string, dataType: string, fileProperty: string) => ({
    '@type': 'cr:Field',
    '@id': `pictures/${name}`,
    name,
    dataType,
    source: { fileSet: { '@id': 'pictures' }, extract: { fileProperty } },
  });
  return {
    '@type': 'cr:RecordSet',
    '@id': 'pictures-by-path',
    name: 'pictures-by-path',
    key: { '@id': 'pictures/path' },
    field: [field('path', 'sc:Text', 'fullpath'), field('image', 'sc:ImageObject', 'content')],
  };
}

function drawingRecords(): object {
  const references: Readonly<Record<string, string>> = { file_name: 'pictures/path', label: 'labels/label' };
  return {
    '@type': 'cr:RecordSet',
    '@id': 'drawings',
    name: 'drawings',
    field: Object.entries(DRAWING_COLUMNS).map(([column, dataType]) => ({
      '@type': 'cr:Field',
      '@id': `drawings/${column}`,
      name: column,
      dataType,
      source: { fileObject: { '@id': TABLE }, extract: { column } },
      ...(references[column] ? { references: { field: { '@id': references[column] } } } : {}),
    })),
  };
}
