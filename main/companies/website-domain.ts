/** Sites where many companies have pages: an address there says nothing of one company. */
const SHARED = new Set(
  `greenhouse.io lever.co ashbyhq.com smartrecruiters.com workable.com recruitee.com personio.de personio.com
  teamtailor.com myworkdayjobs.com workday.com icims.com bamboohr.com jobvite.com breezy.hr pinpointhq.com
  applytojob.com jazz.co successfactors.com successfactors.eu taleo.net oraclecloud.com ultipro.com paylocity.com
  rippling.com gusto.com freshteam.com homerun.co join.com softgarden.io dvinci.de
  linkedin.com lnkd.in indeed.com indeed.de glassdoor.com ziprecruiter.com monster.com stepstone.de stepstone.com
  xing.com totaljobs.com reed.co.uk cv-library.co.uk dice.com careerbuilder.com simplyhired.com jooble.org adzuna.com
  adzuna.co.uk usajobs.gov wellfound.com angel.co otta.com welcometothejungle.com builtin.com remotive.com remoteok.com
  remoteok.io weworkremotely.com arbeitnow.com himalayas.app jobicy.com themuse.com ycombinator.com workatastartup.com
  hackernews.com seek.com.au naukri.com infojobs.net
  facebook.com fb.com twitter.com x.com instagram.com youtube.com youtu.be tiktok.com threads.net bsky.app medium.com
  substack.com github.com github.io gitlab.com gitlab.io notion.site notion.so linktr.ee bit.ly goo.gl t.co tinyurl.com
  crunchbase.com wikipedia.org trustpilot.com kununu.com comparably.com
  wixsite.com wordpress.com blogspot.com squarespace.com webflow.io weebly.com godaddysites.com carrd.co vercel.app
  netlify.app pages.dev herokuapp.com azurewebsites.net
  sites.google.com docs.google.com forms.gle drive.google.com`.split(/\s+/),
)

/** Second labels under which countries give names to companies: "co.uk", "com.au". */
const SECOND = new Set([
  'co',
  'com',
  'org',
  'net',
  'ac',
  'edu',
  'gov',
  'gob',
  'gouv',
  'ne',
  'or',
  'ltd',
  'plc',
])

/**
 * The name of a company's own site, such as "acme.co.uk" for "https://careers.acme.co.uk/jobs"; null when the address
 * is none, or leads to a job board, an applicant tracking system or a network where many companies have pages.
 */
export function websiteDomain(website: string | null): string | null {
  if (website === null || website.length > 2000) return null
  const text = website.trim()
  const address = URL.parse(/^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`)
  if (address === null || !/^https?:$/.test(address.protocol)) return null
  const host = address.hostname
  if (/^[\d.]+$|:/.test(host)) return null
  const labels = host.toLowerCase().replace(/\.$/, '').split('.')
  if (labels.length < 2 || labels.some(label => label === '')) return null
  const country = (labels.at(-1) ?? '').length === 2
  const own = country && SECOND.has(labels.at(-2) ?? '') ? 3 : 2
  if (labels.length < own) return null
  const shared = labels.some((_, at) => SHARED.has(labels.slice(at).join('.')))
  return shared ? null : labels.slice(-own).join('.')
}
