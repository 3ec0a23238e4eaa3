/** What a row without a title or a company still says of them; null where nothing general can be said. */
export interface Rescued {
  title: string
  company: string
  /** The place, when the same line names it. */
  location: string | null
}

const MAX_COMPANY_WORDS = 5

/** "Company: Role", as We Work Remotely writes titles. The company is at most five words long. */
export function fromTitle(title: string): Rescued | null {
  const match = /^([^:]{1,80}):\s+(\S.*)$/s.exec(title.trim())
  const company = match?.[1]?.trim() ?? ''
  const role = match?.[2]?.trim() ?? ''
  if (company === '' || role === '' || company.split(/\s+/).length > MAX_COMPANY_WORDS) return null
  // "Hiring: Nurse", "Remote: Developer", "Senior Engineer: Payments" name no company.
  if (NO_COMPANY.test(company) || ROLE_NOUN.test(company) || SENIOR_ROLE.test(company)) return null
  return { title: role, company, location: null }
}

const NO_COMPANY =
  /^(?:now )?(?:hiring|urgent|wanted|remote|hybrid|on-?site|new|job|jobs|role|position|title|vacancy|full[- ]time|part[- ]time|contract|internship|freelance|apply|location)\b/i

const SENIOR_ROLE = /^(?:senior|junior|lead|principal|staff|head of)\b/i

/** Words that name a role when they stand in a part of a line. */
const ROLE_WORD =
  /\b(?:engineers?|developers?|programmers?|designers?|scientists?|analysts?|managers?|architects?|administrators?|consultants?|specialists?|researchers?|writers?|directors?|leads?|head of|product|devops|sre|swe|sysadmin|recruiters?|assistants?|accountants?|nurses?|drivers?|technicians?|marketers?|editors?|interns?|officers?|representatives?|executives?|advocates?|coordinators?|support|sales|cto|ceo|cfo|coo|founding|full[- ]?stack|fullstack|front[- ]?end|frontend|back[- ]?end|backend|programming|roles?|positions?|journalists?|teachers?|trainers?|physicians?|chefs?|operators?|electricians?|mechanics?)\b/i

/** Words at the end of a first part that is a role and no company: "Developer | $125k | San Francisco". */
const ROLE_NOUN =
  /\b(?:engineers?|developers?|programmers?|designers?|scientists?|analysts?|architects?|administrators?|nurses?|drivers?|technicians?|interns?|accountants?|assistants?)$/i

/** Parts that are a kind of work, a place of work, pay, an address or a remark, but no role. */
const NO_ROLE =
  /^(?:(?:full|part)[- ]?time|contract(?:or)?|intern(?:ship)?s?|remote|on-?site|hybrid|visa|permanent|temporary|freelance|equity|[\s,/&+()-]|\bor\b|\band\b|ok|only|friendly|possible)+$|https?:|www\.|^\S+\.\S{2,}$|[$£€]\s*\d|\d\s*k\b/i

const REMARK = /\[(?:email|phone)\]|@/

/**
 * "Company | Role | Place | …", the first line of a Who-is-hiring post with at least three parts. The company stands
 * first; the role is the first other part with a word for a role. A line without one is not rescued.
 */
export function fromFirstLine(description: string): Rescued | null {
  const line = description.trimStart().split('\n', 1)[0] ?? ''
  const parts = line
    .split('|')
    .map(part => part.trim())
    .filter(part => part !== '')
  if (parts.length < 3 || line.length > 500) return null
  const [first = '', ...others] = parts
  const company = first
    .replace(/\s*\((?:https?:\/\/)?[^()\s]+\.[^()\s]+\)$/i, '')
    .replace(/\s*https?:\/\/\S+$/i, '')
  if (company === '' || company.length > 80 || ROLE_NOUN.test(company) || NO_ROLE.test(`${company} `))
    return null
  const role = others.find(
    part => ROLE_WORD.test(part) && !NO_ROLE.test(part) && !REMARK.test(part) && part.length <= 200,
  )
  if (role === undefined) return null
  const place = others.find(
    part => part !== role && !NO_ROLE.test(part) && !REMARK.test(part) && !ROLE_WORD.test(part),
  )
  return { title: role, company, location: place !== undefined && place.length <= 100 ? place : null }
}
