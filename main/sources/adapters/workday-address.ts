import { addressIn, pathParts } from './company-boards.ts'

/** Where careers sites stand at Workday: the tenant in the name of the host, or in the path of a shared one. */

const NAME = /^[a-z0-9][a-z0-9_.-]{0,99}$/i
const LOCALE = /^[a-z]{2}(?:-[a-z]{2,4})?$/i

/** Where a careers site stands. */
export interface WorkdaySite {
  host: string
  tenant: string
  site: string
  /** The address of the site for people. */
  page: string
}

/** Tenant, server number and site out of any address of a careers site; null when it is none of Workday's. */
export function siteOf(url: URL): WorkdaySite | null {
  const host = url.hostname.toLowerCase()
  // The language stands before the site or after it.
  const parts = pathParts(url)
  const rest = parts.length > 1 && LOCALE.test(parts[0] ?? '') ? parts.slice(1) : parts
  const api = rest[0] === 'wday' && rest[1] === 'cxs' ? rest.slice(2) : null
  const own = /^([a-z0-9-]+)(?:\.wd\d+)?\.myworkdayjobs\.com$/.exec(host)?.[1]
  if (own !== undefined && !/^(?:www|wd\d+)$/.test(own))
    return checkedSite(host, api?.[0] ?? own, api ? api[1] : rest[0], site => site)
  if (!/^wd\d+\.myworkdaysite\.com$/.test(host)) return null
  const shared = api ?? (rest[0] === 'recruiting' ? rest.slice(1) : [])
  return checkedSite(host, shared[0], shared[1], (site, tenant) => `recruiting/${tenant}/${site}`)
}

function checkedSite(
  host: string,
  tenant: string | undefined,
  site: string | undefined,
  path: (site: string, tenant: string) => string,
): WorkdaySite | null {
  if (tenant === undefined || site === undefined || !NAME.test(tenant) || !NAME.test(site)) return null
  if (site === 'wday' || LOCALE.test(site)) return null
  return { host, tenant, site, page: `https://${host}/${path(site, tenant)}` }
}

/** The address of a careers site out of any address on it; null when it is none of Workday's. */
export function workdayAddress(typed: string): string | null {
  const url = addressIn(typed)
  return (url && siteOf(url)?.page) ?? null
}
