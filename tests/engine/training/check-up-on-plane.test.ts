import { describe, expect, it } from 'vitest';
import { isRight, roundOnPlane } from '@/tests/engine/doctor/rounds';
import { HEALTHY, ILL } from '@/tests/engine/doctor/wards';

/** Seeds that no threshold was found with. */
const SEED = 101;

describe('the doctor on the 2-D bench', () => {
  // One seed each: docs/doctor.md has ten, and what a right answer is for those that fall ill by themselves.
  it.each(ILL)('sees what ails "$name"', (patient) => {
    const said = roundOnPlane(patient, SEED);
    expect([...said], `one of ${patient.ails}`).toSatisfy(() => isRight(patient.ails, said));
  });

  it('finds nothing wrong with what is healthy', () => {
    const alarms = HEALTHY.map((patient) => ({
      name: patient.name,
      said: [...roundOnPlane(patient, SEED)],
    })).filter(({ said }) => said.length > 0);
    expect(alarms).toEqual([]);
  });
});
