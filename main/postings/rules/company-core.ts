// Words that lists and boards add to the names of companies, or leave out.
const LOOSE = new Set(
  `technologies technology tech solutions services service systems software consulting consultancy consultants
  recruitment recruiting recruiters staffing careers career jobs hiring talent international global worldwide
  labs studios digital online com net io org uk gb us usa america americas north europe emea apac asia india germany
  deutschland france canada australia ireland early programs program team headquarters hq industries enterprises
  ventures partners associates company`.split(/\s+/),
)

/**
 * The heart of a normalised company name, for finding postings of one employer that boards name differently: without
 * words such as "technologies", "recruitment" or a country at the end, and without spaces.
 */
export function companyCore(company: string): string {
  const words = company.split(' ')
  while (words.length > 1 && LOOSE.has(words.at(-1) ?? '')) words.pop()
  return words.join('')
}
