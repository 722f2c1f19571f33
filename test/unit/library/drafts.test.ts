import { afterEach, expect, it, vi } from 'vitest';
import { dayOf, isAfterDayOf } from '../../../src/library/drafts.ts';

afterEach(() => vi.unstubAllEnvs());

it.each(['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Paris'])(
  'takes a date as one to come if it is after the local day in %s',
  (zone) => {
    vi.stubEnv('TZ', zone);
    for (let hour = 0; hour < 96; hour++) {
      const now = Date.UTC(2025, 11, 29, hour);
      const isToCome = isAfterDayOf(now);
      const dates = Array.from({ length: 9 }, (_, days) => dayOf(Date.UTC(2025, 11, 27 + days, 12)));
      for (const date of [...dates, '2025', '2025-12', '2026', '2026-01', ''])
        expect(isToCome(date), `${date} at ${new Date(now).toISOString()}`).toBe(date > dayOf(now));
    }
  },
);
