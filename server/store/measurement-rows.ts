import type { ClassState, DeviceMeasurement } from '@/classroom/state';
import type { Prisma } from '@/generated/sqlite/client';
import type { MeasurementModel } from '@/generated/sqlite/models';

/** Writes what devices measured; a newer measurement takes the place of the one before. The class's row is locked by now. */
export async function putMeasurements(
  transaction: Prisma.TransactionClient,
  classId: string,
  measurements: readonly DeviceMeasurement[],
): Promise<void> {
  for (const { studentId, software, figures, measuredAt } of measurements) {
    const data = {
      classId,
      studentId,
      software,
      figures: JSON.stringify(figures),
      measuredAt: BigInt(measuredAt),
    };
    const { count } = await transaction.measurement.updateMany({ where: { classId, studentId }, data });
    if (count === 0) await transaction.measurement.create({ data });
  }
}

/** The measurements of a class as its state has them. */
export function measurementsOf(rows: readonly MeasurementModel[]): ClassState['measurements'] {
  return Object.fromEntries(
    rows.map(({ studentId, software, figures, measuredAt }) => [
      studentId,
      { studentId, software, figures: JSON.parse(figures), measuredAt: Number(measuredAt) },
    ]),
  );
}
