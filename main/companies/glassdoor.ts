import { GLASSDOOR_URL } from './rules/glassdoor.ts'

/** The source of company facts: the key that it needs, the one host that the key is for, and its pace. */
export const GLASSDOOR = {
  kind: 'glassdoor',
  label: 'Glassdoor company search',
  key: 'api_key',
  host: new URL(GLASSDOOR_URL).hostname,
  /** Its smaller plans allow about one request a second. */
  pace: { requests: 1, seconds: 1 },
} as const
