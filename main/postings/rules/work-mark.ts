import { companyCore } from './company-core.ts'
import { titleParts } from './title-parts.ts'

/** Which work at which company an opening key names, whatever the level, the season and the place. */
export function workMark(openingKey: string): string {
  const [company = '', title = '', place = ''] = openingKey.split('|')
  const { core } = titleParts(title, company, place)
  return `${companyCore(company)}|${core.length === 0 ? title : core.join(' ')}`
}
