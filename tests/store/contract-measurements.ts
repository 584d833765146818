import { describe, expect, it } from 'vitest';
import type { DeviceMeasurement } from '@/classroom/kept';
import { aClass, aStudent, change } from './made-things';
import type { Subject } from './store-contract';

function aMeasurement(studentId: string, given: Partial<DeviceMeasurement> = {}): DeviceMeasurement {
  return {
    studentId,
    software: false,
    figures: [
      { task: 'matrix-product', backend: 'javascript', size: 512, ms: 123.4 },
      { task: 'training-step', backend: 'webgl', size: 128, ms: 0.012_34 },
    ],
    measuredAt: 1_700_000_000_791,
    ...given,
  };
}

export function describeMeasurements(subject: Subject): void {
  describe('measurements of devices', () => {
    const [ann, ben] = [aStudent('Ann'), aStudent('Ben')];
    const made = () => ({ ...aClass(), students: { [ann.id]: ann, [ben.id]: ben } });

    it('are given back as they were saved, one a student, and go with the student', async () => {
      const { store } = subject;
      const before = made();
      await store.createClass(before);
      const first = change(before, {
        measurements: { [ann.id]: aMeasurement(ann.id), [ben.id]: aMeasurement(ben.id, { software: true }) },
      });
      expect(await store.saveClass(before, first)).toBe('saved');
      expect(await store.loadClass(before.id)).toEqual(first);

      const newer = aMeasurement(ann.id, {
        figures: [first.measurements[ann.id]!.figures[0]!],
        measuredAt: 5e12,
      });
      const second = change(first, { measurements: { ...first.measurements, [ann.id]: newer } });
      expect(await store.saveClass(first, second)).toBe('saved');
      expect(await store.loadClass(before.id)).toEqual(second);

      await store.deleteStudent(before.id, ann.id);
      const left = await store.loadClass(before.id);
      expect(Object.keys(left!.measurements)).toEqual([ben.id]);
    });
  });
}
