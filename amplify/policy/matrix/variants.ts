import type { SettingsChange } from '../../settings-in-force';
import { TAPPED_BUCKET, TAPPED_FUNCTION_ROLE, TAPPED_STREAM } from './resources';

/** A hosted deployment, as small as it can be. */
export const HOSTED: SettingsChange = {
  deployment: 'hosted',
  allowedDomains: [],
  alarmEmail: null,
  budgetUsd: 10,
};

/** An own deployment with everything switched on that brings policies. */
export const OWN: SettingsChange = {
  deployment: 'own',
  allowedDomains: ['example.com'],
  alarmEmail: 'owner@example.com',
  budgetUsd: 10,
  taps: {
    buckets: [TAPPED_BUCKET],
    functions: [{ name: 'tapped-function', role: TAPPED_FUNCTION_ROLE, on: 'both' }],
    tableStreams: [TAPPED_STREAM],
  },
};
