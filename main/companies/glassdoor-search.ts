import type { CompanySearch } from './company-search.ts'

/** The one host that the key of the company search is for. */
export const GLASSDOOR_HOST = 'api.openwebninja.com'

/** Company facts of Glassdoor; `base` replaces the address for tests that replay answers on loopback. */
export function createGlassdoorSearch(base = `https://${GLASSDOOR_HOST}`): CompanySearch {
  return {
    kind: 'glassdoor',
    label: 'Glassdoor company search',
    host: GLASSDOOR_HOST,
    key: 'api_key',
    pace: { requests: 1, seconds: 1 },
    request: (company, key) => ({
      url: `${base}/realtime-glassdoor-data/company-search?query=${encodeURIComponent(company.name)}`,
      headers: { 'x-api-key': key },
    }),
    read: () => ({ ok: false, reason: 'failed', message: 'not yet' }),
  }
}
